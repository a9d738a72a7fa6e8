package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.agent.AgentTypes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseTextsTest {

    @TempDir
    Path directory;

    @BeforeEach
    void a_suite_with_a_tool() {
        SuiteFiles.in(directory).file("tools.yaml", "tools: {lookup: {effect: read}}\n");
    }

    @Test
    void a_text_is_the_case_that_its_file_would_be() throws IOException {
        String text = "title: Refund\n" + SuiteFiles.REST;

        CaseFile read = texts().read("cases/drafts/refund.yaml", text);

        SuiteFiles.in(directory)
                .file("tools.yaml", "tools: {lookup: {effect: read}}\n")
                .file("cases/drafts/refund.yaml", text);
        EvalCase fromFile = SuiteFiles.in(directory).evalCase("refund");
        assertThat(((EvalCase) read).hash()).isEqualTo(fromFile.hash());
        assertThat(((EvalCase) read).id()).isEqualTo("refund");
        assertThat(read.file()).isEqualTo(fromFile.file());
    }

    @Test
    void what_the_suite_does_not_know_is_a_mistake() throws IOException {
        CaseFile read = texts().read("cases/a.yaml", "title: a\nworld: {lookop: [{returns: 1}]}\n" + SuiteFiles.REST);

        assertThat(((BrokenFile) read).problems().get(0))
                .hasToString("cases/a.yaml:2:9: tools.yaml has no tool 'lookop'; did you mean 'lookup'?");
    }

    @Test
    void a_text_is_no_longer_than_a_file_may_be() throws IOException {
        CaseFile read = texts().read("cases/a.yaml", "title: " + "a".repeat(1024 * 1024));

        assertThat(((BrokenFile) read).problems().get(0).toString()).contains("larger than 1 MiB");
    }

    @Test
    void a_suite_that_is_broken_says_so() throws IOException {
        SuiteFiles.in(directory).file("suite.yaml", "trials: none\n");

        assertThat(texts().suite().files()).hasSize(1).allMatch(BrokenFile.class::isInstance);
    }

    private CaseTexts texts() throws IOException {
        return CaseTexts.in(directory, new AgentTypes(getClass().getClassLoader()), new SuiteFiles.Judges());
    }
}
