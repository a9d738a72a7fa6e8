package dev.retrial.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseHashTest {

    private static final String CASE = """
            title: Refund
            facts: {order: A-1, day: "3"}
            conversation: [{customer: Where is it}]
            expect: {greeting: {at-most: 1}}
            accepted: [{reply: It is here.}]
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a comment\n",
                "why: The agent promised too much.\n",
                "owner: support\n",
                "tags: [billing]\n",
                "failure: wrong-policy\n",
                "difficulty: hard\n",
                "ticket: {system: zendesk, seen: 14}\n",
                "status: quarantined\nbecause: It is down.\nuntil: 2027-01-01\n",
                "status: draft\ndraft: {fill-in: [who answers]}\n",
                "cohorts: [default]\n",
                "observed: [{reply: It is gone.}]\n",
            })
    void what_people_read_and_sort_by_does_not_change_it(String more) {
        assertThat(hash(CASE + more)).isEqualTo(hash(CASE));
    }

    @Test
    void another_title_another_layout_and_another_order_of_keys_do_not_change_it() {
        assertThat(hash("""
                accepted: [{reply: It is here.}]
                conversation:
                  - customer: Where is it
                expect:
                  greeting: {at-most: 1}
                facts:
                  day: "3"
                  order: A-1
                title: Refund of an order
                """)).isEqualTo(hash(CASE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context: {plan: gold}\n",
                "now: 2026-03-02T10:00:00Z\n",
            })
    void what_verdicts_rest_on_changes_it(String more) {
        assertThat(hash(CASE + more)).isNotEqualTo(hash(CASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Where is it>Where was it", "at-most: 1>at-most: 2", "It is here.>It is near.", "\"3\">3"})
    void another_text_number_or_type_changes_it(String change) {
        String[] parts = change.split(">");

        assertThat(hash(CASE.replace(parts[0], parts[1]))).isNotEqualTo(hash(CASE));
    }

    @Test
    void the_order_of_a_list_changes_it() {
        String two = CASE.replace("[{customer: Where is it}]", "[{customer: a}, {customer: b}]");

        assertThat(hash(two.replace("{customer: a}, {customer: b}", "{customer: b}, {customer: a}")))
                .isNotEqualTo(hash(two));
    }

    private String hash(String text) {
        return SuiteFiles.in(directory)
                .file("suite.yaml", "expect: {greeting: {at-most: 5}}\n")
                .file("cases/a.yaml", text)
                .evalCase("a")
                .hash();
    }
}
