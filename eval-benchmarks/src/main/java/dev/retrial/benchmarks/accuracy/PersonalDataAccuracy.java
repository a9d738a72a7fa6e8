package dev.retrial.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.check.leak.PersonalData;
import dev.retrial.check.leak.PersonalDatum;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is found of personal data against the labelled texts of presidio-research.
 *
 * <p>The argument, or {@code RETRIAL_DATA}, is the folder that holds {@code pii/texts.json}. With {@code -v} as a second argument the disagreements are printed too; the texts are synthetic.
 */
public final class PersonalDataAccuracy {

    private static final Map<String, PersonalDatum.Type> TYPES = Map.of(
            "EMAIL_ADDRESS", PersonalDatum.Type.EMAIL,
            "IBAN_CODE", PersonalDatum.Type.IBAN,
            "CREDIT_CARD", PersonalDatum.Type.CARD,
            "IP_ADDRESS", PersonalDatum.Type.IP,
            "US_SSN", PersonalDatum.Type.SSN,
            "PHONE_NUMBER", PersonalDatum.Type.PHONE);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Map<PersonalDatum.Type, Figures> figures = new EnumMap<>(PersonalDatum.Type.class);
    private final boolean verbose;

    private PersonalDataAccuracy(boolean verbose) {
        this.verbose = verbose;
        for (PersonalDatum.Type type : PersonalDatum.Type.values()) {
            figures.put(type, new Figures());
        }
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        JsonNode texts = new ObjectMapper().readTree(SharedData.read(arguments, "pii/texts.json"));
        PersonalDataAccuracy accuracy = new PersonalDataAccuracy(arguments.length > 1 && arguments[1].equals("-v"));
        for (JsonNode text : texts) {
            accuracy.compare(text.get("text").asText(), text.get("spans"));
        }
        accuracy.print(texts.size());
    }

    private void compare(String text, JsonNode labels) {
        List<PersonalDatum> found = PersonalData.in(text);
        for (JsonNode label : labels) {
            PersonalDatum.Type type = TYPES.get(label.get("type").asText());
            if (type != null) {
                Figures of = figures(type);
                of.labelled++;
                if (isFound(found, type, label, true)) {
                    of.exactly++;
                } else if (verbose) {
                    OUT.println("not found as labelled: " + type + " in " + text.replace('\n', '|'));
                }
                of.overlapping += isFound(found, type, label, false) ? 1 : 0;
            }
        }
        for (PersonalDatum datum : found) {
            JsonNode label = labelAt(labels, datum);
            if (label == null || TYPES.get(label.get("type").asText()) != datum.type()) {
                Figures of = figures(datum.type());
                of.outside += label == null ? 1 : 0;
                of.mistaken += label == null ? 0 : 1;
                if (verbose) {
                    OUT.println((label == null ? "outside labels: " : "mistaken: ") + datum.type() + " "
                            + datum.span().in(text) + " in " + text.replace('\n', '|'));
                }
            }
        }
    }

    private Figures figures(PersonalDatum.Type type) {
        return Objects.requireNonNull(figures.get(type));
    }

    private static boolean isFound(
            List<PersonalDatum> found, PersonalDatum.Type type, JsonNode label, boolean exactly) {
        int start = label.get("start").asInt();
        int end = label.get("end").asInt();
        for (PersonalDatum datum : found) {
            boolean there = exactly
                    ? datum.span().start() == start && datum.span().end() == end
                    : datum.span().start() < end && datum.span().end() > start;
            if (datum.type() == type && there) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable JsonNode labelAt(JsonNode labels, PersonalDatum datum) {
        for (JsonNode label : labels) {
            if (label.get("start").asInt() < datum.span().end()
                    && label.get("end").asInt() > datum.span().start()) {
                return label;
            }
        }
        return null;
    }

    private void print(int texts) {
        OUT.println(texts + " texts");
        OUT.println("type    labelled  found exactly  found in part  outside labels  in labels of other types");
        figures.forEach((type, of) -> OUT.printf(
                Locale.ROOT,
                "%-7s %8d  %5d (%5.1f %%)  %5d (%5.1f %%)  %14d  %24d%n",
                type,
                of.labelled,
                of.exactly,
                100.0 * of.exactly / of.labelled,
                of.overlapping,
                100.0 * of.overlapping / of.labelled,
                of.outside,
                of.mistaken));
    }

    private static final class Figures {
        private int labelled;
        private int exactly;
        private int overlapping;
        private int outside;
        private int mistaken;
    }
}
