package dev.retrial.run;

import java.util.List;

/** Patterns of ids: {@code *} stands for any characters, {@code ?} for one. */
final class Glob {

    private Glob() {}

    /** Whether one of the globs matches, or there are none. */
    static boolean any(List<String> globs, String id) {
        for (int i = 0; i < globs.size(); i++) {
            if (matches(globs.get(i), id)) {
                return true;
            }
        }
        return globs.isEmpty();
    }

    static boolean matches(String glob, String id) {
        int g = 0;
        int i = 0;
        int star = -1;
        int afterStar = 0;
        while (i < id.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                afterStar = i;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == id.charAt(i))) {
                g++;
                i++;
            } else if (star >= 0) {
                // The last star takes one character more.
                g = star + 1;
                i = ++afterStar;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
