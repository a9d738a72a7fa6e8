package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameHashesTest {

    private static final String SUITE = "concurrency: 4\nexpect: {greeting: {at-most: 1}}\n";
    private static final String COHORTS = """
            cohorts:
              vip: {description: Important, context: {plan: gold}, overlay: vip.md}
              other: {context: {plan: basic}}
            """;
    private static final String TOOLS = "tools: {refund: {description: Refunds an order, effect: write}}\n";
    private static final String POLICY = "rules: {greet: {says: Greet., must: {says: Hello}}}\n";

    @TempDir
    Path directory;

    private SuiteFiles files;
    private Map<String, String> before;

    @BeforeEach
    void write() {
        files = SuiteFiles.in(directory)
                .file("suite.yaml", SUITE)
                .file("cohorts.yaml", COHORTS)
                .file("tools.yaml", TOOLS)
                .file("vip.md", "Speak well.")
                .file("policies/a.yaml", POLICY);
        before = files.sound().hashes();
    }

    @Test
    void each_part_has_one() {
        assertThat(before).containsOnlyKeys("cohort:other", "cohort:vip", "policies", "suite", "tools");
        assertThat(before.values()).allMatch(hash -> hash.matches("[0-9a-f]{16}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            suite.yaml      | at-most: 1  | at-most: 2    | suite
            cohorts.yaml    | gold        | silver        | cohort:vip
            tools.yaml      | write       | read          | tools
            policies/a.yaml | Hello       | Good day      | policies
            """)
    void a_change_of_what_is_measured_by_changes_its_part_only(String file, String from, String to, String part) {
        files.file(file, text(file).replace(from, to));

        assertThat(differing()).containsExactly(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            suite.yaml   | concurrency: 4     | concurrency: 8
            suite.yaml   | concurrency: 4     | '# a comment'
            cohorts.yaml | Important          | Most important
            tools.yaml   | Refunds an order   | Pays back
            """)
    void a_change_of_what_is_measured_changes_none(String file, String from, String to) {
        files.file(file, text(file).replace(from, to));

        assertThat(differing()).isEmpty();
    }

    private Set<String> differing() {
        Map<String, String> after = files.sound().hashes();
        Set<String> names = new TreeSet<>(after.keySet());
        names.addAll(before.keySet());
        names.removeIf(name -> after.getOrDefault(name, "").equals(before.get(name)));
        return names;
    }

    private static String text(String file) {
        return switch (file) {
            case "suite.yaml" -> SUITE;
            case "cohorts.yaml" -> COHORTS;
            case "tools.yaml" -> TOOLS;
            default -> POLICY;
        };
    }
}
