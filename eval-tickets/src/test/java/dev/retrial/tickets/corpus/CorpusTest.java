package dev.retrial.tickets.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorpusTest {

    private static final List<Labelled> OPEN = Corpus.open(1, 2_000);
    private static final List<Labelled> HELD_BACK = Corpus.heldBack(1, 2_000);

    @Test
    void the_same_seed_tells_the_same_tickets() {
        assertThat(Corpus.open(7, 300)).isEqualTo(Corpus.open(7, 300));
        assertThat(Corpus.open(8, 300)).isNotEqualTo(Corpus.open(7, 300));
    }

    @Test
    void every_class_sort_system_and_language_is_there() {
        for (List<Labelled> tickets : List.of(OPEN, HELD_BACK)) {
            assertThat(tickets).hasSize(2_000);
            assertThat(tickets.stream().map(it -> it.label().failure()).collect(Collectors.toSet()))
                    .contains(FailureClass.values());
            assertThat(tickets.stream().map(it -> it.label().kind()).collect(Collectors.toSet()))
                    .contains(Label.Kind.values());
            assertThat(tickets.stream().map(it -> it.ticket().system()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(Corpus.SYSTEMS);
            assertThat(tickets.stream().map(it -> it.label().language()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("en", "de", "fr", "es", "ja");
        }
    }

    @Test
    void the_turn_that_failed_is_one_of_the_agents() {
        for (Labelled one : OPEN) {
            if (one.label().failure() != null) {
                assertThat(one.ticket().turns().get(one.label().turn()).role()).isEqualTo(Role.AI_AGENT);
            } else {
                assertThat(one.label().turn()).isEqualTo(-1);
            }
        }
    }

    @Test
    void nothing_is_left_to_be_filled_in() {
        for (List<Labelled> tickets : List.of(OPEN, HELD_BACK)) {
            for (Labelled one : tickets) {
                for (TicketTurn turn : one.ticket().turns()) {
                    assertThat(turn.text()).doesNotContainPattern("\\{[a-z0-9]+}");
                }
            }
        }
    }

    @Test
    void what_is_said_to_be_planted_is_there() {
        Set<String> places = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (Labelled one : OPEN) {
            String all = everything(one.ticket());
            for (Canary canary : one.label().planted()) {
                assertThat(all).contains(canary.value());
                places.add(canary.place());
                types.add(canary.type());
            }
        }
        assertThat(places).contains("party", "body", "signature", "field", "quote", "file", "argument");
        assertThat(types).contains("name", "email", "phone", "card", "iban", "key", "address");
    }

    private static String everything(SupportTicket ticket) {
        StringBuilder all = new StringBuilder(ticket.parties().toString()).append(ticket.fields());
        for (TicketTurn turn : ticket.turns()) {
            all.append(turn.text()).append(turn.attachments());
            turn.calls().forEach(call -> all.append(call.arguments()));
        }
        return all.toString();
    }

    @Test
    void a_repetition_names_what_it_repeats_and_how_alike_they_are() {
        List<Labelled> repeated =
                OPEN.stream().filter(it -> it.label().duplicateOf() != null).toList();

        assertThat(repeated.size()).isBetween(50, 160);
        for (Labelled one : repeated) {
            Labelled first = OPEN.stream()
                    .filter(it -> it.ticket().id().equals(one.label().duplicateOf())
                            && it.ticket().system().equals(one.ticket().system()))
                    .findFirst()
                    .orElseThrow();
            assertThat(Shingles.jaccard(first, one)).isEqualTo(one.label().jaccard());
            assertThat(first.ticket().parties()).isNotEqualTo(one.ticket().parties());
        }
        assertThat(repeated.stream().filter(it -> it.label().jaccard() >= 0.6).count())
                .isGreaterThan(30);
    }

    @Test
    void the_two_pools_share_no_wording() {
        Set<String> open = sentences(Pool.OPEN);
        Set<String> both = sentences(Pool.HELD_BACK);
        both.retainAll(open);

        assertThat(both).isEmpty();
    }

    /** Everything that is said in more than four words. */
    private static Set<String> sentences(Pool pool) {
        return pool.scenes().stream()
                .flatMap(scene -> scene.lines().stream())
                .filter(line -> List.of("s", "c", "b", "h", "n").contains(line.key()))
                .flatMap(line -> line.wordings().stream())
                .filter(wording -> Shingles.words(wording).size() > 4)
                .collect(Collectors.toSet());
    }
}
