package dev.retrial.tickets.duplicate;

import java.util.Locale;

/**
 * Leaves out what e-mail adds to a message: greeting, closing and signature, disclaimers, what a telephone appends, quoted history. Looks
 * at lines and at their first and last words; no expression is searched for, so that the time is linear in the text.
 */
final class Boilerplate {

    private static final int LINES = 4_000;
    private static final int LONGEST_LINE_LOOKED_AT = 1_000;

    private static final String[] GREETINGS = {
        "hi",
        "hello",
        "hey",
        "dear",
        "greetings",
        "good morning",
        "good afternoon",
        "good evening",
        "hallo",
        "guten tag",
        "guten morgen",
        "sehr geehrte",
        "sehr geehrter",
        "liebe",
        "lieber",
        "servus",
        "moin",
        "bonjour",
        "bonsoir",
        "salut",
        "cher",
        "chère",
        "hola",
        "buenos días",
        "buenas tardes",
        "estimado",
        "estimada",
        "ciao",
        "buongiorno",
        "gentile",
        "olá",
        "beste",
        "goedendag"
    };
    private static final String[] CLOSINGS = {
        "regards",
        "best regards",
        "kind regards",
        "warm regards",
        "many thanks and regards",
        "with best regards",
        "sincerely",
        "yours sincerely",
        "yours faithfully",
        "yours truly",
        "best wishes",
        "respectfully",
        "mit freundlichen grüßen",
        "mit freundlichen grüssen",
        "freundliche grüße",
        "freundliche grüsse",
        "viele grüße",
        "beste grüße",
        "liebe grüße",
        "mfg",
        "lg",
        "cordialement",
        "bien cordialement",
        "bien à vous",
        "sincères salutations",
        "saludos",
        "un saludo",
        "atentamente",
        "cordiali saluti",
        "distinti saluti",
        "met vriendelijke groet",
        "atenciosamente"
    };
    private static final String[] THANKS = {
        "thanks",
        "many thanks",
        "thank you",
        "thanks in advance",
        "thx",
        "cheers",
        "best",
        "danke",
        "vielen dank",
        "danke im voraus",
        "merci",
        "merci d'avance",
        "gracias",
        "grazie",
        "bedankt",
        "obrigado",
        "obrigada"
    };
    private static final String[] DEVICES = {
        "sent from my ", "sent from outlook", "sent via ", "get outlook for ", "gesendet von meinem ", "gesendet mit ",
        "von meinem iphone gesendet", "envoyé de mon ", "envoyé depuis ", "enviado desde mi ", "inviato da ",
                "verstuurd vanaf "
    };
    private static final String[] DISCLAIMERS = {
        "confidential",
        "intended recipient",
        "intended only",
        "intended solely",
        "unauthorised",
        "unauthorized",
        "disclaimer",
        "e-mail and any",
        "email and any",
        "in error",
        "virus",
        "privileged",
        "before printing",
        "vertraulich",
        "irrtümlich",
        "unbefugt",
        "adressat",
        "confidentiel",
        "destinataire",
        "confidencial",
        "destinatario"
    };
    private static final String[] HISTORY = {
        "original message",
        "forwarded message",
        "ursprüngliche nachricht",
        "weitergeleitete nachricht",
        "message d'origine",
        "message transféré",
        "mensaje original",
        "messaggio originale"
    };
    private static final String[] WROTE = {
        "wrote:", "schrieb:", "a écrit :", "a écrit:", "escribió:", "ha scritto:", "schreef:", "escreveu:"
    };
    private static final String[] FROM = {"from:", "von:", "de :", "de:", "da:", "van:"};
    private static final String[] SENT = {
        "sent:",
        "date:",
        "to:",
        "gesendet:",
        "datum:",
        "an:",
        "envoyé",
        "à:",
        "à :",
        "enviado",
        "para:",
        "inviato",
        "a:",
        "verzonden:"
    };

    /** Is told of what is kept, in order. */
    interface Kept {
        void part(int from, int to);
    }

    private Boilerplate() {}

    static void strip(String text, Kept kept) {
        int length = text.length();
        int from = 0;
        boolean content = false;
        for (int line = 0; from < length; line++) {
            int to = lineEnd(text, from);
            if (line >= LINES) {
                kept.part(from, length);
                return;
            }
            int start = from;
            int end = to;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            while (end > start && text.charAt(end - 1) <= ' ') {
                end--;
            }
            from = to + 1;
            if (start == end || text.charAt(start) == '>') {
                continue;
            }
            if (end - start > LONGEST_LINE_LOOKED_AT) {
                kept.part(start, end);
                content = true;
                continue;
            }
            String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
            if (endsMessage(lower, text, from, content)) {
                return;
            }
            if (leftOut(lower)) {
                continue;
            }
            int greeting = content ? 0 : greetingOf(lower);
            if (start + greeting < end) {
                kept.part(start + greeting, end);
                content = true;
            }
        }
    }

    private static boolean endsMessage(String lower, String text, int next, boolean content) {
        if (lower.equals("--") || lower.equals("\u2014")) {
            return content;
        }
        if (lower.startsWith("--") && containsAny(lower, HISTORY)) {
            return true;
        }
        String following = following(text, next);
        if (startsWithAny(lower, FROM) && startsWithAny(following, SENT)) {
            return true;
        }
        if (saysWhoWrote(lower)) {
            return !following.startsWith(">");
        }
        if (!content) {
            return false;
        }
        String words = withoutMarks(lower);
        return (isAny(words, CLOSINGS) && onlyNames(text, next, 6, 6))
                || (isAny(words, THANKS) && onlyNames(text, next, 2, 4));
    }

    private static boolean saysWhoWrote(String lower) {
        return endsWithAny(lower, WROTE)
                || (lower.startsWith("am ") && lower.endsWith(":") && lower.contains(" schrieb "));
    }

    private static boolean leftOut(String lower) {
        if (startsWithAny(lower, DEVICES) || saysWhoWrote(lower)) {
            return true;
        }
        int marks = 0;
        for (String mark : DISCLAIMERS) {
            if (lower.contains(mark) && ++marks == 2) {
                return true;
            }
        }
        return false;
    }

    /** How much of the line greets: all of it where it says no more, up to the comma where it goes on. */
    private static int greetingOf(String lower) {
        for (String greeting : GREETINGS) {
            if (lower.startsWith(greeting)
                    && (lower.length() == greeting.length() || !Character.isLetter(lower.charAt(greeting.length())))) {
                int words = 1;
                for (int i = greeting.length(); i < lower.length(); i++) {
                    char c = lower.charAt(i);
                    if (c == ','
                            || c == '!'
                            || c == ':'
                            || (c == '.'
                                    && words > 1
                                    && i + 1 < lower.length()
                                    && lower.charAt(i + 1) == ' '
                                    && lower.charAt(i - 1) != 'r'
                                    && lower.charAt(i - 1) != 's')) {
                        return i + 1;
                    }
                    if (c == ' ' && ++words > 5) {
                        return 0;
                    }
                }
                return lower.length();
            }
        }
        return 0;
    }

    /** Whether what follows can be the rest of a signature: few short lines, none a sentence. */
    private static boolean onlyNames(String text, int from, int lines, int words) {
        int seen = 0;
        int at = from;
        while (at < text.length()) {
            int to = lineEnd(text, at);
            int count = 0;
            boolean inWord = false;
            char last = ' ';
            for (int i = at; i < to; i++) {
                char c = text.charAt(i);
                if (c <= ' ') {
                    inWord = false;
                } else {
                    last = c;
                    if (!inWord && ++count > words) {
                        return isBoilerplate(text, at, to);
                    }
                    inWord = true;
                }
            }
            if (count > 0) {
                if (text.charAt(at) == '>' || isBoilerplate(text, at, to)) {
                    return true;
                }
                if (last == '?' || last == '!' || (last == '.' && count > 2) || ++seen > lines) {
                    return false;
                }
            }
            at = to + 1;
        }
        return true;
    }

    private static boolean isBoilerplate(String text, int from, int to) {
        if (to - from > LONGEST_LINE_LOOKED_AT) {
            return false;
        }
        String lower = text.substring(from, to).strip().toLowerCase(Locale.ROOT);
        return lower.equals("--") || leftOut(lower) || (lower.startsWith("--") && containsAny(lower, HISTORY));
    }

    private static String following(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int to = lineEnd(text, at);
            String line = text.substring(at, Math.min(to, at + 60)).strip();
            if (!line.isEmpty()) {
                return line.toLowerCase(Locale.ROOT);
            }
            at = to + 1;
        }
        return "";
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static String withoutMarks(String lower) {
        int end = lower.length();
        while (end > 0 && !Character.isLetter(lower.charAt(end - 1))) {
            end--;
        }
        return lower.substring(0, end);
    }

    private static boolean isAny(String text, String[] words) {
        for (String word : words) {
            if (text.equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithAny(String text, String[] words) {
        for (String word : words) {
            if (text.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String text, String[] words) {
        for (String word : words) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAny(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
