package dev.retrial.tickets.redact;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A month's name as it is written.
 *
 * @param month the month, from 1
 * @param names the names of its language in the same form, from January on
 * @param written how this one is written
 */
record MonthWord(int month, List<String> names, String written) {

    private static final String[][] LANGUAGES = {
        {
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december"
        },
        {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
        {
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember"
        },
        {
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre"
        },
        {
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre"
        },
    };

    private static final Map<String, int[]> BY_NAME = new HashMap<>();

    static {
        for (int language = 0; language < LANGUAGES.length; language++) {
            for (int month = 0; month < 12; month++) {
                BY_NAME.putIfAbsent(LANGUAGES[language][month], new int[] {language, month});
            }
        }
        BY_NAME.put("sept", new int[] {1, 8});
        BY_NAME.put("okt", new int[] {2, 9});
        BY_NAME.put("dez", new int[] {2, 11});
    }

    /** The month that a word names; null where it is none, and where it is no name of one in lower case English, such as "may" and "march". */
    static @Nullable MonthWord of(String word) {
        int[] found = BY_NAME.get(word.toLowerCase(Locale.ROOT));
        if (found == null || (found[0] < 3 && !Character.isUpperCase(word.charAt(0)))) {
            return null;
        }
        return new MonthWord(found[1] + 1, List.of(LANGUAGES[found[0]]), word);
    }

    /** The same month in German, where a point behind the day shows that it is. */
    MonthWord german() {
        return LANGUAGES[2][month - 1].equalsIgnoreCase(written)
                ? new MonthWord(month, List.of(LANGUAGES[2]), written)
                : this;
    }

    /** Another month in the same language and case. */
    String other(int other) {
        if (other == month) {
            return written;
        }
        String name = names.get(other - 1);
        if (Letters.isUpper(written)) {
            return name.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(written.charAt(0))
                ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
                : name;
    }
}
