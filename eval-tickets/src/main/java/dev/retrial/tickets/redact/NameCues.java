package dev.retrial.tickets.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that a text says to be some: behind "my name is", in greetings, below "Best regards", before an address in angle brackets. */
final class NameCues {

    private enum Strength {
        /** A name follows, in whatever case. */
        STRONG,
        /** A name may follow: it has to be written as one. */
        MEDIUM,
        /** As before, and what follows it has to fit. */
        WEAK,
        /** Whom a message speaks to: a comma or the end of the line follows. */
        GREETING,
        /** The end of a message: the name stands behind a comma or in the next line. */
        CLOSING
    }

    private record Cue(String words, Strength strength) {}

    private static final Map<String, List<Cue>> CUES = new HashMap<>();

    static {
        add(
                Strength.STRONG,
                "my name is",
                "my name's",
                "my full name is",
                "name is",
                "name:",
                "full name:",
                "mein name ist",
                "ich heiße",
                "ich heisse",
                "name ist",
                "je m'appelle",
                "mon nom est",
                "me llamo",
                "mi nombre es",
                "mi chiamo",
                "il mio nome è",
                "меня зовут",
                "the name's",
                "they call me",
                "registered to",
                "registered under",
                "under the name",
                "in the name of",
                "im namen von",
                "auf den namen",
                "au nom de",
                "a nombre de",
                "account holder",
                "cardholder",
                "card holder",
                "kontoinhaber",
                "titulaire",
                "titular");
        add(
                Strength.MEDIUM,
                "i'm",
                "i am",
                "im",
                "it's",
                "ich bin",
                "je suis",
                "soy",
                "spoke with",
                "spoke to",
                "speak with",
                "speak to",
                "speaking with",
                "talked to",
                "talked with",
                "talk to",
                "chatted with",
                "contacted by",
                "helped by",
                "assisted by",
                "on behalf of",
                "attn",
                "c/o",
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
                "monsieur",
                "madame",
                "mme",
                "mlle",
                "señor",
                "señora",
                "sr",
                "sra",
                "signor",
                "signora",
                "my husband",
                "my wife",
                "my son",
                "my daughter",
                "my partner",
                "my colleague",
                "my boss",
                "my manager",
                "my friend",
                "my brother",
                "my sister",
                "my mother",
                "my father",
                "my mom",
                "my dad",
                "my assistant",
                "our manager",
                "your colleague",
                "your agent",
                "your rep",
                "mein mann",
                "meine frau",
                "mein sohn",
                "meine tochter",
                "mein kollege",
                "meine kollegin",
                "ihr kollege",
                "ihre kollegin",
                "mon mari",
                "ma femme",
                "mon fils",
                "ma fille",
                "mon collègue",
                "votre collègue",
                "mi marido",
                "mi esposa",
                "mi mujer",
                "mi hijo",
                "mi hija",
                "from:",
                "to:",
                "cc:",
                "von:",
                "an:",
                "de:",
                "à:",
                "para:",
                "customer:",
                "kunde:",
                "contact:",
                "recipient:",
                "client:",
                "passenger:",
                "signed",
                "wrote",
                "schrieb",
                "agent named",
                "someone called",
                "a person named",
                "named",
                "a guy called",
                "asked for",
                "ask for");
        add(Strength.WEAK, "this is", "hier ist", "hier spricht", "hier schreibt", "c'est", "aquí", "habla");
        add(
                Strength.GREETING,
                "hi",
                "hello",
                "hey",
                "dear",
                "good morning",
                "good afternoon",
                "good evening",
                "hallo",
                "liebe",
                "lieber",
                "moin",
                "guten tag",
                "guten morgen",
                "sehr geehrte",
                "sehr geehrter",
                "bonjour",
                "bonsoir",
                "salut",
                "cher",
                "chère",
                "hola",
                "estimado",
                "estimada",
                "querido",
                "querida",
                "buenos días",
                "buenas tardes",
                "ciao",
                "gentile",
                "danke",
                "thanks",
                "thank you",
                "merci",
                "gracias",
                "sorry");
        add(
                Strength.CLOSING,
                "best regards",
                "kind regards",
                "warm regards",
                "regards",
                "best",
                "best wishes",
                "all the best",
                "sincerely",
                "yours sincerely",
                "yours truly",
                "yours faithfully",
                "thanks",
                "many thanks",
                "thank you",
                "thx",
                "cheers",
                "thanks in advance",
                "thanks again",
                "respectfully",
                "mit freundlichen grüßen",
                "mit freundlichen grüssen",
                "mit freundlichem gruß",
                "mit freundlichem gruss",
                "freundliche grüße",
                "freundliche grüsse",
                "viele grüße",
                "viele grüsse",
                "liebe grüße",
                "liebe grüsse",
                "beste grüße",
                "herzliche grüße",
                "schöne grüße",
                "gruß",
                "gruss",
                "grüße",
                "lg",
                "mfg",
                "vg",
                "danke",
                "vielen dank",
                "cordialement",
                "bien cordialement",
                "bien à vous",
                "sincères salutations",
                "merci",
                "merci d'avance",
                "salutations",
                "saludos",
                "un saludo",
                "saludos cordiales",
                "atentamente",
                "cordialmente",
                "gracias",
                "muchas gracias");
    }

    private static void add(Strength strength, String... phrases) {
        for (String phrase : phrases) {
            String first = phrase.substring(0, Letters.end(phrase, 0));
            CUES.computeIfAbsent(first, key -> new ArrayList<>(2)).add(new Cue(phrase, strength));
        }
    }

    private final String text;
    private final List<String> names = new ArrayList<>(0);

    private NameCues(String text) {
        this.text = text;
    }

    /** The names, as written, in the order of the text. */
    static List<String> names(String text) {
        NameCues cues = new NameCues(text);
        cues.find();
        return cues.names;
    }

    private void find() {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '<' && at > 1) {
                beforeAddress(at);
            } else if ((c == '-' || c == '\u2014' || c == '\u2013' || c == '~') && isLineStart(at)) {
                int behind = at;
                while (behind < text.length() && "-\u2014\u2013~ ".indexOf(text.charAt(behind)) >= 0) {
                    behind++;
                }
                closing(behind, true);
            }
            int end = Letters.end(text, at);
            if (end > at) {
                if (end - at <= 12) {
                    List<Cue> cues = CUES.get(Letters.lower(text.substring(at, end)));
                    if (cues != null) {
                        for (Cue cue : cues) {
                            tryCue(cue, at);
                        }
                    }
                }
                if (Letters.standsAlone(c)) {
                    eastern(at, end);
                }
                at = end - 1;
            }
        }
    }

    private void tryCue(Cue cue, int at) {
        int end = matches(cue.words, at);
        if (end < 0) {
            return;
        }
        switch (cue.strength) {
            case STRONG -> addName(nameFrom(blanks(end, ":=\"' "), true));
            case MEDIUM -> {
                Span name = nameFrom(blanks(end, ".:\"' "), false);
                addName(name);
            }
            case WEAK -> {
                Span name = nameFrom(blanks(end, " "), false);
                if (name != null
                        && (name.words > 1
                                || name.lexical
                                || follows(
                                        name.end,
                                        "from",
                                        "with",
                                        "here",
                                        "speaking",
                                        "calling",
                                        "again",
                                        "von",
                                        "de"))) {
                    addName(name);
                }
            }
            case GREETING -> {
                Span name = nameFrom(blanks(end, " ,"), false);
                if (name == null && isLineStart(at)) {
                    name = lexicalFrom(blanks(end, " "));
                }
                if (name != null && Sentence.isAddress(text, name.end)) {
                    addName(name);
                }
            }
            case CLOSING -> closing(end, false);
        }
    }

    /** The name in the rest of the line, or in the next line that is not empty. */
    private void closing(int from, boolean dash) {
        int at = blanks(from, " ,.!-\u2014\u2013");
        if (at == from && !dash && at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            return;
        }
        for (int lines = 0; lines < 2 && !dash && at < text.length() && isBreak(text.charAt(at)); lines++) {
            at = blanks(at + 1, " \r\t*_-");
        }
        Span name = nameFrom(at, false);
        if (name == null) {
            name = lexicalFrom(at);
        }
        if (name != null && (name.end == text.length() || isBreak(text.charAt(name.end)) || endsLine(name.end))) {
            addName(name);
        }
    }

    /** Whether what stands behind a name in a signature is a post or a company, or nothing. */
    private boolean endsLine(int end) {
        int at = blanks(end, " .!");
        return at == text.length() || isBreak(text.charAt(at)) || ",|(/-\u2013<".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** "Dana Whitfield <dana@…>". */
    private void beforeAddress(int bracket) {
        int mail = bracket;
        while (mail < text.length() && mail - bracket <= 70 && text.charAt(mail) != '@') {
            mail++;
        }
        if (mail == text.length()
                || text.charAt(mail) != '@'
                || text.substring(bracket, mail).indexOf('\n') >= 0) {
            return;
        }
        int start = bracket;
        int words = 0;
        int at = bracket;
        while (at > 0 && words < 4) {
            int end = at;
            while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '"')) {
                end--;
            }
            int begin = end;
            while (begin > 0
                    && (Letters.isLetter(text.charAt(begin - 1)) || ".'\u2019-".indexOf(text.charAt(begin - 1)) >= 0)) {
                begin--;
            }
            String word = text.substring(begin, end);
            if (word.isEmpty() || !Letters.isCapitalised(word) || begin == 0 && words > 3) {
                break;
            }
            start = begin;
            at = begin;
            words++;
        }
        if (words > 0) {
            names.add(text.substring(start, bracket).replace('"', ' ').strip());
        }
    }

    /**
     * A name.
     *
     * @param words how many words it has
     * @param lexical whether its first word is a usual first name
     */
    private record Span(int start, int end, int words, boolean lexical) {}

    private void addName(@org.jspecify.annotations.Nullable Span name) {
        if (name != null) {
            names.add(text.substring(name.start, name.end));
        }
    }

    /** The name that stands here, or null. */
    private @org.jspecify.annotations.Nullable Span nameFrom(int from, boolean anyCase) {
        int start = from;
        int title = Letters.end(text, from);
        while (title > from && KnownParties.isTitle(text.substring(start, title)) && title - start > 0) {
            start = blanks(title, ". ");
            int next = Letters.end(text, start);
            if (next == start || next == title) {
                break;
            }
            title = next;
        }
        int at = start;
        int end = -1;
        int words = 0;
        boolean lexical = false;
        while (words < 4) {
            int wordEnd = Letters.end(text, at);
            if (wordEnd == at || wordEnd - at > 30) {
                break;
            }
            String word = text.substring(at, wordEnd);
            boolean initial = word.length() == 1 && Letters.isCapitalised(word);
            boolean particle = words > 0
                    && KnownParties.isParticle(word)
                    && !word.equals("and")
                    && !word.equals("und")
                    && !word.equals("y");
            boolean first = NamePool.isFirstName(Letters.fold(word));
            if (particle) {
                int next = blanks(wordEnd, " '\u2019");
                if (next >= text.length() || !Character.isUpperCase(text.charAt(next))) {
                    break;
                }
            } else if (!(initial && words > 0) && !isNameWord(word, first, anyCase, words, lexical)) {
                break;
            }
            lexical |= words == 0 && first;
            words++;
            end = wordEnd;
            int next = wordEnd;
            if (next < text.length()
                    && (text.charAt(next) == ' '
                            || text.charAt(next) == '-'
                            || text.charAt(next) == '\''
                            || text.charAt(next) == '\u2019'
                            || (text.charAt(next) == '.' && initial))) {
                next++;
                next = initial && next < text.length() && text.charAt(next) == ' ' ? next + 1 : next;
            } else {
                break;
            }
            at = next;
        }
        return end < 0 ? null : new Span(start, end, words, lexical);
    }

    private boolean isNameWord(String word, boolean first, boolean anyCase, int words, boolean lexical) {
        if (KnownParties.isNobody(word)) {
            return false;
        }
        boolean common = CommonWords.get().has(word);
        if (!Letters.isCapitalised(word)) {
            return anyCase && !common && word.length() > 1;
        }
        if (Letters.standsAlone(word.charAt(0))) {
            return true;
        }
        return word.length() > 1
                && (!common
                        || first
                        || (words > 0 && lexical && !Letters.isUpper(word))
                        || (words > 0 && NamePool.isLastName(Letters.fold(word))));
    }

    /** A usual first name in lower case, as people greet in a hurry. */
    private @org.jspecify.annotations.Nullable Span lexicalFrom(int from) {
        int end = Letters.end(text, from);
        if (end - from < 3 || end - from > 20) {
            return null;
        }
        String word = text.substring(from, end);
        return NamePool.isFirstName(Letters.fold(word)) && !CommonWords.get().has(word)
                ? new Span(from, end, 1, true)
                : null;
    }

    /** Japanese, Chinese and Korean put the word that tells a name behind it, or have no blank between the two. */
    private void eastern(int start, int end) {
        for (String behind : new String[] {"と申します", "さん", "様", "です。", "입니다", "님"}) {
            for (int at = text.indexOf(behind, start); at > start && at < end; at = text.indexOf(behind, at + 1)) {
                int begin = at;
                while (begin > start && at - begin < 8 && isNameSign(text.charAt(begin - 1))) {
                    begin--;
                }
                if (at - begin >= 2 && at - begin <= 6 && !behind.startsWith("です")) {
                    names.add(text.substring(begin, at));
                }
            }
        }
        for (String before : new String[] {"我叫", "我是", "私は", "名前は", "이름은 "}) {
            int at = text.indexOf(before, start);
            if (at >= 0 && at < end) {
                int from = at + before.length();
                int to = from;
                while (to < text.length() && to - from < 5 && isNameSign(text.charAt(to))) {
                    to++;
                }
                if (to - from >= 2) {
                    names.add(text.substring(from, Math.min(to, from + 4)));
                }
            }
        }
    }

    /** Han, Katakana and Hangul, of which names are; Hiragana is mostly grammar. */
    private static boolean isNameSign(char c) {
        return (c >= 0x30A0 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF);
    }

    private int matches(String words, int at) {
        int i = at;
        for (int w = 0; w < words.length(); w++) {
            char wanted = words.charAt(w);
            if (wanted == ':' && i < text.length() && text.charAt(i) == ' ') {
                i++;
            }
            if (i >= text.length()) {
                return -1;
            }
            char c = text.charAt(i);
            if (Character.toLowerCase(c == '\u2019' ? '\'' : c) != wanted) {
                return -1;
            }
            i++;
        }
        return i == text.length() || !Letters.isWordPart(text.charAt(i)) || words.endsWith(":") ? i : -1;
    }

    private boolean follows(int end, String... words) {
        int at = blanks(end, " ,");
        for (String word : words) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isLineStart(int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '>')) {
            before--;
        }
        return before < 0 || isBreak(text.charAt(before));
    }

    private int blanks(int from, String of) {
        int at = from;
        while (at < text.length() && of.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
