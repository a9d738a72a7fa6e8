package dev.retrial.tickets.coverage;

import static dev.retrial.suite.FailureClass.LOST_CONTEXT;
import static dev.retrial.suite.FailureClass.WRONG_POLICY;
import static dev.retrial.suite.FailureClass.WRONG_TONE;
import static dev.retrial.tickets.coverage.FactBuilder.failed;
import static dev.retrial.tickets.coverage.FactBuilder.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoveredFailuresTest {

    /** Of six failures two tell the accepted case, one a draft, one a retired case, one was rejected, one nothing. */
    private static Counted six() {
        return new Counted()
                .accepted("refund-late", WRONG_POLICY, "a")
                .suiteCase("rude", Status.DRAFT, WRONG_TONE, "billing", "c", null)
                .suiteCase("forgets", Status.RETIRED, LOST_CONTEXT, "shipping", "d", null)
                .rejected("e")
                .with(
                        failed("a", WRONG_POLICY),
                        failed("b", WRONG_POLICY).repeats("a"),
                        failed("c", WRONG_TONE),
                        failed("d", LOST_CONTEXT).in("shipping"),
                        failed("e", WRONG_TONE),
                        failed("f", WRONG_POLICY),
                        ticket("g"));
    }

    @Test
    void failures_are_told_apart_by_what_the_suite_has_for_them() {
        assertThat(six().coverage().failures().count()).isEqualTo(new CoverCount(2, 1, 1, 1, 1));
    }

    @Test
    void the_share_is_of_failures_that_nobody_rejected_with_wilsons_interval() {
        Share share = six().coverage().failures().count().covered();

        assertThat(share).isEqualTo(new Share(2, 5));
        // Wilson: (p + z²/2n ± z √(pq/n + z²/4n²)) / (1 + z²/n) with p = .4, n = 5, z = 1.95996.
        assertThat(share.low()).isCloseTo(.1176, within(.0001));
        assertThat(share.high()).isCloseTo(.7693, within(.0001));
        assertThat(share.isFew()).isTrue();
    }

    @Test
    void near_duplicates_count_once_among_stories() {
        assertThat(six().coverage().failures().stories()).isEqualTo(new Share(1, 4));
    }

    @Test
    void a_ticket_of_its_own_is_told_from_a_near_duplicate() {
        assertThat(six().coverage().failures().own()).isEqualTo(new Share(1, 5));
    }

    @Test
    void near_duplicates_of_a_covered_near_duplicate_are_covered_whatever_the_order() {
        Coverage coverage = new Counted()
                .accepted("refund-late", WRONG_POLICY, "b")
                .with(
                        failed("a", WRONG_POLICY),
                        failed("c", WRONG_POLICY).repeats("a"),
                        failed("b", WRONG_POLICY).repeats("a"))
                .coverage();

        assertThat(coverage.failures().count().covered()).isEqualTo(new Share(3, 3));
        assertThat(coverage.failures().stories()).isEqualTo(new Share(1, 1));
    }

    @Test
    void tickets_that_repeat_a_case_of_an_earlier_export_are_one_story() {
        Coverage coverage = new Counted()
                .accepted("refund-late", WRONG_POLICY, "of-last-year")
                .with(
                        failed("a", WRONG_POLICY).tells("refund-late"),
                        failed("b", WRONG_POLICY).tells("refund-late"),
                        failed("c", WRONG_POLICY).repeats("b"))
                .coverage();

        assertThat(coverage.failures().count().covered()).isEqualTo(new Share(3, 3));
        assertThat(coverage.failures().stories()).isEqualTo(new Share(1, 1));
        assertThat(coverage.failures().own()).isEqualTo(new Share(0, 3));
    }

    @Test
    void a_case_counts_more_than_a_rejection_of_its_near_duplicate() {
        Coverage coverage = new Counted()
                .accepted("refund-late", WRONG_POLICY, "a")
                .rejected("b")
                .with(failed("a", WRONG_POLICY), failed("b", WRONG_POLICY).repeats("a"))
                .coverage();

        assertThat(coverage.failures().count()).isEqualTo(new CoverCount(2, 0, 0, 0, 0));
    }

    @Test
    void the_case_that_a_person_accepted_says_what_failed() {
        Coverage coverage = new Counted()
                .accepted("refund-late", WRONG_POLICY, "a")
                .accepted("rude", WRONG_TONE, "b")
                .with(ticket("a"), failed("b", LOST_CONTEXT))
                .coverage();

        assertThat(coverage.failures().count().covered()).isEqualTo(new Share(2, 2));
        assertThat(all(coverage, WRONG_POLICY).count().tickets()).isEqualTo(1);
        assertThat(all(coverage, LOST_CONTEXT).count().tickets()).isZero();
        assertThat(coverage.unknown().reviewed()).isEqualTo(2);
    }

    @Test
    void a_case_that_keeps_something_good_makes_no_failure() {
        Coverage coverage =
                new Counted().accepted("greeting", null, "a").with(ticket("a")).coverage();

        assertThat(coverage.failures().count()).isEqualTo(CoverCount.ZERO);
    }

    @Test
    void the_window_has_its_first_and_its_last_day_and_no_other() {
        Coverage coverage = new Counted()
                .with(
                        failed("first", WRONG_TONE).daysAgo(89),
                        failed("before", WRONG_TONE).daysAgo(90),
                        failed("last", WRONG_TONE).daysAgo(0),
                        failed("to-come", WRONG_TONE).daysAgo(-1),
                        failed("undated", WRONG_TONE).opened(null))
                .coverage();

        assertThat(coverage.failures().count().tickets()).isEqualTo(2);
        assertThat(coverage.inWindow()).isEqualTo(2);
        assertThat(coverage.unknown().toCome()).isEqualTo(1);
        assertThat(coverage.unknown().noDay()).isEqualTo(1);
    }

    @Test
    void a_reference_that_comes_again_is_counted_once() {
        Coverage coverage = new Counted()
                .with(failed("a", WRONG_TONE), failed("a", WRONG_TONE))
                .coverage();

        assertThat(coverage.tickets()).isEqualTo(1);
        assertThat(coverage.unknown().repeated()).isEqualTo(1);
    }

    @Test
    void the_matrix_has_failures_and_cases_by_category_and_class() {
        Coverage coverage = six().coverage();

        assertThat(coverage.classes().rows())
                .extracting(FailureMatrix.Row::kind, FailureMatrix.Row::category)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FailureMatrix.Kind.CATEGORY, "billing"),
                        org.assertj.core.groups.Tuple.tuple(FailureMatrix.Kind.CATEGORY, "shipping"));
        FailureMatrix.Cell square = coverage.classes().rows().get(0).cells().get(WRONG_POLICY.ordinal());
        assertThat(square.count()).isEqualTo(new CoverCount(2, 0, 0, 1, 0));
        assertThat(square.cases()).isEqualTo(1);
        assertThat(square.newest()).isEqualTo(FactBuilder.TODAY);
        assertThat(coverage.classes().classes()).doesNotContainNull();
    }

    @Test
    void a_failure_of_which_nobody_named_the_class_has_a_column_of_its_own() {
        Coverage coverage = new Counted().with(failed("a", null)).coverage();

        assertThat(coverage.classes().classes()).hasSize(8).last().isNull();
        assertThat(coverage.classes().total().cells().get(7).count().tickets()).isEqualTo(1);
        assertThat(coverage.unknown().classNotTold()).isEqualTo(1);
    }

    @Test
    void a_flood_of_categories_is_counted_together() {
        Counted counted = new Counted();
        for (int i = 0; i < 6_000; i++) {
            counted.with(failed("t" + i, WRONG_TONE).in("c" + i));
        }
        Coverage coverage = counted.coverage();

        assertThat(coverage.classes().rows()).hasSize(21);
        assertThat(coverage.classes().rows().get(20).kind()).isEqualTo(FailureMatrix.Kind.OTHERS);
        assertThat(coverage.classes().rows().get(20).all().count().tickets()).isEqualTo(5_980);
        assertThat(coverage.unknown().crowded()).isTrue();
    }

    @Test
    void families_without_a_case_come_with_the_most_tickets_first() {
        Coverage coverage = new Counted()
                .suiteCase("drafted", Status.DRAFT, WRONG_TONE, "billing", "t1", null)
                .with(
                        failed("p1", WRONG_POLICY)
                                .finding(WRONG_POLICY, "refund-window", null)
                                .daysAgo(3),
                        failed("p2", WRONG_POLICY)
                                .finding(WRONG_POLICY, "refund-window", null)
                                .daysAgo(1)
                                .in("shipping"),
                        failed("p3", WRONG_POLICY)
                                .finding(WRONG_POLICY, "refund-window", null)
                                .daysAgo(9)
                                .in("shipping")
                                .repeats("p2"),
                        failed("t1", WRONG_TONE),
                        failed("l1", LOST_CONTEXT).in("a").daysAgo(5),
                        failed("l2", LOST_CONTEXT).in("b").daysAgo(6))
                .coverage();

        assertThat(coverage.gaps())
                .containsExactly(
                        new Gap(
                                WRONG_POLICY,
                                "refund-window",
                                "shipping",
                                new CoverCount(0, 0, 0, 3, 0),
                                2,
                                List.of(),
                                FactBuilder.TODAY.minusDays(1),
                                List.of("p2", "p1", "p3")),
                        new Gap(
                                WRONG_TONE,
                                null,
                                "billing",
                                new CoverCount(0, 1, 0, 0, 0),
                                1,
                                List.of(new Gap.Known("drafted", Status.DRAFT)),
                                FactBuilder.TODAY,
                                List.of("t1")),
                        gap("a", 5, "l1"),
                        gap("b", 6, "l2"));
    }

    private static Gap gap(String category, int daysAgo, String ref) {
        return new Gap(
                LOST_CONTEXT,
                null,
                category,
                new CoverCount(0, 0, 0, 1, 0),
                1,
                List.of(),
                FactBuilder.TODAY.minusDays(daysAgo),
                List.of(ref));
    }

    @Test
    void a_family_that_was_found_for_them_gathers_tickets_of_any_category() {
        Coverage coverage = new Counted()
                .with(
                        failed("a", WRONG_TONE).in("x").family("f1"),
                        failed("b", WRONG_TONE).in("y").family("f1"))
                .coverage();

        assertThat(coverage.gaps()).singleElement().extracting(Gap::stories).isEqualTo(2);
    }

    @Test
    void a_family_that_a_case_covers_is_no_gap() {
        Coverage coverage = new Counted()
                .accepted("rude", WRONG_TONE, "a")
                .with(failed("a", WRONG_TONE), failed("b", WRONG_TONE).repeats("a"))
                .coverage();

        assertThat(coverage.gaps()).isEmpty();
    }

    @Test
    void a_case_that_no_ticket_of_the_window_tells_is_named_with_its_age() {
        Coverage coverage = new Counted()
                .accepted("told", WRONG_TONE, "a")
                .accepted("by-near-duplicate", WRONG_TONE, "b")
                .accepted("old", WRONG_TONE, "c")
                .suiteCase("of-last-year", Status.KNOWN_FAILING, WRONG_TONE, "billing", "z", LocalDate.of(2025, 3, 31))
                .accepted("unknown", WRONG_TONE, "y")
                .accepted("by-hand", WRONG_TONE, null)
                .suiteCase("draft", Status.DRAFT, WRONG_TONE, "billing", "x", null)
                .suiteCase("gone", Status.RETIRED, WRONG_TONE, "billing", "w", null)
                .with(
                        failed("a", WRONG_TONE).daysAgo(40),
                        ticket("b2").repeats("b").daysAgo(2),
                        failed("c", WRONG_TONE).daysAgo(200),
                        failed("c2", WRONG_TONE).repeats("c").daysAgo(100))
                .coverage();

        SuiteAge suite = coverage.suite();
        assertThat(suite.accepted()).isEqualTo(6);
        assertThat(suite.drafts()).isEqualTo(1);
        assertThat(suite.retired()).isEqualTo(1);
        assertThat(suite.byHand()).isEqualTo(1);
        assertThat(suite.told()).isEqualTo(new Share(2, 5));
        assertThat(suite.untold())
                .extracting(SuiteAge.Untold::id, SuiteAge.Untold::age)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("of-last-year", 365L),
                        org.assertj.core.groups.Tuple.tuple("old", 100L),
                        org.assertj.core.groups.Tuple.tuple("unknown", null));
        assertThat(suite.newest()).isEqualTo(FactBuilder.TODAY.minusDays(40));
        assertThat(suite.newestAge()).isEqualTo(40);
        assertThat(coverage.unknown().casesWithoutTicket()).isEqualTo(5);
    }

    @Test
    void a_case_is_told_by_the_near_duplicate_of_its_near_duplicate() {
        Coverage coverage = new Counted()
                .accepted("old", WRONG_TONE, "b")
                .with(
                        failed("c", WRONG_TONE).repeats("a"),
                        failed("b", WRONG_TONE).repeats("a").daysAgo(300))
                .coverage();

        assertThat(coverage.suite().told()).isEqualTo(new Share(1, 1));
    }

    @Test
    void a_ticket_that_names_a_case_which_is_not_there_is_told() {
        assertThat(new Counted()
                        .with(failed("a", WRONG_TONE).tells("nowhere"))
                        .coverage()
                        .unknown()
                        .unknownCases())
                .isEqualTo(1);
    }

    @Test
    void failures_are_shared_out_by_system_channel_and_language() {
        Coverage coverage = new Counted()
                .accepted("rude", WRONG_TONE, "a")
                .with(
                        failed("a", WRONG_TONE).from("email", "billing", "de"),
                        failed("b", WRONG_TONE).from("email", "billing", null))
                .coverage();

        assertThat(coverage.slices())
                .containsExactly(
                        new Coverage.Slice("system", "zendesk", new CoverCount(1, 0, 0, 1, 0)),
                        new Coverage.Slice("channel", "email", new CoverCount(1, 0, 0, 1, 0)),
                        new Coverage.Slice("language", null, new CoverCount(0, 0, 0, 1, 0)),
                        new Coverage.Slice("language", "de", new CoverCount(1, 0, 0, 0, 0)));
    }

    private static FailureMatrix.Cell all(Coverage coverage, FailureClass failure) {
        return coverage.classes().total().cells().get(failure.ordinal());
    }
}
