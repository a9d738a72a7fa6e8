package dev.retrial.tickets.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any ticket at all, for properties. */
public final class Tickets {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Tickets() {}

    /** Tickets with every field filled somehow, half pairs of surrogates and control characters in their texts. */
    public static Arbitrary<SupportTicket> any() {
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(-2_000_000_000L, 9_000_000_000L)
                .flatMap(second -> Arbitraries.integers()
                        .between(0, 999_999_999)
                        .map(nano -> Instant.ofEpochSecond(second, nano)));
        Arbitrary<List<Party>> parties = Combinators.combine(
                        text().injectNull(.3),
                        Arbitraries.of(Role.class),
                        text().list().ofMaxSize(2),
                        text().list().ofMaxSize(2),
                        text().list().ofMaxSize(2),
                        text().injectNull(.3))
                .as(Party::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        Combinators.combine(text(), text(), instants.injectNull(.2), instants.injectNull(.2))
                                .as(Head::new),
                        text().injectNull(.3).list().ofSize(4),
                        parties,
                        turns(instants),
                        Combinators.combine(
                                        Arbitraries.of(Rating.Verdict.class), text(), text().injectNull(.3), flags())
                                .as(Rating::new)
                                .list()
                                .ofMaxSize(2),
                        Combinators.combine(
                                        Arbitraries.of(AiOutcome.class).injectNull(.4),
                                        Combinators.combine(text(), text(), flags(), text().injectNull(.3))
                                                .as(MonitorFinding::new)
                                                .list()
                                                .ofMaxSize(2))
                                .as(Verdicts::new),
                        effort(),
                        Combinators.combine(
                                        text().list().ofMaxSize(3),
                                        Arbitraries.maps(
                                                        Arbitraries.strings()
                                                                .alpha()
                                                                .ofMaxLength(5),
                                                        text())
                                                .ofMaxSize(3),
                                        text())
                                .as(Rest::new))
                .as((head, words, people, said, ratings, verdicts, effort, rest) -> new SupportTicket(
                        head.system,
                        head.id,
                        head.opened,
                        head.updated,
                        words.get(0),
                        words.get(1),
                        words.get(2),
                        words.get(3),
                        people,
                        said,
                        ratings,
                        verdicts.outcome,
                        verdicts.monitors,
                        effort,
                        rest.tags,
                        rest.fields,
                        rest.source));
    }

    private static Arbitrary<List<TicketTurn>> turns(Arbitrary<Instant> instants) {
        Arbitrary<SeenCall> calls = Combinators.combine(
                        text(), json().injectNull(.3), json().injectNull(.3), flags().injectNull(.3))
                .as(SeenCall::new);
        return Combinators.combine(
                        Arbitraries.of(Role.class),
                        text(),
                        text().injectNull(.3),
                        text(),
                        instants.injectNull(.3),
                        calls.list().ofMaxSize(2),
                        text().list().ofMaxSize(2))
                .as(TicketTurn::new)
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<Effort> effort() {
        Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(0).injectNull(.3);
        return Combinators.combine(
                        counts,
                        counts,
                        counts,
                        counts,
                        Arbitraries.longs().greaterOrEqual(0).injectNull(.3),
                        flags(),
                        counts)
                .as(Effort::new);
    }

    private static Arbitrary<JsonNode> json() {
        return Arbitraries.oneOf(
                Arbitraries.just(JSON.nullNode()),
                text().map(JSON::textNode),
                Arbitraries.integers().map(JSON::numberNode),
                text().map(text -> JSON.objectNode()
                        .put("a", text)
                        .set("b", JSON.arrayNode().add(true))));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.strings().ofMaxLength(12)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(
                                "",
                                "\u0000",
                                "\ud83d",
                                "\ude00\ud83d",
                                "a\nb\r\n\u2028",
                                "\"\\",
                                "\ud83d\ude00",
                                "{")));
    }

    private record Head(String system, String id, Instant opened, Instant updated) {}

    private record Verdicts(AiOutcome outcome, List<MonitorFinding> monitors) {}

    private record Rest(List<String> tags, java.util.Map<String, String> fields, String source) {}
}
