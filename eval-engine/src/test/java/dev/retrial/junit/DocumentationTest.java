package dev.retrial.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.retrial.run.RunSettings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code docs/junit.md} shows is compiled and run. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "junit.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

    @TempDir
    Path project;

    @Test
    void every_parameter_is_explained() throws Exception {
        String page = Files.readString(PAGE);

        for (Field field : RunSettings.class.getFields()) {
            if (field.getType() == String.class && !field.getName().equals("PREFIX")) {
                assertThat(page).contains("| `" + field.get(null) + "` |");
            }
        }
    }

    @Test
    void the_agent_in_code_is_asked() throws Exception {
        assertGreen(run("EchoTest", "retrial"));
    }

    @Test
    void the_test_method_is_called_with_each_cell() throws Exception {
        assertGreen(run("RepliesTest", "junit-jupiter"));
    }

    @Test
    void the_plain_marker_class_asks_the_agent_of_the_suite_file() throws Exception {
        EngineExecutionResults results = run("SupportAgentTest", "retrial");

        assertThat(results.testEvents().failed().stream())
                .singleElement()
                .satisfies(event -> assertThat(event.toString()).contains("add 'agent:' to suite.yaml"));
    }

    private static void assertGreen(EngineExecutionResults results) {
        // What the lint says is LintLeafTest's.
        assertThat(results.testEvents().finished().stream()
                        .filter(event ->
                                !event.getTestDescriptor().getDisplayName().equals("[lint]")))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("greets [default]"));
        assertThat(results.testEvents().failed().count()).isZero();
    }

    private EngineExecutionResults run(String name, String engine) throws Exception {
        Path classes = Files.createDirectories(project.resolve("target/test-classes"));
        Path suite = Files.createDirectories(classes.resolve("evals/cases"));
        Files.writeString(suite.resolveSibling("suite.yaml"), "trials: 1\n");
        Files.writeString(
                suite.resolve("greets.yaml"),
                "title: Greets\nconversation: [{customer: Hello}]\nexpect: {reply: {says: [hello]}}\n");
        compile(classes);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            EngineExecutionResults results = EngineTestKit.engine(engine)
                    .selectors(selectClass(loader.loadClass("acme." + name)))
                    .execute();
            assertThat(project.resolve("target/retrial")).isNotEmptyDirectory();
            return results;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void compile(Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        Matcher block = JAVA.matcher(Files.readString(PAGE));
        while (block.find()) {
            Matcher name = CLASS.matcher(block.group(1));
            assertThat(name.find()).isTrue();
            Path source = Files.createDirectories(project.resolve("src/acme")).resolve(name.group(1) + ".java");
            arguments.add(Files.writeString(source, block.group(1)).toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
    }
}
