package dev.retrial.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The ten minutes of {@code README.md}: its files, laid out as it says, against an agent over HTTP. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern FILE = Pattern.compile("`(src/test/[^`]*)`:\n\n```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RED = Pattern.compile("<!-- first red cell -->\n```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern POM = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    @RegisterExtension
    static final WireMockExtension AGENT =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @TempDir
    private Path project;

    private String readme;

    @BeforeEach
    void lay() throws IOException {
        readme = Files.readString(README);
        int files = 0;
        for (Matcher file = FILE.matcher(readme); file.find(); files++) {
            Path path = project.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2).replace("http://localhost:8080", AGENT.baseUrl()));
        }
        assertThat(files).isEqualTo(3);
    }

    @Test
    void the_agent_of_that_day_turns_the_cell_red_as_shown() throws Exception {
        answering("No worries!!! I've refunded you $89 \uD83D\uDE0A");

        Events tests = run();

        assertThat(names(tests.succeeded())).containsExactly("refund-after-window [self-check]");
        Throwable thrown = tests.failed().stream()
                .findFirst()
                .flatMap(event -> event.getPayload(TestExecutionResult.class))
                .flatMap(TestExecutionResult::getThrowable)
                .orElseThrow();
        Matcher shown = RED.matcher(readme);
        assertThat(shown.find()).isTrue();
        assertThat(((CaseFailed) thrown).facts().replace(project + "/", "") + "\n")
                .isEqualTo(shown.group(1));
    }

    @Test
    void a_mended_agent_turns_it_green() throws Exception {
        answering("I'm sorry, that is past the 30 days after delivery.");

        assertThat(names(run().succeeded()))
                .containsExactly("refund-after-window [default]", "refund-after-window [self-check]");
    }

    @Test
    void the_POM_names_the_versions_that_we_build_with() throws IOException {
        String parent = Files.readString(Path.of("..", "pom.xml"));
        Matcher pom = POM.matcher(readme);
        assertThat(pom.find()).isTrue();
        List<String> versions = VERSION.matcher(pom.group(1))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(versions).hasSize(4).first().isEqualTo("1");
        assertThat(versions.subList(1, 4))
                .allSatisfy(
                        version -> assertThat(parent).containsPattern("[<>]?version>" + Pattern.quote(version) + "<"));
    }

    private static void answering(String reply) {
        AGENT.stubFor(post(urlEqualTo("/chat"))
                .withRequestBody(equalToJson("""
                        {"conversation": "${json-unit.any-string}",
                         "message": "I want my money back for order A-1042. It came in January."}"""))
                .willReturn(okJson("{\"reply\": \"" + reply + "\"}")));
    }

    private Events run() throws Exception {
        Path classes = Files.createDirectories(project.resolve("target/test-classes"));
        Path source = project.resolve("src/test/java/com/example/SupportAgentTest.java");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), "-proc:none", source.toString()))
                .isZero();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] path = {
            classes.toUri().toURL(),
            project.resolve("src/test/resources").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(path, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            return EngineTestKit.engine("retrial")
                    .selectors(selectClass(loader.loadClass("com.example.SupportAgentTest")))
                    .configurationParameter(
                            "retrial.output", project.resolve("target/retrial").toString())
                    .execute()
                    .testEvents();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static List<String> names(Events events) {
        return events.stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                // What the lint says is LintLeafTest's.
                .filter(name -> !name.equals("[lint]"))
                .toList();
    }
}
