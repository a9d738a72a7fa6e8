package dev.retrial.tickets.redact;

import dev.retrial.tickets.redact.KnownParties.NamePart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What comes in the place of what belongs to people: the same for the same value in the whole scope, chosen by the key, and never two values' at once.
 */
final class Surrogates {

    private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};
    private static final String[] COMPANIES = {"Example", "Sample", "Placeholder", "Specimen", "Pattern", "Model"};
    private static final String[] COMPANY_KINDS = {"Works", "Group", "Trading", "Partners", "Labs", "Company"};
    private static final int TRIES = 60;

    private final RedactionKey key;
    private final String scope;
    private final String language;
    private final String region;
    private final KnownParties known;
    private final Map<String, String> chosen = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> taken;

    /**
     * For one ticket.
     *
     * @param key what chooses
     * @param scope the ticket's reference, or empty where the same person has one surrogate in all tickets
     * @param language the language whose names are given where a name does not tell
     * @param region the first country of the settings
     * @param known whom the ticket is about; nobody's surrogate is another's name
     */
    Surrogates(RedactionKey key, String scope, String language, String region, KnownParties known) {
        this.key = key;
        this.scope = scope;
        this.language = language;
        this.region = region;
        this.known = known;
        this.taken = known.taken();
    }

    /** What comes in the place of a value of a type. */
    String of(EntityType type, String value) {
        return switch (type) {
            case PERSON -> names(value);
            case EMAIL -> email(value);
            case PHONE ->
                unique(type, lastDigits(value), value, number -> ReservedNumbers.phone(value, region, number));
            case CARD -> unique(type, KnownParties.digits(value), value, number -> ReservedNumbers.card(value, number));
            case IBAN -> unique(type, plain(value), value, number -> ReservedNumbers.iban(value, number));
            case IP -> unique(type, Letters.lower(value), value, number -> ReservedNumbers.ip(value, number));
            case NATIONAL_ID -> nationalId(value);
            case ORGANISATION -> unique(type, Letters.fold(value), value, Surrogates::company);
            case ID -> sameShape(value);
            case ADDRESS -> unique(type, plain(value), value, number -> PlaceholderAddress.of(value, language, number));
            case SECRET -> "[secret]";
            case HIDDEN -> "[hidden]";
            case URL -> "redacted";
            case FILE -> file(value);
            case DATE, UNCERTAIN -> "[hidden]";
        };
    }

    private interface Choice {
        String of(long number);
    }

    private String unique(EntityType type, String normal, String value, Choice choice) {
        String id = type.key() + "|" + normal;
        String found = chosen.get(id);
        if (found != null && (type == EntityType.ORGANISATION || type == EntityType.ADDRESS || type == EntityType.IP)) {
            return found;
        }
        // The spelling follows what is written, so it is made anew; which number it is does not change.
        String seed = chosen.get("seed|" + id);
        for (int attempt = seed == null ? 0 : Integer.parseInt(seed); ; attempt++) {
            String made = choice.of(key.number(id + "|" + scope + "|" + attempt));
            String sign = type.key() + "|" + plain(made);
            if (seed != null
                    || attempt == TRIES
                    || (given.add(sign) && !plain(made).equals(plain(value)))) {
                chosen.putIfAbsent("seed|" + id, Integer.toString(attempt));
                chosen.putIfAbsent(id, made);
                return made;
            }
        }
    }

    /** Each word of a name for itself, so that first, last and full names stay those of one person. */
    private String names(String value) {
        StringBuilder names = new StringBuilder(value.length());
        int last = 0;
        for (int at = 0; at < value.length(); at++) {
            int end = Letters.end(value, at);
            if (end == at) {
                if (Letters.isDigit(value.charAt(at))) {
                    names.append(value, last, at).append((char) ('0' + number("digit|" + value + at) % 10));
                    last = at + 1;
                }
                continue;
            }
            String word = value.substring(at, end);
            names.append(value, last, at);
            names.append(KnownParties.isTitle(word) || KnownParties.isParticle(word) ? word : name(word));
            last = end;
            at = end - 1;
        }
        return names.append(value, last, value.length()).toString();
    }

    /** The surrogate of one word of a name, in its case. */
    String name(String word) {
        String folded = Letters.fold(word);
        NamePart part = known.part(folded);
        String normal = part == null ? folded : part.folded();
        if (part == null) {
            String joined = known.joined(folded);
            if (joined != null) {
                StringBuilder made = new StringBuilder();
                for (String one : joined.split(" ")) {
                    made.append(Letters.inCaseOf(name(one), word));
                }
                return Letters.inCaseOf(made.toString(), word);
            }
            if (word.length() == 1 && !Letters.standsAlone(word.charAt(0))) {
                return Letters.inCaseOf(initial(folded), word);
            }
        }
        String name = chosen.get("name|" + normal);
        if (name == null) {
            name = choose(word, normal, part == null || part.first());
            chosen.put("name|" + normal, name);
        }
        return Letters.inCaseOf(name, word);
    }

    private String initial(String letter) {
        for (String part : taken) {
            String name = part.startsWith(letter) ? chosen.get("name|" + part) : null;
            if (name != null) {
                return name.substring(0, 1);
            }
        }
        return Character.toString((char) ('A' + number("initial|" + letter) % 26));
    }

    private String choose(String word, String normal, boolean first) {
        NamePool pool = NamePool.of(languageOf(word));
        List<String> names = first ? pool.first() : pool.last();
        String best = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String name = names.get((int) (number("name|" + normal + "|" + attempt) % names.size()));
            String folded = Letters.fold(name);
            if (taken.contains(folded)
                    || given.contains("name|" + folded)
                    || CommonWords.get().has(name)) {
                continue;
            }
            best = best.isEmpty() ? name : best;
            if (lengthClass(name) == lengthClass(word)) {
                best = name;
                break;
            }
        }
        if (best.isEmpty()) {
            best = "Person" + Long.toString(number("name|" + normal) % 1_000_000, 26);
        }
        given.add("name|" + Letters.fold(best));
        return best;
    }

    private static int lengthClass(String word) {
        return word.length() <= 4 ? 0 : word.length() <= 7 ? 1 : 2;
    }

    private String languageOf(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0x250) {
                String script = script(c);
                if (script != null) {
                    return script;
                }
            }
        }
        return language;
    }

    private static @org.jspecify.annotations.Nullable String script(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, HAN -> "ja";
            case HANGUL -> "ko";
            case CYRILLIC -> "ru";
            case GREEK -> "el-GR";
            case ARABIC -> "ar";
            case HEBREW -> "he";
            case THAI -> "th";
            default -> null;
        };
    }

    private String email(String value) {
        int at = value.lastIndexOf('@');
        if (at <= 0) {
            return "person@example.com";
        }
        String local = value.substring(0, at);
        StringBuilder made = new StringBuilder(value.length());
        for (int i = 0; i < local.length(); i++) {
            int end = Letters.end(local, i);
            if (end > i) {
                String word = local.substring(i, end);
                made.append(KnownParties.isNobody(word) ? word : ascii(name(word)));
                i = end - 1;
            } else if (Character.isDigit(local.charAt(i))) {
                made.append((char) ('0' + number("digit|" + Letters.lower(local) + i) % 10));
            } else {
                made.append(local.charAt(i));
            }
        }
        return made + "@" + domain(value.substring(at + 1));
    }

    /** Mail knows no accents, and little else than Latin letters. */
    private static String ascii(String name) {
        String folded = Letters.fold(name);
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) >= 0x80) {
                return "person" + Integer.toHexString(name.hashCode() & 0xFFF);
            }
        }
        return Letters.inCaseOf(
                Letters.isCapitalised(name) ? Character.toUpperCase(folded.charAt(0)) + folded.substring(1) : folded,
                name);
    }

    /** The domain in the place of another: one of the reserved ones, or a part of it where a ticket has more. */
    String domain(String host) {
        return unique(EntityType.URL, Letters.lower(host), host, number -> {
                    String domain = DOMAINS[(int) (number % DOMAINS.length)];
                    return number / 3 % 4 == 0
                            ? domain
                            : Letters.lower(COMPANIES[(int) (number / 12 % COMPANIES.length)]) + "." + domain;
                })
                .toLowerCase(Locale.ROOT);
    }

    private static String company(long number) {
        return COMPANIES[(int) (number % COMPANIES.length)] + " "
                + COMPANY_KINDS[(int) (number / COMPANIES.length % COMPANY_KINDS.length)];
    }

    private String nationalId(String value) {
        String digits = KnownParties.digits(value);
        return digits.length() == 9 && value.length() == 11 && Letters.isDigit(value.charAt(0))
                ? unique(EntityType.NATIONAL_ID, digits, value, ReservedNumbers::socialSecurity)
                : sameShape(value);
    }

    /** Letters for letters and digits for digits; a short word before the first sign, such as {@code CUST-}, says what it is and stays. */
    String sameShape(String value) {
        String normal = Letters.lower(value);
        return unique(EntityType.ID, normal, value, number -> {
            StringBuilder made = new StringBuilder(value.length());
            int kept = prefix(value);
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                long one = i < kept ? 0 : this.number("id|" + number + "|" + i);
                if (i < kept || !Letters.isWordPart(c)) {
                    made.append(c);
                } else if (Character.isDigit(c)) {
                    boolean leading = (i == 0 || !Character.isDigit(value.charAt(i - 1))) && c != '0';
                    made.append((char) ('0' + (leading ? 1 + one % 9 : one % 10)));
                } else {
                    made.append((char) ((Character.isUpperCase(c) ? 'A' : 'a') + one % 26));
                }
            }
            return made.toString();
        });
    }

    private static int prefix(String value) {
        int end = Letters.end(value, 0);
        return end > 0 && end <= 5 && end < value.length() && "-_:#".indexOf(value.charAt(end)) >= 0 ? end + 1 : 0;
    }

    private String file(String value) {
        int dot = value.lastIndexOf('.');
        String extension = dot > 0 && value.length() - dot <= 6 && isPlain(value, dot + 1)
                ? Letters.lower(value.substring(dot))
                : "";
        String found = chosen.get("file|" + value);
        if (found == null) {
            found = "attachment-" + (1 + files++) + extension;
            chosen.put("file|" + value, found);
        }
        return found;
    }

    private int files;

    private static boolean isPlain(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = Character.toLowerCase(value.charAt(i));
            if (!Letters.isDigit(c) && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return from < value.length();
    }

    private long number(String of) {
        return key.number(of + "|" + scope);
    }

    /** The letters and digits, in lower case. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (Letters.isWordPart(value.charAt(i))) {
                plain.append(Character.toLowerCase(value.charAt(i)));
            }
        }
        return plain.toString();
    }

    /** The same number with and without its country's. */
    private static String lastDigits(String value) {
        String digits = KnownParties.digits(value);
        return digits.substring(Math.max(0, digits.length() - 9));
    }
}
