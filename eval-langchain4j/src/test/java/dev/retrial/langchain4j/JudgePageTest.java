package dev.retrial.langchain4j;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.retrial.agent.Environment;
import dev.retrial.judge.Judge;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.judging.RunJudge;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/judge.md} shows is read, asked and compiled. */
class JudgePageTest {

    @RegisterExtension
    static final WireMockExtension MODEL =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/judge.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("<!-- (\\S+)#(\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void the_page_s_files_are_a_suite_whose_judge_is_held_against_its_labels() throws IOException {
        WrittenSuite files = new WrittenSuite(directory);
        for (MatchResult block : matches(YAML)) {
            files.file(block.group(1), block.group(2));
        }
        Suite suite = files.read();
        assertThat(suite.files())
                .singleElement()
                .isInstanceOfSatisfying(
                        EvalCase.class,
                        evalCase -> assertThat(evalCase.expect()).hasSize(3));
        MODEL.stubFor(post(anyUrl()).willReturn(Completions.says("VERDICT: YES")));
        Judge judge = RunJudge.of(
                suite,
                null,
                new JudgeTypes(getClass().getClassLoader()),
                Environment.of(Map.of("JUDGE_URL", MODEL.baseUrl() + "/v1", "JUDGE_KEY", "sk-judge")),
                directory.resolve("results"));

        assertThat(judge.standing("blame").reason()).startsWith("it agrees with people in 0 of 1");
        assertThat(judge.standing("general").reason()).startsWith("it agrees with people in 1 of 1");
    }

    @Test
    void every_Java_block_is_part_of_code_that_a_test_runs() throws IOException {
        List<MatchResult> blocks = matches(JAVA);
        assertThat(blocks).hasSameSizeAs(matches(Pattern.compile("```java\n")));

        for (MatchResult block : blocks) {
            assertThat(block.group(3))
                    .as(block.group(1))
                    .isEqualTo(AgentsPageTest.region(block.group(1), block.group(2)));
        }
    }

    @Test
    void every_setting_is_on_the_page() throws IOException {
        String page = Files.readString(PAGE);

        new ChatModelJudgeType()
                .schema()
                .path("properties")
                .fieldNames()
                .forEachRemaining(key -> assertThat(page).contains("`" + key + "`"));
    }

    private static List<MatchResult> matches(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results().toList();
    }
}
