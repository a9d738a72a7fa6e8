package dev.retrial.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.tickets.redact.RedactedSpan;
import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.redact.RedactionSettings;
import dev.retrial.tickets.redact.Redactor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds what redaction hides against the labelled texts of presidio-research: each text as the only message of a ticket that names nobody.
 *
 * <p>The argument, or {@code RETRIAL_DATA}, is the folder that holds {@code pii/texts.json}. With {@code -v} as a second argument what of the even texts was missed is printed too, and what was hidden there without a label; the texts are synthetic.
 */
public final class RedactionAccuracy {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Map<String, Figures> labels = new TreeMap<>();
    private final Map<String, Integer> outside = new TreeMap<>();
    private final boolean verbose;

    private RedactionAccuracy(boolean verbose) {
        this.verbose = verbose;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        JsonNode texts = new ObjectMapper().readTree(SharedData.read(arguments, "pii/texts.json"));
        Redactor redactor = new Redactor(
                RedactionSettings.DEFAULT,
                RedactionKey.of("3d1f6a0c9b7e48525f0e1d2c3b4a59687786958493a2b1c0"),
                List.of());
        boolean verbose = arguments.length > 1 && arguments[1].equals("-v");
        for (int half = 0; half < 2; half++) {
            RedactionAccuracy accuracy = new RedactionAccuracy(verbose && half == 0);
            for (int i = half; i < texts.size(); i += 2) {
                accuracy.compare(
                        redactor,
                        texts.get(i).get("text").asText(),
                        texts.get(i).get("spans"));
            }
            accuracy.print(half == 0 ? "even texts (looked at)" : "odd texts (held back)");
        }
    }

    private void compare(Redactor redactor, String text, JsonNode spans) {
        List<RedactedSpan> found = redactor.spans(text);
        boolean[] hidden = new boolean[text.length()];
        for (RedactedSpan span : found) {
            for (int i = span.start(); i < span.end(); i++) {
                hidden[i] = true;
            }
        }
        boolean[] labelled = new boolean[text.length()];
        for (JsonNode label : spans) {
            int start = label.get("start").asInt();
            int end = label.get("end").asInt();
            int letters = 0;
            int covered = 0;
            for (int i = start; i < end; i++) {
                labelled[i] = true;
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    letters++;
                    covered += hidden[i] ? 1 : 0;
                }
            }
            Figures figures = labels.computeIfAbsent(label.get("type").asText(), type -> new Figures());
            figures.labelled++;
            figures.whole += covered == letters ? 1 : 0;
            figures.part += covered > 0 ? 1 : 0;
            if (verbose && covered < letters) {
                OUT.println("missed " + label.get("type").asText() + " <"
                        + text.substring(start, end).replace('\n', '|') + "> in " + text.replace('\n', '|'));
            }
        }
        for (RedactedSpan span : found) {
            boolean any = false;
            for (int i = span.start(); i < span.end(); i++) {
                any |= labelled[i];
            }
            if (!any) {
                outside.merge(span.type().key(), 1, Integer::sum);
                if (verbose) {
                    OUT.println("outside " + span.type() + " <"
                            + text.substring(span.start(), span.end()).replace('\n', '|') + "> in "
                            + text.replace('\n', '|'));
                }
            }
        }
    }

    private void print(String half) {
        OUT.println(half);
        OUT.println("| label | labelled | hidden | in part |");
        OUT.println("|---|---|---|---|");
        labels.forEach((type, of) -> OUT.printf(
                Locale.ROOT,
                "| %s | %d | %d (%.1f %%) | %d (%.1f %%) |%n",
                type.toLowerCase(Locale.ROOT).replace('_', ' '),
                of.labelled,
                of.whole,
                100.0 * of.whole / of.labelled,
                of.part,
                100.0 * of.part / of.labelled));
        OUT.println("outside labels: " + outside);
    }

    private static final class Figures {
        private int labelled;
        private int whole;
        private int part;
    }
}
