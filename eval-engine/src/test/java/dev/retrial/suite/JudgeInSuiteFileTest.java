package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.judge.Floor;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeInSuiteFileTest {

    @TempDir
    Path directory;

    @Test
    void everything_can_be_said() throws Exception {
        JudgeSpec judge = suite("""
                        judge:
                          type: chat-model
                          model: small-1
                          api-key: ${KEY}
                          temperature: ${HEAT:-0}
                          samples: 3
                          timeout: 500ms
                          calibration: labels.yaml
                          floor: {agreement: 0.8, kappa: 0.5, labels: 40}
                        """).file("labels.yaml", "labelled: []").sound().judge();

        assertThat(judge.type()).isEqualTo("chat-model");
        assertThat(judge.settings())
                .hasToString("{\"model\":\"small-1\",\"api-key\":\"${KEY}\",\"temperature\":\"${HEAT:-0}\"}");
        assertThat(judge.samples()).isEqualTo(3);
        assertThat(judge.timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(judge.calibration()).isEqualTo(directory.toRealPath().resolve("labels.yaml"));
        assertThat(judge.floor()).isEqualTo(new Floor(0.8, 0.5, 40));
        assertThat(judge.line()).isEqualTo(1);
    }

    @Test
    void a_model_is_enough() {
        JudgeSpec judge = suite("judge: {model: small-1}\n").sound().judge();

        assertThat(judge)
                .isEqualTo(new JudgeSpec(
                        "chat-model", judge.settings(), 1, Duration.ofSeconds(60), null, Floor.DEFAULT, 1));
    }

    @Test
    void without_a_model_the_class_has_to_name_the_judge() {
        JudgeSpec judge = suite("judge: {floor: {kappa: 0.7}}\n").sound().judge();

        assertThat(judge.type()).isNull();
        assertThat(judge.settings()).isEmpty();
        assertThat(judge.floor()).isEqualTo(new Floor(0.9, 0.7, 20));
    }

    @Test
    void there_need_not_be_one() {
        assertThat(suite("trials: 1\n").sound().judge()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {modell: x}                          | suite.yaml:1:9: unknown key 'modell'; did you mean 'model'?
            {type: oracle, model: x}             | suite.yaml:1:15: unknown judge type
            {model: x, samples: 0}               | suite.yaml:1:28: 'samples' must be at least 1
            {model: x, calibration: no.yaml}     | suite.yaml:1:32: there is no such file in the suite's directory
            {model: x, calibration: ../no.yaml}  | suite.yaml:1:32: this path leaves the suite's directory: move the file into it
            {model: x, floor: {kappa: 2}}        | suite.yaml:1:34: 'kappa' must be at most 1
            """)
    void refuses(String judge, String problem) {
        assertThat(suite("judge: " + judge + "\n").problems()).contains(problem);
    }

    private SuiteFiles suite(String text) {
        return SuiteFiles.in(directory).file("suite.yaml", text);
    }
}
