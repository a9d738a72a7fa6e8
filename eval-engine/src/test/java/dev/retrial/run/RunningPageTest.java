package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.agent.AgentTypes;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import dev.retrial.suite.Timeouts;
import dev.retrial.suite.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/running.md} shows is read, and printed. */
class RunningPageTest {

    private static final Path PAGE = Path.of("..", "docs", "running.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n# suite.yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void the_settings_mean_what_the_page_says() throws IOException {
        List<String> blocks = blocks(YAML);
        assertThat(blocks).hasSize(2);

        assertThat(suite(blocks.get(0)).trials()).isEqualTo(new Trials(5, 4));
        Suite bounded = suite(blocks.get(1));
        assertThat(bounded.concurrency()).isEqualTo(8);
        assertThat(bounded.timeouts()).isEqualTo(new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(2)));
        assertThat(suite("trials: 3\n").trials()).isEqualTo(new Trials(3, 3));
        assertThat(RunSettings.of(Map.of("retrial.trials", "4/5"), Map.of()).trials(bounded))
                .isEqualTo(new Trials(5, 4));
        assertThat(suite("trials: 1\n").concurrency()).isEqualTo(16);
    }

    @Test
    void the_console_says_what_the_page_shows() throws IOException {
        List<String> blocks = blocks(TEXT);
        assertThat(blocks).hasSize(2);
        Progress half = new Progress(3000);
        times(115, () -> half.finished(Ending.PASSED));
        times(5, () -> half.finished(Ending.failed("x")));
        assertThat(withoutTime(blocks.get(0))).isEqualTo(withoutTime(half.line() + "\n"));

        Progress whole = new Progress(34);
        times(31, () -> whole.finished(Ending.PASSED));
        whole.finished(Ending.aborted("known"));
        times(2, whole::skipped);
        assertThat(withoutTime(blocks.get(1)))
                .startsWith(withoutTime(whole.lastLine("acme.SupportAgentTest") + "\n") + "Results: /");
    }

    private static void times(int count, Runnable action) {
        for (int i = 0; i < count; i++) {
            action.run();
        }
    }

    private static String withoutTime(String text) {
        return text.replaceAll("; [0-9]+ s(, [0-9]+ cells/s)?\n", "\n");
    }

    private Suite suite(String yaml) throws IOException {
        Files.writeString(directory.resolve("suite.yaml"), yaml);
        return new SuiteReader(new AgentTypes(getClass().getClassLoader())).read(directory);
    }

    private static List<String> blocks(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
