package dev.retrial.tickets.draft;

import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.List;
import java.util.Locale;

/** A person's reply that puts right what the agent said, and what of it is an answer: without greeting, introduction and signature. */
final class Correction {

    private static final List<String> GREETINGS = List.of(
            "hi",
            "hello",
            "hey",
            "dear",
            "good morning",
            "good afternoon",
            "good evening",
            "greetings",
            "hallo",
            "guten tag",
            "guten morgen",
            "sehr geehrte",
            "liebe",
            "lieber",
            "bonjour",
            "bonsoir",
            "cher",
            "chère",
            "hola",
            "buenos días",
            "buenas tardes",
            "estimado",
            "estimada");

    private static final List<String> CLOSINGS = List.of(
            "best regards",
            "kind regards",
            "warm regards",
            "regards",
            "best wishes",
            "best,",
            "cheers",
            "sincerely",
            "yours",
            "many thanks,",
            "thanks,",
            "thank you,",
            "mit freundlichen grüßen",
            "freundliche grüße",
            "viele grüße",
            "beste grüße",
            "liebe grüße",
            "cordialement",
            "bien à vous",
            "bien cordialement",
            "meilleures salutations",
            "saludos",
            "un saludo",
            "atentamente",
            "--",
            "__",
            "sent from my");

    /** Sentences that say who speaks now, or that somebody will look: no answer to what was asked. */
    private static final List<String> HAND_OVER = List.of(
            "my name is",
            "this is",
            "i am taking over",
            "i'm taking over",
            "i have taken over",
            "taking over from",
            "thank you for reaching out",
            "thanks for reaching out",
            "thank you for contacting",
            "thanks for contacting",
            "thank you for your patience",
            "thanks for your patience",
            "let me look into",
            "let me check",
            "i'll look into",
            "i will look into",
            "one moment",
            "i'm checking",
            "how can i help",
            "how may i help",
            "could you describe",
            "please hold",
            "ich übernehme",
            "mein name ist",
            "vielen dank für ihre nachricht",
            "vielen dank für ihre geduld",
            "ich schaue mir das an",
            "einen moment",
            "wie kann ich helfen",
            "je prends le relais",
            "je m'appelle",
            "merci pour votre message",
            "merci de votre patience",
            "un instant",
            "comment puis-je vous aider",
            "me llamo",
            "gracias por contactar",
            "gracias por su paciencia",
            "un momento",
            "en qué puedo ayudar");

    /** A person who only hands on has not answered either. */
    private static final List<String> ELSEWHERE = List.of(
            "wrong team",
            "wrong department",
            "transferring you",
            "forwarding",
            "i'll transfer",
            "falsche abteilung",
            "leite sie weiter",
            "leite ich weiter",
            "mauvais service",
            "transfère",
            "equipo equivocado",
            "le transfiero");

    private static final int FEWEST_LETTERS = 12;

    private Correction() {}

    /** The index of the first turn behind the failure in which a person answers, or -1. */
    static int of(SupportTicket ticket, int failed) {
        List<TicketTurn> turns = ticket.turns();
        for (int i = failed + 1; i < turns.size(); i++) {
            if (turns.get(i).role() == Role.HUMAN_AGENT
                    && !answer(turns.get(i).text()).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** What of a person's reply is an answer; empty where nothing is. */
    static String answer(String reply) {
        String body = withoutClosing(CleanText.of(reply));
        body = withoutGreeting(body);
        body = withoutHandOver(body);
        String lower = body.toLowerCase(Locale.ROOT);
        if (body.length() < 200 && ELSEWHERE.stream().anyMatch(lower::contains)) {
            return "";
        }
        long letters = body.codePoints().filter(Character::isLetterOrDigit).count();
        boolean spaceless = body.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9FFF);
        return letters >= (spaceless ? 5 : FEWEST_LETTERS) ? body : "";
    }

    private static String withoutClosing(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = Math.max(1, lines.length - 6); i < lines.length; i++) {
            if (beginsWith(lines[i], CLOSINGS) && lines[i].length() < 40) {
                return String.join("\n", List.of(lines).subList(0, i)).strip();
            }
        }
        return text;
    }

    /** "Hi Dana," on a line of its own, or before the first comma or exclamation mark. */
    private static String withoutGreeting(String text) {
        if (!beginsWith(text, GREETINGS)) {
            return text;
        }
        int end = -1;
        for (int i = 0; i < Math.min(text.length(), 60); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '!' || c == '\n' || c == ':' || c == '–' || c == '—') {
                end = i + 1;
                break;
            }
            if (c == '.' || c == '?') {
                break;
            }
        }
        return end < 0 ? text : upper(text.substring(end).strip());
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Leaves out sentences at the beginning that only say who speaks. */
    private static String withoutHandOver(String text) {
        String rest = text;
        while (!rest.isEmpty()) {
            int end = sentenceEnd(rest);
            String sentence = rest.substring(0, end);
            if (sentence.length() > 120 || !beginsWith(sentence, HAND_OVER)) {
                return rest;
            }
            rest = rest.substring(end).strip();
        }
        return rest;
    }

    static int sentenceEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '。' || c == '！' || c == '？') {
                return i + 1;
            }
            if ((c == '.' || c == '!' || c == '?') && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static boolean beginsWith(String text, List<String> beginnings) {
        String lower = text.substring(0, Math.min(text.length(), 60))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        for (String one : beginnings) {
            if (lower.startsWith(one)
                    && (lower.length() == one.length()
                            || !Character.isLetter(lower.charAt(one.length()))
                            || !Character.isLetter(one.charAt(one.length() - 1)))) {
                return true;
            }
        }
        return false;
    }
}
