package dev.retrial.tickets.draft;

import dev.retrial.suite.FailureClass;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The id of a draft: its failure class, up to three words of what it is about, and eight digits of the ticket's keyed reference. The same ticket gives the same id.
 *
 * <p>Words that begin in capitals, or hold anything but a to z, are left out, since they may name somebody.
 */
final class CaseId {

    private static final int WORDS = 3;
    private static final int DIGITS = 8;

    private static final Set<String> EMPTY = Set.of(
            "about",
            "after",
            "again",
            "also",
            "been",
            "before",
            "cannot",
            "could",
            "does",
            "doesn",
            "from",
            "have",
            "hello",
            "here",
            "into",
            "just",
            "know",
            "like",
            "more",
            "need",
            "please",
            "really",
            "should",
            "some",
            "somebody",
            "still",
            "thank",
            "thanks",
            "that",
            "their",
            "them",
            "then",
            "there",
            "they",
            "this",
            "want",
            "were",
            "what",
            "when",
            "where",
            "which",
            "will",
            "with",
            "would",
            "your",
            "aber",
            "auch",
            "bitte",
            "dass",
            "eine",
            "einen",
            "haben",
            "ihre",
            "kann",
            "mein",
            "meine",
            "nicht",
            "noch",
            "sehr",
            "sich",
            "sind",
            "wird",
            "avec",
            "bonjour",
            "dans",
            "mais",
            "merci",
            "pour",
            "vous",
            "votre",
            "como",
            "esta",
            "gracias",
            "hola",
            "para",
            "pero",
            "quiero",
            "usted");

    private CaseId() {}

    static String of(FailureClass failure, String title, String firstMessage, String ref) {
        StringBuilder id = new StringBuilder(failure.key());
        for (String word : words(title + "\n" + firstMessage)) {
            id.append('-').append(word);
        }
        return id.append('-').append(digits(ref), 0, DIGITS).toString();
    }

    /** The id with more digits, where another ticket has those already. */
    static String longer(String id, String ref) {
        return id + digits(ref).substring(DIGITS, 2 * DIGITS);
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.split("[^\\p{L}\\p{N}'’@._-]+")) {
            String plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
            boolean telling = plain.length() >= 4
                    && plain.length() <= 14
                    && plain.chars().allMatch(c -> c >= 'a' && c <= 'z')
                    && !EMPTY.contains(plain);
            if (telling && words.size() < WORDS) {
                words.add(plain);
            }
        }
        return words;
    }

    private static String digits(String ref) {
        String hex = ref.startsWith("hmac:") ? ref.substring(5).toLowerCase(Locale.ROOT) : "";
        boolean isHex =
                hex.length() >= 2 * DIGITS && hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
        return isHex ? hex : SuiteTree.hash(ref.getBytes(StandardCharsets.UTF_8));
    }
}
