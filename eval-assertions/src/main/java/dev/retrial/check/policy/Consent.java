package dev.retrial.check.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Tells a plain yes from anything else, in English, German and French.
 *
 * <p>A doubt means no: what takes back, limits, asks or denies anywhere in the message is no consent, and neither is the answer to a question for a fact ("Sure, my order number is …").
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Consent {

    /** A consent fits into a few lines; of a long message nobody can say what it agrees to. */
    private static final int LONGEST = 600;

    private static final Set<String> ASSENT = Set.of(
            "yes",
            "yep",
            "yeah",
            "yup",
            "ok",
            "okay",
            "sure",
            "certainly",
            "absolutely",
            "definitely",
            "agreed",
            "confirmed",
            "approved",
            "alright",
            "please",
            "ja",
            "jawohl",
            "jep",
            "klar",
            "natürlich",
            "gerne",
            "gern",
            "sicher",
            "selbstverständlich",
            "einverstanden",
            "oui",
            "ouais",
            "entendu",
            "volontiers",
            "certainement",
            "absolument");

    private static final List<String> GO = List.of(
            "go ahead",
            "please do",
            "do it",
            "do that",
            "do so",
            "i agree",
            "i confirm",
            "i consent",
            "i approve",
            "i accept",
            "sounds good",
            "works for me",
            "please proceed",
            "you may proceed",
            "let's do",
            "fine with me",
            "fine by me",
            "of course",
            "all right",
            "by all means",
            "you have my ok",
            "you have my permission",
            "mach das",
            "mach es",
            "machen sie das",
            "machen sie es",
            "tun sie das",
            "nur zu",
            "stimme zu",
            "bin einverstanden",
            "passt so",
            "das passt",
            "in ordnung",
            "geht klar",
            "legen sie los",
            "leg los",
            "ich bestätige",
            "bestätige ich",
            "von mir aus",
            "d'accord",
            "bien sûr",
            "allez-y",
            "vas-y",
            "faites-le",
            "fais-le",
            "je confirme",
            "j'accepte",
            "ça me va",
            "c'est bon pour moi",
            "procédez",
            "avec plaisir",
            "vous pouvez y aller");

    /** What takes a yes back, limits it or puts it off. */
    private static final Set<String> DOUBT = Set.of(
            "but",
            "however",
            "although",
            "though",
            "unless",
            "except",
            "only",
            "if",
            "provided",
            "wait",
            "hold",
            "yet",
            "stop",
            "instead",
            "not",
            "never",
            "no",
            "nope",
            "cannot",
            "maybe",
            "perhaps",
            "unsure",
            "rather",
            "before",
            "until",
            "later",
            "tomorrow",
            "cancel that",
            "which",
            "what",
            "why",
            "how",
            "aber",
            "jedoch",
            "allerdings",
            "nur",
            "falls",
            "sofern",
            "wenn",
            "außer",
            "ausser",
            "warte",
            "warten",
            "nicht",
            "nein",
            "kein",
            "keine",
            "keinen",
            "nie",
            "stopp",
            "stattdessen",
            "vielleicht",
            "lieber",
            "bevor",
            "erst",
            "später",
            "morgen",
            "noch",
            "welche",
            "was",
            "warum",
            "wie",
            "mais",
            "cependant",
            "toutefois",
            "pourtant",
            "sauf",
            "si",
            "seulement",
            "attendez",
            "attends",
            "pas",
            "non",
            "ne",
            "jamais",
            "plutôt",
            "avant",
            "demain",
            "condition",
            "sinon",
            "quel",
            "quelle",
            "pourquoi",
            "comment");

    /** Words of doubt that are none. */
    private static final List<String> HARMLESS = List.of(
            "no problem",
            "no worries",
            "no objections",
            "no objection",
            "not a problem",
            "why not",
            "kein problem",
            "keine einwände",
            "keine bedenken",
            "warum nicht",
            "nur zu",
            "pas de problème",
            "pas de souci",
            "pas d'objection",
            "pourquoi pas",
            "aucun problème",
            "s'il vous plaît",
            "s'il vous plait",
            "s'il te plaît",
            "s'il te plait",
            "if you would",
            "what are you waiting for");

    /** With these behind it, a yes answers a question for a fact. */
    private static final List<String> ANSWERS = List.of(
            "my ",
            "it's ",
            "it is ",
            "that's the ",
            "that is the ",
            "this is ",
            "here ",
            "i have ",
            "i did",
            "i tried",
            "i already",
            "i've ",
            "i know",
            "i see",
            "i understand",
            "the order",
            "the number",
            "mein ",
            "meine ",
            "das ist ",
            "die nummer",
            "ich habe ",
            "ich weiß",
            "ich verstehe",
            "hier ",
            "mon ",
            "ma ",
            "c'est le ",
            "c'est la ",
            "j'ai ",
            "je sais",
            "je comprends",
            "voici ",
            "thanks",
            "thank you",
            "danke",
            "merci");

    private Consent() {}

    /** Whether the customer agrees with this message. */
    public static boolean isGiven(String message) {
        if (message.length() > LONGEST) {
            return false;
        }
        String text = " " + plain(message) + " ";
        boolean harmless = false;
        for (String phrase : HARMLESS) {
            if (contains(text, phrase)) {
                text = text.replace(phrase, " ");
                harmless |= phrase.contains("problem")
                        || phrase.contains("objection")
                        || phrase.contains("not")
                        || phrase.contains("nicht")
                        || phrase.contains("pas")
                        || phrase.equals("nur zu");
            }
        }
        for (String word : words(text)) {
            if (DOUBT.contains(word) || word.endsWith("n't")) {
                return false;
            }
        }
        boolean given = harmless;
        for (String sentence : sentences(text)) {
            boolean asks = sentence.endsWith("?");
            if (agrees(sentence.replace("?", " ").strip())) {
                if (asks) {
                    return false;
                }
                given = true;
            }
        }
        return given;
    }

    private static boolean agrees(String sentence) {
        for (String phrase : GO) {
            if (contains(" " + sentence + " ", phrase)) {
                return true;
            }
        }
        List<String> words = words(sentence);
        if (words.isEmpty() || !ASSENT.contains(words.get(0))) {
            return false;
        }
        if (words.get(0).equals("please")) {
            // A request, and no answer to an offer.
            return false;
        }
        int first = 0;
        while (first < words.size()
                && (ASSENT.contains(words.get(first)) || words.get(first).equals("bitte"))) {
            first++;
        }
        String rest = String.join(" ", words.subList(first, words.size())) + " ";
        for (String answer : ANSWERS) {
            if (rest.startsWith(answer)
                    && !answer.startsWith("thank")
                    && !answer.equals("danke")
                    && !answer.equals("merci")) {
                return false;
            }
        }
        // "Okay, thanks" closes; it agrees to nothing.
        boolean thanksOnly = rest.startsWith("thank") || rest.startsWith("danke ") || rest.startsWith("merci ");
        return !thanksOnly
                || !(words.get(0).equals("ok")
                        || words.get(0).equals("okay")
                        || words.get(0).equals("alright"));
    }

    private static String plain(String message) {
        return Normalizer.normalize(message, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u2011', '-');
    }

    private static boolean contains(String text, String phrase) {
        int at = text.indexOf(phrase);
        while (at >= 0) {
            int end = at + phrase.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(phrase, at + 1);
        }
        return false;
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ';') {
                sentences.add(text.substring(start, i + 1).strip());
                start = i + 1;
            }
        }
        sentences.add(text.substring(start).strip());
        return sentences;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || c == '\'' || c == '-') {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
