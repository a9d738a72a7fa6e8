package dev.retrial.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketRulesTest {

    private static final CohortRule ENTERPRISE =
            new CohortRule("enterprise", "plan", Set.of("Enterprise", "Scale"), Set.of());
    private static final CohortRule DEVELOPER = new CohortRule("developer", null, Set.of(), Set.of("api", "SDK"));

    @Test
    void the_first_rule_that_fits_names_the_cohort() {
        List<CohortRule> rules = List.of(ENTERPRISE, DEVELOPER);

        assertThat(CohortRule.cohortOf(ticket(null, Map.of("plan", "enterprise"), "sdk"), rules))
                .isEqualTo("enterprise");
        assertThat(CohortRule.cohortOf(ticket(null, Map.of("plan", "free"), "sdk"), rules))
                .isEqualTo("developer");
        assertThat(CohortRule.cohortOf(ticket(null, Map.of()), rules)).isNull();
    }

    @Test
    void a_rule_of_field_and_tag_asks_for_both() {
        CohortRule both = new CohortRule("x", "plan", Set.of("scale"), Set.of("api"));

        assertThat(both.fits(ticket(null, Map.of("plan", "scale"), "API"))).isTrue();
        assertThat(both.fits(ticket(null, Map.of("plan", "scale")))).isFalse();
        assertThat(both.fits(ticket(null, Map.of(), "api"))).isFalse();
    }

    @Test
    void the_field_goes_before_the_exports_category_and_that_before_the_tags() {
        Map<String, Set<String>> tags = new LinkedHashMap<>();
        tags.put("billing", Set.of("Refund"));
        tags.put("shipping", Set.of("refund", "delivery"));
        CategoryRules rules = new CategoryRules("topic", tags);

        assertThat(rules.of(ticket("Orders", Map.of("topic", " Returns "), "refund")))
                .isEqualTo("Returns");
        assertThat(rules.of(ticket("Orders", Map.of("topic", " "), "refund"))).isEqualTo("Orders");
        assertThat(rules.of(ticket(null, Map.of(), "refund"))).isEqualTo("billing");
        assertThat(rules.of(ticket(null, Map.of(), "hello"))).isNull();
    }

    private static SupportTicket ticket(@Nullable String category, Map<String, String> fields, String... tags) {
        return new SupportTicket(
                "zendesk",
                "1",
                null,
                null,
                null,
                null,
                null,
                category,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                Effort.UNKNOWN,
                List.of(tags),
                fields,
                "tickets.json");
    }
}
