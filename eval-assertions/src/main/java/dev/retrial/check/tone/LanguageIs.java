package dev.retrial.check.tone;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.text.Prose;
import dev.retrial.text.Quotations;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code tone.language}: every reply in scope is in this language.
 *
 * <p>Needs OpenNLP's language detector, which is optional. Replies of fewer than 20 characters are undecided and passed over.
 *
 * @param language the two letters of ISO 639-1, or {@code customer} for the language that the customer writes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LanguageIs(String language) implements Check {

    /** The word for the language that the customer writes. */
    public static final String CUSTOMERS = "customer";

    private static final int SHORTEST = 20;
    private static final int LONGEST = 5_000;

    private static final String MISSING = "the language cannot be told: add org.apache.opennlp:opennlp-tools (2.5 or"
            + " later) and org.apache.opennlp:opennlp-models-langdetect (1.3 or later) to the test class path; they are"
            + " optional because of their 12 MB";

    /**
     * The check of a language.
     *
     * @throws IllegalArgumentException where there is no such language
     */
    public static LanguageIs of(String language) {
        if (!language.equals(CUSTOMERS) && !Set.of(Locale.getISOLanguages()).contains(language)) {
            throw new IllegalArgumentException(
                    "expected 'customer' or the two letters of a language (ISO 639-1), such as en or de");
        }
        return new LanguageIs(language);
    }

    @Override
    public String name() {
        return "tone.language";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (transcript.replies().isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        try {
            return compare(transcript);
        } catch (LinkageError e) {
            return new Errored(MISSING);
        }
    }

    private CheckResult compare(Transcript transcript) {
        LanguageDetector detector = LanguageDetector.loaded();
        if (detector == null) {
            return new Errored(MISSING);
        }
        boolean decided = false;
        for (AgentReply reply : transcript.replies()) {
            String wanted = language.equals(CUSTOMERS) ? customers(detector, transcript, reply) : language;
            String text = readable(reply.text());
            if (wanted != null && text.length() >= SHORTEST) {
                LanguageDetector.Guess guess = detector.guess(text);
                if (!detector.knows(wanted)) {
                    return new Errored("the language detector does not know '" + wanted + "'");
                }
                if (guess.isAnother(wanted)) {
                    return new Failed(
                            expected(wanted),
                            guess.language(),
                            reply.turn(),
                            List.of(new Evidence(reply.turn(), 0, reply.text().length())),
                            null);
                }
                decided |= guess.is(wanted);
            }
        }
        return decided ? Passed.PLAIN : new NotApplicable("undecided: too little text to tell its language");
    }

    private String expected(String wanted) {
        return language.equals(CUSTOMERS)
                ? "the customer's language, " + wanted + " (score)"
                : "language " + wanted + " (score)";
    }

    /** The language of the customer's last message before the reply that is long enough to tell. */
    private static @Nullable String customers(LanguageDetector detector, Transcript transcript, AgentReply reply) {
        List<Event> events = new ArrayList<>(transcript.earlier());
        events.addAll(transcript.events());
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof CustomerMessage message && message.turn() <= reply.turn()) {
                String text = readable(message.text());
                LanguageDetector.Guess guess = text.length() < SHORTEST ? null : detector.guess(text);
                if (guess != null && guess.isClear()) {
                    return guess.language();
                }
            }
        }
        return null;
    }

    private static String readable(String text) {
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Quotations.without(Prose.of(shortened).text()).strip();
    }
}
