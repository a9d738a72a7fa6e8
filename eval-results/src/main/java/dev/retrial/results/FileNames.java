package dev.retrial.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;

/** Ids as file names: every id has a name of its own, on every file system, and none leads out of its directory. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FileNames {

    private static final int LONGEST = 100;

    /** Windows opens a device instead of a file of these names, whatever follows the first dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileNames() {}

    /**
     * The file name of an id.
     *
     * <p>An id of {@code a-z 0-9 - _ .} is its own name. From any other one the rest is replaced by {@code _} and a part of its SHA-256 is added behind a {@code ~}, which no plain id holds: so names stay apart where upper and lower case are one.
     */
    public static String of(String id) {
        return isPlain(id, false) ? id : marked(id);
    }

    /** The file name of a suite: a class name is its own, since the compiler keeps those apart already. */
    static String ofSuite(String name) {
        return isPlain(name, true) ? name : marked(name);
    }

    private static boolean isPlain(String id, boolean ofClass) {
        int length = id.length();
        if (length == 0 || length > LONGEST || id.charAt(0) == '.' || id.charAt(length - 1) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = id.charAt(i);
            if (!isPlain(c) && !(ofClass && (isUpper(c) || c == '$'))) {
                return false;
            }
        }
        return !isDevice(id);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDevice(String id) {
        int dot = id.indexOf('.');
        String stem = (dot < 0 ? id : id.substring(0, dot)).toLowerCase(Locale.ROOT);
        return stem.length() == 3 && DEVICES.contains(stem)
                || stem.length() == 4
                        && (stem.startsWith("com") || stem.startsWith("lpt"))
                        && Character.isDigit(stem.charAt(3));
    }

    private static String marked(String id) {
        StringBuilder name = new StringBuilder("_");
        for (int i = 0; i < id.length() && i < LONGEST; i++) {
            char c = id.charAt(i);
            name.append(isPlain(c) || isUpper(c) ? c : '_');
        }
        if (name.length() > 1 && name.charAt(1) != '.' && !isDevice(id)) {
            name.deleteCharAt(0);
        }
        name.append('~');
        byte[] hash = sha256(id);
        for (int i = 0; i < 6; i++) {
            name.append(Character.forDigit(hash[i] >> 4 & 15, 16)).append(Character.forDigit(hash[i] & 15, 16));
        }
        return name.toString();
    }

    private static byte[] sha256(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
