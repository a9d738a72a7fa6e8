package dev.retrial.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;

/** Ids as file names: every id has a name of its own, and none leads out of its directory or is no name on Windows. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FileNames {

    /** File systems end at 255 bytes, and an ending comes behind. */
    private static final int MOST_BYTES = 240;

    private static final int KEPT = 80;

    /** What Windows takes for something else, and {@code ~}, which marks the names that are not their ids. */
    private static final String NOT_IN_A_NAME = "/\\:*?\"<>|~";

    /** Windows opens a device instead of a file of these names, whatever follows the first dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileNames() {}

    /**
     * The file name of an id: the id itself, as the {@code recorded} agent looks for it.
     *
     * <p>Where an id cannot be a name, all but its letters and digits is replaced by {@code _}, and a part of its SHA-256 is added behind a {@code ~}.
     */
    public static String of(String id) {
        return isName(id) ? id : marked(id);
    }

    private static boolean isName(String id) {
        int length = id.length();
        if (length == 0 || isAtNoEnd(id.charAt(0)) || isAtNoEnd(id.charAt(length - 1))) {
            return false;
        }
        int bytes = 0;
        for (int i = 0; i < length; i++) {
            char c = id.charAt(i);
            bytes += c < 0x80 ? 1 : 3;
            if (Character.isISOControl(c) || NOT_IN_A_NAME.indexOf(c) >= 0) {
                return false;
            }
        }
        return bytes <= MOST_BYTES && !isDevice(id);
    }

    private static boolean isAtNoEnd(char c) {
        return c == '.' || c == ' ';
    }

    private static boolean isDevice(String id) {
        int dot = id.indexOf('.');
        int length = dot < 0 ? id.length() : dot;
        if (length != 3 && length != 4) {
            return false;
        }
        String stem = id.substring(0, length).toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem)
                || ((stem.startsWith("com") || stem.startsWith("lpt")) && Character.isDigit(stem.charAt(length - 1)));
    }

    private static String marked(String id) {
        StringBuilder name = new StringBuilder("_");
        for (int i = 0; i < id.length() && i < KEPT; i++) {
            char c = id.charAt(i);
            boolean keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            name.append(keep ? c : '_');
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
