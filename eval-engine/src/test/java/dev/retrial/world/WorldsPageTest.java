package dev.retrial.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.agent.AgentTypes;
import dev.retrial.agent.ChatFormat;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import dev.retrial.transcript.ToolCall.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite of {@code docs/worlds.md}, and the calls of its table. */
class WorldsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "worlds.md");
    private static final Pattern FILE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CALL =
            Pattern.compile("^\\| `(\\w+) (\\{.*?\\})` \\| (failed: )?`(.*)` \\|$", Pattern.MULTILINE);

    @TempDir
    Path directory;

    @Test
    void the_agent_hears_what_the_page_says() throws Exception {
        World world = new ScriptedWorld(theCase().world());
        List<String> said = new ArrayList<>();
        List<String> heard = new ArrayList<>();

        for (MatchResult row : matches(CALL)) {
            World.ToolResult result = world.call(row.group(1), Worlds.read(row.group(2)));
            said.add((row.group(3) == null ? "" : row.group(3)) + row.group(4));
            heard.add((result.status() == Status.FAILED ? "failed: " : "") + ChatFormat.textOf(result.content()));
        }

        assertThat(said).hasSize(9);
        assertThat(heard).isEqualTo(said);
    }

    private EvalCase theCase() throws IOException {
        for (MatchResult file : matches(FILE)) {
            Path path = directory.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
        }
        Files.writeString(directory.resolve("suite.yaml"), "trials: 1\n");
        Suite suite = new SuiteReader(new AgentTypes(getClass().getClassLoader())).read(directory);
        assertThat(suite.files()).singleElement().isInstanceOf(EvalCase.class);
        return (EvalCase) suite.files().get(0);
    }

    private static List<MatchResult> matches(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results().toList();
    }
}
