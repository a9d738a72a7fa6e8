package dev.retrial.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.mutants.Mutation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class EvalMutantsTest {

    private static final Path PAGE = Path.of("../docs/mutants.md");

    @TempDir
    Path directory;

    @BeforeEach
    void writeAside() throws IOException {
        System.setProperty("retrial.output", directory.resolve("out").toString());
        write("suite.yaml", "");
        write("cohorts.yaml", "cohorts: {developer: {}}");
        write("cases/guards.yaml", """
                title: a
                failure: wrong-tone
                conversation: [{customer: Hi}]
                expect: {tone: {emoji: none}}
                accepted: [{reply: We repair it.}]
                """);
        write("cases/guards-nothing.yaml", """
                title: a
                failure: wrong-tone
                conversation: [{customer: Hi}]
                expect: {reply: {says: [repair]}}
                accepted: [{reply: We repair it.}]
                """);
        write("cases/without-answer.yaml", "title: a\nconversation: [{customer: Hi}]\nexpect: {reply: {says: [x]}}\n");
        write(
                "cases/draft.yaml",
                "title: a\nstatus: draft\nconversation: [{customer: Hi}]\nexpect: {reply: {says: [x]}}\n");
        write("cases/broken.yaml", "titel: a\n");
    }

    @AfterEach
    void cleanUp() {
        System.clearProperty("retrial.output");
        System.clearProperty("retrial.cases");
    }

    @Test
    void each_case_is_a_test() {
        assertThat(tests())
                .extracting(DynamicTest::getDisplayName)
                .containsExactlyInAnyOrder(
                        "guards [mutants]",
                        "guards-nothing [mutants]",
                        "without-answer [mutants]",
                        "cases/broken.yaml [broken file]");
    }

    @Test
    void a_case_that_notices_passes() {
        assertThatCode(() -> run("guards [mutants]")).doesNotThrowAnyException();
    }

    @Test
    void a_case_that_notices_nothing_fails_as_the_page_says() throws IOException {
        List<String> shown = Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("this case notices none"))
                .takeWhile(line -> !line.equals("```"))
                .toList();

        assertThat(shown).hasSize(4);
        assertThatThrownBy(() -> run("guards-nothing [mutants]"))
                .isInstanceOf(AssertionError.class)
                .satisfies(thrown -> assertThat(thrown.toString()).contains(shown));
    }

    @Test
    void a_case_without_a_right_answer_is_skipped() {
        assertThatThrownBy(() -> run("without-answer [mutants]"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("there is no mutant; give the case an accepted answer");
    }

    @Test
    void a_broken_file_fails() {
        assertThatThrownBy(() -> run("cases/broken.yaml [broken file]")).hasMessageContaining("unknown key 'titel'");
    }

    @Test
    void the_report_has_every_mutant() throws IOException {
        tests();

        assertThat(directory.resolve("out").resolve(getClass().getName()).resolve(EvalMutants.REPORT))
                .content()
                .startsWith("1 of 10 mutants killed\n\n  false-claim: 0 of 2\n  emoji: 1 of 2\n")
                .contains("\n\nguards: 1 of 5 killed\n")
                .contains("  killed    emoji [developer]: the reply ends with \"😊\"; by tone.emoji\n");
    }

    @Test
    void recordings_are_right_answers() throws IOException {
        write("said/without-answer.json", """
                {"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "x it is."}]}""");
        List<DynamicTest> tests = EvalMutants.in(getClass(), directory.toString())
                .recordedIn("said")
                .tests()
                .toList();

        assertThatThrownBy(() -> run(tests, "without-answer [mutants]"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("notices none of the 5 mutants");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvalMutants.in(getClass(), directory.toString())
                        .recordedIn("nowhere")
                        .tests())
                .withMessageStartingWith("there is no directory nowhere in ");
    }

    @Test
    void a_filter_leaves_cases_out() {
        System.setProperty("retrial.cases", "guards");

        assertThat(tests())
                .extracting(DynamicTest::getDisplayName)
                .contains("guards [mutants]")
                .hasSize(2);
    }

    @Test
    void a_class_without_a_suite_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvalMutants.of(getClass()))
                .withMessageContaining("has no @EvalSuite");
    }

    @Test
    void every_mutation_is_on_the_page() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Mutation.values()).allSatisfy(mutation -> assertThat(page).contains("`" + mutation.key() + "`"));
    }

    @Test
    void the_test_class_on_the_page_is_the_sample_s() throws IOException {
        String source = Files.readString(
                Path.of("../eval-samples/support-agent/src/test/java/dev/retrial/samples/support/MutantsTest.java"));

        assertThat(Files.readString(PAGE)).contains("```java\n" + source + "```");
    }

    private List<DynamicTest> tests() {
        return EvalMutants.in(getClass(), directory.toString()).tests().toList();
    }

    private void run(String name) throws Throwable {
        run(tests(), name);
    }

    private static void run(List<DynamicTest> tests, String name) throws Throwable {
        for (DynamicTest test : tests) {
            if (test.getDisplayName().equals(name)) {
                test.getExecutable().execute();
                return;
            }
        }
        throw new IllegalArgumentException("no test " + name);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
