package dev.retrial.tickets.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a ticket is about: what the export names, and what its texts say of themselves ("my name is …"). Filled before anything is replaced, so that
 * a name that is introduced late is hidden in the first message too.
 */
final class KnownParties {

    /** More than any ticket has; what a hostile one names beyond is found by its form. */
    private static final int MOST = 5_000;

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "herr",
            "herrn",
            "frau",
            "m",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "señor",
            "señora",
            "don",
            "sir",
            "madam",
            "phd",
            "jr",
            "md",
            "esq",
            "doktor",
            "professor");

    private static final Set<String> PARTICLES = Set.of(
            "von", "van", "de", "del", "della", "der", "den", "di", "da", "dos", "das", "du", "la", "le", "el", "al",
            "bin", "ben", "ibn", "zu", "zum", "und", "and", "y", "ter", "ten", "af", "av", "o");

    private static final Set<String> NOBODY = Set.of(
            "customer",
            "customers",
            "support",
            "team",
            "agent",
            "assistant",
            "bot",
            "user",
            "visitor",
            "guest",
            "client",
            "unknown",
            "anonymous",
            "sales",
            "billing",
            "service",
            "helpdesk",
            "desk",
            "help",
            "admin",
            "info",
            "system",
            "automation",
            "kunde",
            "kundin",
            "kundenservice",
            "the",
            "company",
            "contact",
            "lead",
            "test",
            "noreply",
            "reply",
            "mail",
            "email",
            "web",
            "website",
            "office",
            "shop",
            "store",
            "account",
            "accounts",
            "orders",
            "order",
            "hello",
            "hi",
            "me",
            "you",
            "we",
            "us",
            "your",
            "our",
            "my",
            "all",
            "everyone",
            "there",
            "sir",
            "deleted",
            "null",
            "none",
            "na",
            "operator",
            "specialist");

    /**
     * A part of a name.
     *
     * @param first whether it is given and not inherited
     * @param common whether it is a word of its own too, such as Will or May
     */
    record NamePart(String folded, boolean first, boolean common) {}

    /**
     * A text that is personal as it stands.
     *
     * @param lower the text in lower case
     * @param type what it is
     * @param exact as it is written, where a single usual word has to be written so; null where case does not matter
     */
    record Phrase(String lower, EntityType type, @Nullable String exact) {}

    private final Map<String, NamePart> parts = new HashMap<>();
    private final Map<String, String> joined = new HashMap<>();
    private final Set<String> standing = new LinkedHashSet<>();
    private final Map<String, Phrase> phrases = new HashMap<>();
    private final Set<String> phones = new LinkedHashSet<>();
    private final Set<String> spared = new HashSet<>();
    private final CommonWords common = CommonWords.get();

    /** A person's name as somebody wrote it, in one or several words; what is nobody's, such as "Customer Support", is passed over. */
    void name(String written) {
        String name = written.strip();
        if (name.isEmpty() || name.length() > 200 || parts.size() > MOST) {
            return;
        }
        int comma = name.indexOf(',');
        if (comma > 0 && comma < name.length() - 1) {
            name = name.substring(comma + 1).strip() + " "
                    + name.substring(0, comma).strip();
        }
        List<String> words = words(name);
        boolean somebody = false;
        for (String word : words) {
            somebody |= !NOBODY.contains(Letters.fold(word));
        }
        if (!somebody) {
            return;
        }
        if (hasDigit(name) || name.indexOf('_') >= 0) {
            phrase(name, EntityType.PERSON);
        }
        List<String> folded = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (Letters.standsAlone(word.charAt(0))) {
                standing.add(word);
                folded.add(word);
            } else if (isTelling(word)) {
                part(word, words.size() == 1 || i < words.size() - 1);
                folded.add(Letters.fold(word));
            }
        }
        join(folded);
    }

    private boolean isTelling(String word) {
        String lower = Letters.lower(word);
        return word.length() > 1
                && !TITLES.contains(lower)
                && !PARTICLES.contains(lower)
                && !NOBODY.contains(Letters.fold(word));
    }

    private void part(String word, boolean first) {
        String folded = Letters.fold(word);
        NamePart part = new NamePart(folded, first, word.length() < 3 || common.has(word));
        parts.putIfAbsent(folded, part);
        String transcribed = Letters.foldByTranscription(word);
        if (!transcribed.equals(folded)) {
            parts.putIfAbsent(transcribed, part);
        }
    }

    /** As names are written in addresses and logins: {@code danawhitfield}, {@code dwhitfield}, {@code danaw}. */
    private void join(List<String> words) {
        if (words.size() < 2) {
            return;
        }
        String a = words.get(0);
        String b = words.get(words.size() - 1);
        if (a.length() > 1 && b.length() > 1) {
            joined.putIfAbsent(a + b, a + " " + b);
            joined.putIfAbsent(b + a, b + " " + a);
            if (b.length() > 2) {
                joined.putIfAbsent(a.charAt(0) + b, a.charAt(0) + " " + b);
                joined.putIfAbsent(b + a.charAt(0), b + " " + a.charAt(0));
            }
            if (a.length() > 2) {
                joined.putIfAbsent(a + b.charAt(0), a + " " + b.charAt(0));
            }
        }
    }

    /** An e-mail address; where its name is that of a person in two words, they are known from it. */
    void email(String address) {
        String email = address.strip();
        int at = email.indexOf('@');
        if (at <= 0 || email.length() > 320) {
            return;
        }
        phrase(email, EntityType.EMAIL);
        List<String> words = words(email.substring(0, at));
        if (words.size() == 2 && isNameOfAddress(words.get(0)) && isNameOfAddress(words.get(1))) {
            name(words.get(0) + " " + words.get(1));
        }
    }

    private boolean isNameOfAddress(String word) {
        return word.length() > 2
                && !NOBODY.contains(Letters.fold(word))
                && (!common.has(word) || NamePool.isFirstName(Letters.fold(word)));
    }

    /** A telephone number in any spelling. */
    void phone(String written) {
        String digits = digits(written);
        if (digits.length() >= 6 && digits.length() <= 17) {
            phones.add(digits.substring(Math.max(0, digits.length() - 9)));
        }
    }

    /** A text that is personal as it stands: an organisation, an id, the value of a personal field. */
    void phrase(String written, EntityType type) {
        String text = written.strip();
        if (text.length() < (type == EntityType.ID ? 4 : 3) || text.length() > 400 || phrases.size() > MOST) {
            return;
        }
        boolean word = Letters.end(text, 0) == text.length() && common.has(text);
        String lower = Letters.lower(text);
        phrases.putIfAbsent(lower, new Phrase(lower, type, word ? text : null));
    }

    /** The name of a bot or of the company itself, which is nobody's. */
    void spare(String written) {
        for (String word : words(written)) {
            spared.add(Letters.fold(word));
        }
    }

    /** Whether all words of a name are of the company's own. */
    boolean isSpared(String name) {
        for (String word : words(name)) {
            if (!spared.contains(Letters.fold(word))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a folded word is a part of somebody's name. */
    @Nullable
    NamePart part(String folded) {
        return parts.get(folded);
    }

    /** The parts, with a blank between them, of which a folded word is made; null where it is none. */
    @Nullable
    String joined(String folded) {
        return joined.get(folded);
    }

    /** Names in scripts without blanks. */
    Set<String> standing() {
        return standing;
    }

    Iterable<Phrase> phrases() {
        return phrases.values();
    }

    /** The last digits, nine at most, of known telephone numbers. */
    Set<String> phones() {
        return phones;
    }

    /** Every word that must not come out as somebody's surrogate. */
    Set<String> taken() {
        return new HashSet<>(parts.keySet());
    }

    static boolean isNobody(String word) {
        return NOBODY.contains(Letters.fold(word));
    }

    static boolean isTitle(String word) {
        return TITLES.contains(Letters.lower(word));
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(Letters.lower(word));
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int end = Letters.end(text, at);
            if (end > at) {
                words.add(text.substring(at, end));
                at = end;
            }
        }
        return words;
    }

    static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Letters.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean hasDigit(String text) {
        return !digits(text).isEmpty();
    }
}
