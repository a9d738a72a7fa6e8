package dev.retrial.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentType;
import dev.retrial.agent.AgentTypes;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/agents.md} shows is read, made and compiled. */
class AgentsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/agents.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n# suite.yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANY_YAML = Pattern.compile("^```yaml$", Pattern.MULTILINE);
    private static final Pattern JAVA = Pattern.compile("<!-- (\\S+)#(\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANY_JAVA = Pattern.compile("^```java$", Pattern.MULTILINE);
    private static final Pattern JSON = Pattern.compile("```json\n(\\{\"messages\".*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void every_suite_file_names_an_agent_that_can_be_made() throws IOException {
        List<MatchResult> blocks = matches(YAML);
        assertThat(blocks).hasSameSizeAs(matches(ANY_YAML)).hasSize(4);

        for (MatchResult block : blocks) {
            WrittenSuite suite = new WrittenSuite(directory)
                    .file("suite.yaml", block.group(1))
                    .file("prompts/system.md", "Be kind.");
            Suite read = suite.read();
            assertThat(read.files()).isEmpty();
            assertThat(suite.agent(Map.of())).isInstanceOf(Agent.class);
        }
    }

    @Test
    void the_recording_is_read_as_it_is_shown() throws Exception {
        WrittenSuite suite = new WrittenSuite(directory)
                .file("suite.yaml", "agent: {type: recorded}\n")
                .file("cases/a.yaml", "title: a\nexpect: {tools: none}\n")
                .file("recordings/a.json", matches(JSON).get(0).group(1));

        assertThat(suite.replay(suite.agent(Map.of()), "a", "default")
                        .transcript()
                        .events())
                .hasSize(3);
    }

    @Test
    void every_Java_block_is_part_of_code_that_a_test_runs() throws IOException {
        List<MatchResult> blocks = matches(JAVA);
        assertThat(blocks).hasSameSizeAs(matches(ANY_JAVA));

        for (MatchResult block : blocks) {
            assertThat(block.group(3)).as(block.group(1)).isEqualTo(region(block.group(1), block.group(2)));
        }
    }

    @Test
    void every_setting_of_every_type_is_on_the_page() throws IOException {
        String page = Files.readString(PAGE);

        for (AgentType type : new AgentTypes(getClass().getClassLoader()).all()) {
            type.schema()
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(key -> assertThat(page).as(type.key()).containsPattern("[` ]" + key + "[`:]"));
        }
    }

    /** What stands between {@code tag::name[]} and {@code end::name[]}, moved to the left edge. */
    static String region(String file, String tag) throws IOException {
        String source = Files.readString(ROOT.resolve(file));
        int begin = source.indexOf('\n', source.indexOf("// tag::" + tag + "[]")) + 1;
        int end = source.lastIndexOf('\n', source.indexOf("// end::" + tag + "[]")) + 1;
        List<String> lines = source.substring(begin, end).lines().toList();
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<MatchResult> matches(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results().toList();
    }
}
