package dev.retrial.tickets.read.file;

import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;

/** Names of files and of entries of archives, which anybody may have chosen: made fit to be shown, and judged by their ending. */
@API(status = API.Status.INTERNAL)
public final class FileNames {

    private static final int LONGEST = 200;

    private static final Set<String> EXPORTS = Set.of("json", "ndjson", "jsonl", "gz", "gzip", "zip", "txt", "log");

    private FileNames() {}

    /** The name without control, format and other unprintable characters, and with its middle left out where it is very long. */
    public static String shown(String name) {
        StringBuilder out = new StringBuilder(Math.min(name.length(), LONGEST + 1));
        String cut = name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST / 2) + "…" + name.substring(name.length() - LONGEST / 2);
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            out.append(hidden ? '\ufffd' : c);
        }
        return out.toString();
    }

    /** Whether a file that a directory or an archive holds is worth opening: it ends as exports do, or has no ending, and is not hidden. */
    static boolean mayBeAnExport(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.isEmpty() || name.startsWith(".") || path.startsWith("__MACOSX/")) {
            return false;
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 || EXPORTS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
