package dev.retrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.baseline.Baseline;
import dev.retrial.baseline.BaselineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/baseline.md} shows is read, and its commands are run. */
class BaselinePageTest {

    private static final Pattern JSON = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

    @TempDir
    private Path project;

    private final Shell shell = new Shell();

    @Test
    void the_record_on_the_page_is_one() throws IOException {
        String shown = JSON.matcher(page()).results().findFirst().orElseThrow().group(1);
        Path file = Files.writeString(project.resolve("baseline.json"), shown);

        Baseline baseline = BaselineFile.read(file);
        assertThat(baseline.removed()).containsKey("gift-card");
        BaselineFile.write(file, baseline);
        assertThat(file).hasContent(shown + "\n");
    }

    @Test
    void every_command_does_what_the_page_says() throws IOException {
        Results main = new Results(project.resolve("target/retrial"));
        main.run("acme.A", "1", "passed", "passed");
        List<String> commands = Commands.of(page());
        assertThat(commands).hasSize(5);
        assertThat(run(commands.get(0))).as(shell.err()).isZero();
        // The page removes a case of its own.
        assertThat(run(commands.get(1).replace("gift-card", "case-1")))
                .as(shell.err())
                .isZero();
        for (int i = 2; i < 13; i++) {
            main.run("acme.A", String.valueOf(10 + i), "passed");
            run(commands.get(0));
        }
        new Results(project.resolve("shards/1")).shard("1/2", 0).run("acme.A", "1", "failed");
        new Results(project.resolve("shards/2")).shard("2/2", 1).run("acme.A", "1");

        assertThat(run(commands.get(2))).as(shell.err()).isZero();
        assertThat(run(commands.get(3))).as(shell.err()).isEqualTo(3);
        assertThat(project.resolve("plan.json")).content().contains("-Dretrial.cases=case-0 -Dretrial.trials=1/10");
        new Results(project.resolve("confirmed")).partial().run("acme.A", "1", "passed");
        assertThat(run(commands.get(4))).as(shell.err()).isEqualTo(3);
    }

    @Test
    void every_property_of_the_goals_is_named() throws IOException {
        assertThat(page())
                .contains("retrial.anchor", "retrial.remove", "retrial.because", "retrial.confirmed", "retrial.plan");
    }

    private int run(String command) {
        List<Object> arguments = new ArrayList<>();
        for (String argument : Commands.split(command)) {
            boolean path = argument.contains("/")
                    || argument.endsWith(".json")
                    || Files.isDirectory(project.resolve(argument));
            arguments.add(path ? project.resolve(argument) : argument);
        }
        return shell.run(arguments.toArray());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "baseline.md"));
    }
}
