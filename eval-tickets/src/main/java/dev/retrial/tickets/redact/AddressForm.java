package dev.retrial.tickets.redact;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Postal addresses by how streets are called in English, German, French, Spanish and Italian, with what belongs to them in the same line and the next ones. */
final class AddressForm {

    private static final Set<String> BEHIND = Set.of(
            "street",
            "st",
            "avenue",
            "ave",
            "road",
            "rd",
            "lane",
            "ln",
            "drive",
            "dr",
            "boulevard",
            "blvd",
            "way",
            "court",
            "ct",
            "square",
            "sq",
            "terrace",
            "place",
            "pl",
            "parkway",
            "pkwy",
            "highway",
            "hwy",
            "circle",
            "cir",
            "close",
            "crescent",
            "grove",
            "gardens",
            "mews",
            "row",
            "walk",
            "trail",
            "alley",
            "plaza",
            "hill",
            "park");
    private static final Set<String> BEFORE = Set.of(
            "rue",
            "avenue",
            "boulevard",
            "place",
            "chemin",
            "impasse",
            "allée",
            "quai",
            "route",
            "calle",
            "avenida",
            "avda",
            "plaza",
            "paseo",
            "carrera",
            "rua",
            "via",
            "viale",
            "piazza",
            "corso",
            "ulica",
            "ul",
            "strada");
    private static final String[] ENDINGS = {
        "straße", "strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer", "ring", "vägen", "gatan",
        "straat", "laan", "plein", "tie", "katu", "vej", "gade"
    };
    private static final Set<String> WITHIN = Set.of(
            "apt",
            "apartment",
            "suite",
            "unit",
            "flat",
            "floor",
            "ste",
            "po",
            "box",
            "wohnung",
            "etage",
            "étage",
            "piso",
            "bis");
    private static final String[] CUES = {
        "address is",
        "address:",
        "live at",
        "lives at",
        "living at",
        "ship to",
        "shipped to",
        "ship it to",
        "deliver to",
        "delivered to",
        "deliver it to",
        "send it to",
        "sent to",
        "located at",
        "moved to",
        "adresse ist",
        "adresse:",
        "adresse lautet",
        "anschrift:",
        "anschrift ist",
        "wohne in der",
        "geliefert an",
        "adresse est",
        "habite au",
        "dirección es",
        "dirección:",
        "vivo en"
    };
    private static final int MOST = 160;

    private AddressForm() {}

    static void find(String text, List<Hit> hits) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Letters.isDigit(c) && (at == 0 || !Letters.isWordPart(text.charAt(at - 1)))) {
                Hit hit = fromNumber(text, at);
                if (hit != null) {
                    hits.add(hit);
                    at = hit.end() - 1;
                } else {
                    while (at + 1 < text.length() && Letters.isDigit(text.charAt(at + 1))) {
                        at++;
                    }
                }
            } else if (Letters.isLetter(c)) {
                int end = Letters.end(text, at);
                Hit hit = end - at <= 40 ? fromWord(text, at, end) : null;
                if (hit != null) {
                    hits.add(hit);
                    end = hit.end();
                }
                at = end - 1;
            }
        }
    }

    /** "221b Baker Street", "12 rue de la Paix", "12, rue …". */
    private static @Nullable Hit fromNumber(String text, int start) {
        int at = start;
        while (at < text.length() && Letters.isDigit(text.charAt(at))) {
            at++;
        }
        if (at - start > 5) {
            return null;
        }
        if (at < text.length()
                && Letters.isLetter(text.charAt(at))
                && (at + 1 == text.length() || !Letters.isWordPart(text.charAt(at + 1)))) {
            at++;
        }
        int word = blanks(text, at, " ,");
        if (word == at) {
            return null;
        }
        int firstEnd = Letters.end(text, word);
        if (firstEnd > word
                && BEFORE.contains(Letters.lower(text.substring(word, firstEnd)))
                && firstEnd < text.length()
                && text.charAt(firstEnd) == ' ') {
            int end = capitalised(text, blanks(text, firstEnd, " "), 5);
            return end < 0 ? null : hit(text, start, end);
        }
        int words = 0;
        while (words < 5) {
            int end = Letters.end(text, word);
            if (end == word || (!Character.isUpperCase(text.charAt(word)) && !isDirection(text, word, end))) {
                return null;
            }
            if (words > 0 && BEHIND.contains(Letters.lower(text.substring(word, end)))) {
                return hit(text, start, end < text.length() && text.charAt(end) == '.' ? end + 1 : end);
            }
            words++;
            int next = end;
            while (next < text.length()
                    && (text.charAt(next) == ' '
                            || text.charAt(next) == '.'
                            || text.charAt(next) == '\''
                            || text.charAt(next) == '-')) {
                next++;
            }
            if (next == end || next - end > 2) {
                return null;
            }
            word = next;
        }
        return null;
    }

    private static boolean isDirection(String text, int start, int end) {
        String word = text.substring(start, end);
        return word.equals("of") || word.equals("the") || word.equals("th") || word.equals("st") || word.equals("nd");
    }

    /** "Musterstraße 12", "Calle Mayor 5", "PO Box 12". */
    private static @Nullable Hit fromWord(String text, int start, int end) {
        String lower = Letters.lower(text.substring(start, end));
        char c = lower.charAt(0);
        if (Character.isUpperCase(text.charAt(start))) {
            boolean street = false;
            for (String ending : ENDINGS) {
                street |= lower.endsWith(ending) && lower.length() > ending.length() + 1;
            }
            street |= (lower.equals("straße")
                            || lower.equals("str")
                            || lower.equals("allee")
                            || lower.equals("platz")
                            || lower.equals("weg")
                            || lower.equals("strasse"))
                    && start > 1;
            if (street) {
                int from = start;
                while (from > 1
                        && (text.charAt(from - 1) == '-' || (lower.length() <= 7 && text.charAt(from - 1) == ' '))
                        && Letters.isLetter(text.charAt(from - 2))) {
                    int begin = from - 1;
                    while (begin > 0 && Letters.isLetter(text.charAt(begin - 1))) {
                        begin--;
                    }
                    if (!Character.isUpperCase(text.charAt(begin))) {
                        break;
                    }
                    from = begin;
                }
                Hit hit = numberBehind(text, from, end);
                if (hit != null) {
                    return hit;
                }
            }
        }
        if (BEFORE.contains(lower) && end < text.length()) {
            int name = blanks(text, end, ". ");
            int nameEnd = capitalised(text, name, 5);
            Hit hit = nameEnd < 0 ? null : numberBehind(text, start, nameEnd);
            if (hit != null) {
                return hit;
            }
        }
        if ((lower.equals("po") || lower.equals("p") || lower.equals("postfach") || lower.equals("box"))
                && text.charAt(start) != 'p') {
            int at = blanks(text, end, ". ");
            if (lower.equals("p") && at < text.length() && text.charAt(at) == 'O') {
                at = blanks(text, at + 1, ". ");
            }
            if (text.startsWith("Box", at)) {
                at = blanks(text, at + 3, " #");
            } else if (!lower.equals("postfach")) {
                return null;
            }
            int digits = at;
            while (digits < text.length() && Letters.isDigit(text.charAt(digits))) {
                digits++;
            }
            return digits > at ? hit(text, start, digits) : null;
        }
        return "aslmdvwg".indexOf(c) >= 0 ? cued(text, start) : null;
    }

    /** Behind "I live at" stands an address in whatever form, if a number begins or ends it. */
    private static @Nullable Hit cued(String text, int start) {
        if (start + 1 >= text.length()) {
            return null;
        }
        int second = Character.toLowerCase(text.charAt(start + 1));
        for (String cue : CUES) {
            // Nearly every word ends here, and cheaply.
            if (cue.charAt(1) == second && text.regionMatches(true, start, cue, 0, cue.length())) {
                int from = blanks(text, start + cue.length(), " :\n\r");
                int end = from;
                boolean digit = false;
                boolean capital = false;
                while (end < text.length() && end - from < MOST) {
                    char c = text.charAt(end);
                    boolean stop = c == ';'
                            || c == '!'
                            || c == '?'
                            || (c == '.'
                                    && end + 1 < text.length()
                                    && text.charAt(end + 1) == ' '
                                    && end - from > 8
                                    && !isAbbreviation(text, end))
                            || (c == '\n'
                                    && end + 1 < text.length()
                                    && (text.charAt(end + 1) == '\n' || !isTail(text, end + 1)));
                    if (stop || isAnd(text, end)) {
                        break;
                    }
                    digit |= Letters.isDigit(c);
                    capital |= Character.isUpperCase(c);
                    end++;
                }
                while (end > from && " ,.\n\r".indexOf(text.charAt(end - 1)) >= 0) {
                    end--;
                }
                if (digit
                        && capital
                        && end - from >= 6
                        && (Letters.isDigit(text.charAt(from)) || Character.isUpperCase(text.charAt(from)))
                        && text.substring(from, end).indexOf('@') < 0
                        && text.substring(from, end).indexOf("://") < 0
                        && !isWordy(text.substring(from, end))) {
                    return new Hit(from, end, EntityType.ADDRESS, 0.82);
                }
                return null;
            }
        }
        return null;
    }

    /** More small words than an address has. */
    private static boolean isWordy(String text) {
        int small = 0;
        for (String word : KnownParties.words(text)) {
            small += Character.isLowerCase(word.charAt(0))
                            && CommonWords.get().has(word)
                            && !KnownParties.isParticle(word)
                    ? 1
                    : 0;
        }
        return small > 2;
    }

    private static boolean isAbbreviation(String text, int point) {
        int start = point;
        while (start > 0 && Letters.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return point - start <= 4
                && (BEHIND.contains(Letters.lower(text.substring(start, point)))
                        || WITHIN.contains(Letters.lower(text.substring(start, point)))
                        || point - start <= 2);
    }

    private static boolean isAnd(String text, int at) {
        return text.startsWith(" and ", at)
                || text.startsWith(" but ", at)
                || text.startsWith(" und ", at)
                || text.startsWith(" y ", at)
                || text.startsWith(" et ", at)
                || text.startsWith(", please", at)
                || text.startsWith(" instead", at);
    }

    private static @Nullable Hit numberBehind(String text, int start, int end) {
        int at = blanks(text, end, ". ,");
        int digits = at;
        while (digits < text.length() && Letters.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == at || digits - at > 5 || at == end) {
            return null;
        }
        if (digits < text.length()
                && Letters.isLetter(text.charAt(digits))
                && (digits + 1 == text.length() || !Letters.isWordPart(text.charAt(digits + 1)))) {
            digits++;
        }
        return digits < text.length() && Letters.isWordPart(text.charAt(digits)) ? null : hit(text, start, digits);
    }

    /** The end of up to so many words that begin with capitals, small ones between them; -1 where the first does not. */
    private static int capitalised(String text, int from, int most) {
        int at = from;
        int end = -1;
        for (int words = 0; words < most; words++) {
            int wordEnd = Letters.end(text, at);
            if (wordEnd == at || (wordEnd < text.length() && Letters.isDigit(text.charAt(wordEnd)))) {
                break;
            }
            boolean capital = Character.isUpperCase(text.charAt(at));
            if (!capital && (!KnownParties.isParticle(text.substring(at, wordEnd)) && wordEnd - at > 3)) {
                break;
            }
            end = capital ? wordEnd : end;
            if (wordEnd >= text.length() || " '\u2019-".indexOf(text.charAt(wordEnd)) < 0) {
                break;
            }
            at = wordEnd + 1;
        }
        return end;
    }

    /** The address with what follows: flat, postal code and town, country. */
    private static Hit hit(String text, int start, int end) {
        int at = end;
        int last = end;
        for (int parts = 0; parts < 8 && last - start < MOST; parts++) {
            int next = blanks(text, at, " ,\n\r.");
            if (next == at || next >= text.length() || breaks(text, at, next)) {
                break;
            }
            int partEnd = part(text, next, text.substring(at, next).indexOf('.') >= 0);
            if (partEnd < 0) {
                break;
            }
            last = partEnd;
            at = partEnd;
        }
        return new Hit(start, last, EntityType.ADDRESS, 0.9);
    }

    private static boolean breaks(String text, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines > 1;
    }

    /** The end of a part of an address: "Apt. 4", "NY 10001", "10115 Berlin", "SW1A 1AA", "Berlin", "Germany"; -1 where it is none. */
    private static int part(String text, int at, boolean behindPoint) {
        int wordEnd = Letters.end(text, at);
        if (wordEnd > at) {
            String word = text.substring(at, wordEnd);
            String lower = Letters.lower(word);
            if (WITHIN.contains(lower)) {
                int number = blanks(text, wordEnd, ". #");
                int end = number;
                while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
                    end++;
                }
                return end > number ? end : -1;
            }
            boolean code =
                    wordEnd < text.length() && Letters.isDigit(text.charAt(wordEnd)) && Letters.isUpper(word + "X");
            if (code) {
                return postcode(text, at);
            }
            if (!Character.isUpperCase(word.charAt(0)) || behindPoint) {
                return -1;
            }
            // A town or a country is what stands between commas or line ends, or two capitals before a postal code.
            int end = capitalised(text, at, 4);
            boolean closed = end == text.length() || ",\n\r.".indexOf(text.charAt(end)) >= 0;
            boolean comma = at > 1
                    && (text.charAt(at - 1) == ','
                            || text.charAt(at - 2) == ','
                            || text.charAt(at - 1) == '\n'
                            || Letters.isDigit(text.charAt(at - 2)));
            if (end < 0) {
                return -1;
            }
            int code2 = blanks(text, end, " ");
            int letters = Letters.end(text, code2);
            boolean zip =
                    letters - code2 <= 2 && letters < text.length() && Letters.isDigit(text.charAt(letters)) && comma;
            return zip || (comma && closed && word.length() > 3) ? end : -1;
        }
        int end = at;
        while (end < text.length() && Letters.isDigit(text.charAt(end))) {
            end++;
        }
        int length = end - at;
        if (length < 4 || length > 6) {
            return -1;
        }
        if (end + 4 < text.length() && text.charAt(end) == '-' && Letters.isDigit(text.charAt(end + 1))) {
            while (end < text.length() && (text.charAt(end) == '-' || Letters.isDigit(text.charAt(end)))) {
                end++;
            }
        }
        if (end < text.length() && text.charAt(end) == ' ') {
            int town = capitalised(text, end + 1, 3);
            boolean closed = town > 0 && (town == text.length() || ",\n\r. ".indexOf(text.charAt(town)) >= 0);
            return closed ? town : end;
        }
        return end;
    }

    private static boolean isTail(String text, int at) {
        int end = part(text, at, false);
        return end > 0;
    }

    /** "SW1A 1AA". */
    private static int postcode(String text, int at) {
        int end = at;
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        if (end - at > 8) {
            return -1;
        }
        if (end + 3 < text.length()
                && text.charAt(end) == ' '
                && Letters.isDigit(text.charAt(end + 1))
                && end + 4 <= text.length()
                && Character.isUpperCase(text.charAt(end + 2))) {
            return end + 4;
        }
        return end;
    }

    private static int blanks(String text, int from, String of) {
        int at = from;
        while (at < text.length() && of.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
