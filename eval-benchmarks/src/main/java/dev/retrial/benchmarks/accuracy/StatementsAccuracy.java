package dev.retrial.benchmarks.accuracy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.check.Check;
import dev.retrial.check.Failed;
import dev.retrial.check.claim.Founded;
import dev.retrial.check.reply.NeverAffirms;
import dev.retrial.check.reply.NeverAsks;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.text.Phrase;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds {@code never-affirms}, {@code never-asks} and {@code claims} against sentences that say which of them should find something.
 *
 * <p>The argument is the folder with the corpora; without it, the one in the sources of {@code eval-assertions}. Only figures are printed, so that nobody tunes the rules on what the untouched sentences hold.
 */
public final class StatementsAccuracy {

    private static final String CORPORA = "eval-assertions/src/test/resources/corpora";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ToolCatalog TOOLS = ToolCatalog.of(
            tool("issue_refund", Effect.WRITE),
            tool("escalate_to_human", Effect.WRITE),
            tool("lookup_order", Effect.READ),
            tool("cancel_subscription", Effect.WRITE),
            tool("add_note", Effect.LOG));
    private static final Scene SCENE =
            new Scene(TOOLS, Facts.NONE, JsonNodeFactory.instance.objectNode(), Instant.EPOCH, Scene.DEFAULT_COHORT);

    private StatementsAccuracy() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments.length > 0 ? arguments[0] : CORPORA);
        List<String> statements = lines(corpora.resolve("statements.tsv"));
        OUT.println("sentences                                   right  of");
        print("tuned on", everySecond(statements, 0));
        print("the other half", everySecond(statements, 1));
        List<String> later = lines(corpora.resolve("statements-later.tsv"));
        print("untouched", later);
        for (int field = 0; field < 3; field++) {
            Map<String, List<String>> parts = new TreeMap<>();
            for (String line : later) {
                parts.computeIfAbsent(line.split("\t", -1)[field], name -> new ArrayList<>())
                        .add(line);
            }
            parts.forEach((name, part) -> print("  untouched, " + name, part));
        }
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no " + file + ": run this from the project's folder, or say where the corpora are");
        }
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static List<String> everySecond(List<String> lines, int from) {
        List<String> half = new ArrayList<>();
        for (int i = from; i < lines.size(); i += 2) {
            half.add(lines.get(i));
        }
        return half;
    }

    private static void print(String name, List<String> lines) {
        int right = 0;
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            Transcript transcript = Transcript.builder()
                    .customer("Hi")
                    .agent(fields[5].replace("\\n", "\n"))
                    .build();
            boolean found = check(fields[0], fields[4]).evaluate(transcript, SCENE) instanceof Failed;
            right += found == fields[3].equals("yes") ? 1 : 0;
        }
        OUT.printf(Locale.ROOT, "%-42s %6d %3d  %5.1f %%%n", name, right, lines.size(), 100.0 * right / lines.size());
    }

    private static Check check(String kind, String target) {
        return switch (kind) {
            case "affirms" -> new NeverAffirms(List.of(Phrase.of(target)));
            case "asks" -> NeverAsks.of(target);
            default -> Founded.of(TOOLS);
        };
    }

    private static Tool tool(String name, Effect effect) {
        return new Tool(name, "", effect, null, List.of());
    }
}
