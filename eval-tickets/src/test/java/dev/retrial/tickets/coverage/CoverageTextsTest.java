package dev.retrial.tickets.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.suite.FailureClass;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTextsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void markdown_says_the_main_figures_first() {
        String text = CoverageMarkdown.of(new Counted()
                .accepted("refund-late", FailureClass.WRONG_POLICY, "a")
                .with(
                        FactBuilder.failed("a", FailureClass.WRONG_POLICY),
                        FactBuilder.failed("b", FailureClass.WRONG_TONE).in("shipping"))
                .coverage());

        assertThat(text)
                .startsWith("""
                        # What the tickets say

                        **1 of 2 failures of the last 90 days has a case.**

                        Tickets opened 2026-01-01 to 2026-03-31 (UTC): 2 of 2 that were read.
                        """)
                .contains(
                        "| Failures with a case | 50 % (few) | 1 of 2 failures (9–91 %); near-duplicates counted once: 50 % of 2 stories (9–91 %) |")
                .contains("| wrong tone | – | `shipping` | 1 | 1 | 1 | 2026-03-31 | – | `b` |")
                .contains(
                        "| `billing` | – | – | 1 of 1 [1] | – | – | – | – | 1 of 1 [1] | 100 % (few) | 21–100 % | 0 | 2026-03-31 |");
    }

    @Test
    void markdown_of_hostile_words_formats_links_and_notifies_nothing() {
        String text = CoverageMarkdown.of(Hostile.coverage());
        // What stands between ticks is code, whatever it is.
        String shown = text.replaceAll("\\\\[\\[\\]`|]", "").replaceAll("(?s)(?<!`)(`+)(?!`)(.*?)(?<!`)\\1(?!`)", "");

        assertThat(text).contains("alert(1)").doesNotContain("\u202E", "\u0000", "\uD800");
        assertThat(shown).doesNotContain("<script", "<img", "](javascript", "@everyone", "\n# heading");
    }

    @Test
    void every_row_of_a_table_has_the_cells_of_its_head() {
        int cells = 0;
        for (String line : CoverageMarkdown.of(Hostile.coverage()).lines().toList()) {
            boolean row = line.startsWith("|");
            int found = line.replace("\\|", "").length()
                    - line.replace("\\|", "").replace("|", "").length();
            if (row && cells > 0) {
                assertThat(found).as(line).isEqualTo(cells);
            }
            cells = row ? found : 0;
        }
    }

    @Test
    void json_has_every_share_with_its_n_and_interval() throws IOException {
        JsonNode json = JSON.readTree(CoverageJson.of(SampleTickets.coverage(2_000)));
        List<JsonNode> shares = json.findParents("few");

        assertThat(shares.size()).isGreaterThan(100);
        for (JsonNode share : shares) {
            int of = share.get("of").intValue();
            if (of == 0) {
                assertThat(share.get("share").isNull()).isTrue();
                assertThat(share.get("low").isNull()).isTrue();
            } else {
                double value = share.get("share").doubleValue();
                assertThat(value)
                        .isBetween(
                                share.get("low").doubleValue(),
                                share.get("high").doubleValue());
            }
        }
    }

    @Test
    void json_names_kinds_and_classes_as_case_files_do() throws IOException {
        JsonNode json = JSON.readTree(CoverageJson.of(SampleTickets.coverage(2_000)));

        assertThat(json.get("version").intValue()).isEqualTo(CoverageJson.VERSION);
        assertThat(json.at("/categories/0/kind").textValue()).isEqualTo("category");
        assertThat(json.at("/categories/0/category").textValue()).isEqualTo("billing");
        assertThat(json.at("/categories/0/classes/2/failure").textValue()).isEqualTo("wrong-policy");
        assertThat(json.at("/escalations/outcomes").fieldNames())
                .toIterable()
                .contains("confirmed-resolution", "procedure-handoff");
    }

    @Test
    void json_of_hostile_words_is_json_and_ends_no_script() throws IOException {
        String text = CoverageJson.of(Hostile.coverage());

        assertThat(JSON.readTree(text).at("/categories/0/category").textValue()).startsWith("</script>");
        assertThat(text).doesNotContain("\u202E", "\u0000", "\uD800");
    }

    @Test
    void nothing_at_all_is_told_as_such_and_divides_by_nothing() throws IOException {
        Coverage empty = new Counted().coverage();

        assertThat(CoverageMarkdown.of(empty))
                .contains("**No ticket was read.**", "No ticket was read, so nothing is known.")
                .doesNotContain("NaN", "Infinity", "null");
        assertThat(CoverageJson.of(empty)).doesNotContain("NaN", "Infinity");
        assertThat(JSON.readTree(CoverageJson.of(empty))
                        .at("/failures/covered/share")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_same_tickets_in_another_order_say_the_same() {
        List<TicketFact> facts = SampleTickets.of(1_500).toList();
        CoverageCount forth =
                new CoverageCount(new Window(FactBuilder.TODAY, 90), SampleTickets.cases(), java.util.Set.of());
        CoverageCount back =
                new CoverageCount(new Window(FactBuilder.TODAY, 90), SampleTickets.cases(), java.util.Set.of());
        facts.forEach(forth::add);
        for (int i = facts.size() - 1; i >= 0; i--) {
            back.add(facts.get(i));
        }

        assertThat(CoverageJson.of(forth.result())).isEqualTo(CoverageJson.of(back.result()));
    }

    @Test
    void systems_that_do_not_tell_are_named() {
        Coverage coverage = new Counted()
                .with(
                        FactBuilder.ticket("a").system("freshdesk").agentTurns(null, null),
                        FactBuilder.ticket("b").system("zendesk"))
                .coverage();

        assertThat(new Sentences(coverage).unknowns())
                .contains(
                        "freshdesk shows no turn of the agent in any of 1 ticket: if the agent does answer there, name its author in ai-authors.",
                        "zendesk does not tell how the agent's part ended in any of 1 ticket, so what it settled there is not known.");
    }
}
