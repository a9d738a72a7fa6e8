package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Ids of tickets, comments and people, and where a file's name or an address tells one. */
@API(status = API.Status.INTERNAL)
public final class Ids {

    private static final int LONGEST = 200;
    private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
    private static final Pattern NAMED =
            Pattern.compile("(?:tickets?|conversations?|requests?)[-_/#. ]?(\\d{1,20})(?!\\d)");
    private static final Pattern OTHERS = Pattern.compile("(?:page|part|p|v)[-_. ]?\\d{1,9}(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\da-z])\\d{1,20}(?![\\da-z])");

    private Ids() {}

    /** An id that is a number or a text of at most 200 characters; null otherwise, and told where it is something else. */
    public static @Nullable String of(@Nullable JsonNode value, Runnable wrong) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isIntegralNumber() || value.isTextual()) {
            String id = value.asText().strip();
            if (id.isEmpty()) {
                return null;
            }
            if (id.length() <= LONGEST) {
                return id;
            }
        }
        wrong.run();
        return null;
    }

    /** The ticket that an address is about, such as {@code 35436} of {@code https://x.example/api/v2/tickets/35436/comments.json?page=2}. */
    public static @Nullable String inAddress(@Nullable String address, String collection) {
        if (address == null) {
            return null;
        }
        int from = address.indexOf("/" + collection + "/");
        if (from < 0) {
            return null;
        }
        int start = from + collection.length() + 2;
        int end = start;
        while (end < address.length() && Character.isLetterOrDigit(address.charAt(end))) {
            end++;
        }
        String id = address.substring(start, end);
        return id.isEmpty() || id.length() > LONGEST || !Character.isDigit(id.charAt(0)) ? null : id;
    }

    /**
     * The ticket that a file's name tells: the number after {@code ticket} or {@code conversation}, else the name's only number that is no date
     * and no page, else the directory's name where that is a number.
     *
     * @return null where the name tells none, or several
     */
    public static @Nullable String inFileName(String file) {
        String path = file.replace('\\', '/').toLowerCase(java.util.Locale.ROOT);
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        Matcher named = NAMED.matcher(name);
        if (named.find()) {
            return named.group(1);
        }
        String rest = OTHERS.matcher(DATE.matcher(name).replaceAll(" ")).replaceAll(" ");
        Matcher number = NUMBER.matcher(rest);
        if (number.find()) {
            String only = number.group();
            return number.find() ? null : only;
        }
        if (slash > 0) {
            String directory = path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
            Matcher directoryNamed = NAMED.matcher(directory);
            if (directoryNamed.matches()) {
                return directoryNamed.group(1);
            }
            if (NUMBER.matcher(directory).matches()) {
                return directory;
            }
        }
        return null;
    }

    /** A name for the ticket of a file that tells none: the file's own, with a part of its path's hash, since directories repeat names. */
    public static String standIn(String file) {
        String path = file.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return (stem.length() > 80 ? stem.substring(0, 80) : stem) + String.format("-%08x", path.hashCode());
    }
}
