package dev.retrial.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.agent.AgentTypes;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/gate.md} shows. */
class GatePageTest {

    private static final Path PAGE = Path.of("..", "docs", "gate.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    static Stream<String> blocks() throws IOException {
        return YAML.matcher(Files.readString(PAGE)).results().map(block -> block.group(1));
    }

    @Test
    void there_are_blocks() throws IOException {
        assertThat(blocks()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void a_block_is_a_gate(String block) throws IOException {
        Files.writeString(
                directory.resolve("suite.yaml"),
                "agent: {type: http, url: \"http://localhost\", request: {m: \"${message}\"}, response: {reply: /r}}\n"
                        + block);
        Files.writeString(directory.resolve("cohorts.yaml"), "cohorts: {enterprise: {description: E}}\n");

        Suite suite = new SuiteReader(new AgentTypes(getClass().getClassLoader())).read(directory);

        assertThat(suite.files()).isEmpty();
        assertThat(suite.gate()).isNotNull();
    }

    @Test
    void the_page_s_cell_is_what_a_cell_says() throws IOException {
        GatedSuite suite = new GatedSuite(directory).cases(8).blessed();

        String said = suite.agent((cell, trial) ->
                        trial == 1 || (cell.equals("case-1") && trial != 3) ? GatedSuite.FAILS : GatedSuite.PASSES)
                .run()
                .of("case-1")
                .message()
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(PAGE)).contains("\n" + said + "\n");
    }

    @Test
    void every_key_is_in_the_table() throws IOException {
        String page = Files.readString(PAGE);

        for (var key : GateSpec.class.getRecordComponents()) {
            assertThat(page).contains("| `" + key.getName() + "` |");
        }
        assertThat(List.of("tokens", "money", "prices", "time", "calls"))
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }
}
