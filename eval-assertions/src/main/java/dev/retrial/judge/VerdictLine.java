package dev.retrial.judge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The verdict in a model's answer: the last line that gives one wins.
 *
 * @param verdict the verdict
 * @param reason what the answer says beside it, on one line, shortened
 */
record VerdictLine(Verdict verdict, String reason) {

    private static final String WORD = "verdict";
    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_LINE = 60;

    /** The verdict, or null where the answer has none, or its last one is no word of ours. */
    static @Nullable VerdictLine in(String answer) {
        String[] lines = answer.split("\\R", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            String line = bare(lines[i]);
            if (line.startsWith(WORD)) {
                Verdict verdict = verdict(line.substring(WORD.length()));
                return verdict == null ? null : new VerdictLine(verdict, reason(lines, i));
            }
        }
        return null;
    }

    /** The line in lower case, without the emphasis that some models cannot do without. */
    private static String bare(String line) {
        if (line.length() > LONGEST_LINE) {
            return "";
        }
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("*_`#>\"'".indexOf(c) < 0) {
                bare.append(c);
            }
        }
        return bare.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Verdict verdict(String rest) {
        String said = rest.strip();
        if (!said.startsWith(":")) {
            return null;
        }
        said = said.substring(1).strip();
        if (said.endsWith(".") || said.endsWith("!")) {
            said = said.substring(0, said.length() - 1).strip();
        }
        for (Verdict verdict : Verdict.values()) {
            if (said.equals(verdict.key())) {
                return verdict;
            }
        }
        return null;
    }

    private static String reason(String[] lines, int verdictAt) {
        StringBuilder reason = new StringBuilder();
        for (int i = 0; i < lines.length && reason.length() < LONGEST_REASON; i++) {
            String line = lines[i].strip();
            if (i != verdictAt && !line.isEmpty()) {
                reason.append(reason.isEmpty() ? "" : " ").append(line);
            }
        }
        if (reason.length() <= LONGEST_REASON) {
            return reason.toString();
        }
        int end = Character.isHighSurrogate(reason.charAt(LONGEST_REASON - 1)) ? LONGEST_REASON - 1 : LONGEST_REASON;
        return reason.substring(0, end) + "…";
    }
}
