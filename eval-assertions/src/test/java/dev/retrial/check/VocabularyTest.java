package dev.retrial.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reminds to raise {@link CheckKinds#VERSION}: the verdicts of our checks on every text of the corpora are kept in a file, with the version that gave them.
 *
 * <p>A verdict that is another under the same version would be compared with records that were measured otherwise. {@code -Dretrial.vocabulary=write} writes the file anew.
 */
class VocabularyTest {

    private static final Path KEPT = Path.of("src/test/resources/vocabulary/verdicts.tsv");
    private static final Path CORPORA = Path.of("src/test/resources/corpora");
    private static final String ALL = "{tone: {exclamations: 0, emoji: 0, all-caps: 0, contractions: 0, sentences: 3,"
            + " condescension: 'none', blame: 'none', contempt: 'none', demands: 'none', hedges: 0, apologies: 0,"
            + " register: 'formal', empathy: 'acknowledged'}, claims: 'none', catalogue: 'none'}";

    private static final Map<String, String> NOW = new TreeMap<>();

    @BeforeAll
    static void judge() throws IOException {
        for (String file : List.of("statements", "statements-later", "statements-by-phenomenon")) {
            for (String[] fields : lines(file)) {
                judge(fields[fields.length - 1], statement(fields[0], fields[fields.length - 2]));
            }
        }
        for (String file : List.of("registers", "wordings")) {
            for (String[] fields : lines(file)) {
                judge(fields[0], "");
                judge(fields[1], "");
            }
        }
        if ("write".equals(System.getProperty("retrial.vocabulary"))) {
            Files.writeString(
                    KEPT,
                    "# version " + CheckKinds.VERSION + "; what does not pass, of each text of the corpora\n"
                            + NOW.entrySet().stream()
                                    .map(text -> text.getKey() + "\t" + text.getValue() + "\n")
                                    .collect(Collectors.joining()));
        }
    }

    @Test
    void the_verdicts_that_are_kept_are_those_of_this_version() throws IOException {
        assertThat(Files.readAllLines(KEPT).get(0))
                .as("run this test with -Dretrial.vocabulary=write, and commit what it writes")
                .startsWith("# version " + CheckKinds.VERSION + ";");
    }

    @Test
    void no_text_is_judged_otherwise_than_this_version_judged_it() throws IOException {
        List<String> otherwise = new ArrayList<>();
        for (String line : Files.readAllLines(KEPT)) {
            String[] fields = line.split("\t", -1);
            String now = fields.length < 2 ? null : NOW.get(fields[0]);
            if (now != null && !now.equals(fields[1])) {
                otherwise.add(fields[0] + "\n  was " + fields[1] + "\n  is  " + now);
            }
        }
        assertThat(otherwise)
                .as("raise CheckKinds.VERSION, then run this test with -Dretrial.vocabulary=write")
                .isEmpty();
    }

    @Test
    void every_text_of_the_corpora_is_kept() throws IOException {
        List<String> kept = Files.readAllLines(KEPT).stream()
                .map(line -> line.split("\t", -1)[0])
                .toList();

        assertThat(NOW.keySet())
                .as("run this test with -Dretrial.vocabulary=write; new texts need no new version")
                .allMatch(kept::contains);
    }

    private static String statement(String kind, String target) {
        return switch (kind) {
            case "affirms" -> "{reply: {never-affirms: ['" + target.replace("'", "\\'") + "']}}";
            case "asks" -> "{reply: {never-asks: ['" + target.replace("'", "\\'") + "']}}";
            default -> "";
        };
    }

    private static void judge(String text, String also) {
        List<Check> checks = new ArrayList<>(Expecting.checks(ALL));
        if (!also.isEmpty()) {
            checks.addAll(Expecting.checks(also));
        }
        Transcript transcript = Transcript.builder()
                .customer("Hello, it is about my order.")
                .agent(text.replace("\\n", "\n"))
                .build();
        List<String> notPassed = new ArrayList<>();
        for (Check check : checks) {
            CheckResult result = check.evaluate(transcript, Expecting.SCENE);
            if (!(result instanceof Passed)) {
                notPassed.add(check.name() + "=" + result.getClass().getSimpleName());
            }
        }
        NOW.put(also.isEmpty() ? text : also + " " + text, String.join(" ", notPassed));
    }

    private static List<String[]> lines(String file) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(CORPORA.resolve(file + ".tsv"), StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                lines.add(line.split("\t", -1));
            }
        }
        return lines;
    }
}
