package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.scene.Background;
import dev.retrial.scene.Background.Instruction;
import dev.retrial.suite.AgentSpec;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellBackgroundTest {

    @TempDir
    private Path evals;

    @Test
    void the_prompt_and_the_overlay_of_the_cohort_are_what_the_agent_was_told() throws IOException {
        write("prompt.md", "You help.");
        write("vip.md", "Be brief.");

        assertThat(background().instructions())
                .containsExactly(
                        new Instruction("the system prompt", "You help."),
                        new Instruction("the overlay of vip", "Be brief."));
    }

    @Test
    void a_prompt_that_is_not_there_is_named() {
        assertThatThrownBy(() -> background().instructions())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the system prompt prompt.md cannot be read");
    }

    @Test
    void accepted_are_the_replies_for_this_cohort() {
        assertThat(background().accepted()).containsExactly("for all", "for vip");
    }

    @Test
    void a_calibration_file_lists_replies() throws IOException {
        write("polite.json", "{\"replies\": [\"Thank you.\", \"Please wait.\"]}");
        write("broken.json", "{replies");

        assertThat(background().calibration("polite.json")).containsExactly("Thank you.", "Please wait.");
        assertThatThrownBy(() -> background().calibration("broken.json"))
                .hasMessage("the calibration file broken.json is no JSON");
    }

    @Test
    void no_file_outside_the_suite_is_read() throws IOException {
        Path outside = Files.createTempFile("outside", ".json");
        try {
            assertThatThrownBy(() -> background().calibration(outside.toString()))
                    .hasMessage("the calibration file " + outside + " is outside the suite's directory");
        } finally {
            Files.delete(outside);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(evals.resolve(file), text);
    }

    private Background background() {
        Suite built = Cases.suite()
                .add(Cases.one("x")
                        .accepted(
                                Cases.said("for all"),
                                new ReferenceAnswer("vip", List.of(new ReferenceTurn(null, "for vip")), List.of(), 8),
                                new ReferenceAnswer("dev", List.of(new ReferenceTurn(null, "for dev")), List.of(), 9)))
                .build();
        Suite suite = new Suite(
                evals,
                new AgentSpec("chat-model", Cases.json().put("system-prompt", "prompt.md"), 1),
                null,
                built.trials(),
                built.concurrency(),
                built.timeouts(),
                built.outcomes(),
                built.expect(),
                built.rules(),
                built.always(),
                built.cohorts(),
                built.tools(),
                built.catalogue(),
                built.files(),
                built.warnings());
        Cohort vip = new Cohort("vip", "", Cases.json(), evals.resolve("vip.md"), List.of());
        return new CellBackground(
                suite,
                new Cell(Cases.cells(built).get(0).evalCase(), vip),
                Background.NONE.judge(),
                new SuiteTexts(suite));
    }
}
