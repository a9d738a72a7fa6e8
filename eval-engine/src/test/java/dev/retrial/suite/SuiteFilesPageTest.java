package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.agent.AgentTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what {@code docs/suite-files.md} shows. */
class SuiteFilesPageTest {

    @TempDir
    Path directory;

    static List<SuiteFilesPage.Block> blocks() throws IOException {
        return SuiteFilesPage.blocks();
    }

    @Test
    void the_page_s_files_are_a_suite() throws IOException {
        SuiteFiles files = SuiteFiles.in(directory)
                .file("prompts/enterprise.md", "Be formal.")
                .file("judge/labels.yaml", "labelled: []");
        int fragments = 0;
        for (SuiteFilesPage.Block block : blocks()) {
            String name = block.isFragment() ? "cases/fragment-" + fragments++ + ".yaml" : block.name();
            files.file(name, block.file());
        }
        Suite suite =
                new SuiteReader(new AgentTypes(getClass().getClassLoader()), new SuiteFiles.Judges()).read(directory);

        assertThat(SuiteFiles.problems(suite)).isEmpty();
        assertThat(suite.warnings()).isEmpty();
        assertThat(suite.files()).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void an_editor_accepts_the_page_s_blocks(SuiteFilesPage.Block block) {
        String kind = block.isFragment() || block.name().startsWith("cases/")
                ? "case"
                : block.name().startsWith("policies/")
                        ? "policies"
                        : block.name().replace(".yaml", "");

        assertThat(SchemaCheck.editorComplaints(kind, block.file())).isEmpty();
    }

    @Test
    void the_page_s_message_is_what_is_said() {
        assertThat(SuiteFiles.in(directory)
                        .file(
                                "cases/refund-late.yaml",
                                "title: a\nexpect: {greeting: {at-most: 1}}\n\n\n\nconversation:\n  - custmer: Hi\n")
                        .problems())
                .contains("cases/refund-late.yaml:7:5: unknown key 'custmer'; did you mean 'customer'?");
    }
}
