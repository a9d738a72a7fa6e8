package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import dev.retrial.tickets.AiOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A support desk's half year as it may be: made up, the same each time. */
final class SampleTickets {

    private static final String[] CATEGORIES = {
        "billing", "billing", "billing", "shipping", "shipping", "account", "returns", "technical", null
    };
    private static final Map<FailureClass, List<String>> ABOUT = Map.of(
            FailureClass.WRONG_POLICY, List.of("refund-window", "discount-approval"),
            FailureClass.WRONG_TOOL_CALL, List.of("issue_refund", "change_address"),
            FailureClass.HALLUCINATED_CAPABILITY, List.of("phone support"));

    private final Random random = new Random(5);

    static Stream<TicketFact> of(int tickets) {
        SampleTickets sample = new SampleTickets();
        return IntStream.range(0, tickets).mapToObj(i -> sample.ticket(i).fact());
    }

    static Coverage coverage(int tickets) {
        CoverageCount count = new CoverageCount(new Window(FactBuilder.TODAY, 90), cases(), Set.of(ref(30), ref(63)));
        of(tickets).forEach(count::add);
        return count.result();
    }

    static String ref(int number) {
        return String.format("hmac:%016x", number * 0x9e3779b97f4a7c15L);
    }

    private FactBuilder ticket(int number) {
        boolean intercom = random.nextInt(3) == 0;
        int decile = 1 + random.nextInt(10);
        boolean person = random.nextInt(13) < decile;
        FactBuilder ticket = FactBuilder.ticket(ref(number))
                .system(intercom ? "intercom" : "zendesk")
                .daysAgo(random.nextInt(175))
                .from(
                        intercom ? "messenger" : "email",
                        CATEGORIES[random.nextInt(CATEGORIES.length)],
                        random.nextInt(8) == 0 ? "de" : "en");
        if (random.nextInt(25) > 0) {
            ticket.hard(hardness(decile, person));
        }
        boolean agent = random.nextInt(10) > 0;
        if (!agent) {
            ticket.agentTurns(null, null).ended(null, true);
            return ticket;
        }
        ticket.agentTurns(1, random.nextInt(3) == 0 ? 1 : 5).ended(outcome(intercom, person), person);
        if (random.nextInt(9) == 0) {
            FailureClass failure =
                    FailureClass.values()[random.nextInt(4) == 0 ? 6 : Math.min(random.nextInt(7), random.nextInt(8))];
            List<String> abouts = ABOUT.getOrDefault(failure, List.of());
            ticket.finding(
                    failure,
                    abouts.isEmpty() ? null : abouts.get(random.nextInt(abouts.size())),
                    failure != FailureClass.WRONG_HANDOFF
                            ? null
                            : person ? TriageFact.Escalation.PREMATURE : TriageFact.Escalation.MISSED);
            if (random.nextInt(3) == 0) {
                ticket.tells("case-" + random.nextInt(14));
            }
        } else if (random.nextInt(30) == 0) {
            ticket.open();
        }
        return ticket;
    }

    private AiOutcome outcome(boolean told, boolean person) {
        if (!told && random.nextInt(5) > 0) {
            return null;
        }
        if (person) {
            return random.nextInt(3) == 0 ? AiOutcome.PROCEDURE_HANDOFF : AiOutcome.ESCALATED;
        }
        int which = random.nextInt(10);
        return which < 4
                ? AiOutcome.CONFIRMED_RESOLUTION
                : which < 7
                        ? AiOutcome.ASSUMED_RESOLUTION
                        : which < 9 ? AiOutcome.ABANDONED : AiOutcome.NEGATIVE_FEEDBACK;
    }

    private Hardness hardness(int decile, boolean person) {
        Map<String, Double> ranks = new HashMap<>();
        Set<String> missing = new HashSet<>();
        double around = decile / 10.0 - .05;
        rank(ranks, missing, "customer-messages", around, 20);
        rank(ranks, missing, "reopens", around, 4);
        rank(ranks, missing, "human-touches", person ? around * .5 + .5 : .2, 15);
        rank(ranks, missing, "resolution", around, 6);
        return new Hardness(
                decile <= 4 ? Difficulty.EASY : decile <= 8 ? Difficulty.MEDIUM : Difficulty.HARD,
                decile,
                ranks,
                missing);
    }

    private void rank(Map<String, Double> ranks, Set<String> missing, String name, double around, int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            missing.add(name);
        } else {
            ranks.put(name, Math.max(0, Math.min(1, around + random.nextGaussian() * .15)));
        }
    }

    static List<SuiteCase> cases() {
        String[] titles = {
            "Refund demanded after the 30-day window",
            "Address changed on the wrong order",
            "Offers a hotline that does not exist",
            "Asks for the order number twice",
            "Exclamation marks for a procurement officer",
            "Hands over without the order number",
            "Promises a discount",
            "Names another customer's plan",
            "Refund issued twice",
            "Denies a warranty that holds",
            "Cheerful about a lost parcel",
            "Keeps an outage to itself",
            "Forgets the serial number",
            "Cancels the wrong subscription"
        };
        return Stream.concat(
                        IntStream.range(0, titles.length)
                                .mapToObj(i -> new SuiteCase(
                                        "case-" + i,
                                        titles[i],
                                        i == 5
                                                ? Status.DRAFT
                                                : i == 9
                                                        ? Status.RETIRED
                                                        : i == 12 ? Status.KNOWN_FAILING : Status.ACTIVE,
                                        FailureClass.values()[i % 7],
                                        CATEGORIES[i % 8],
                                        ref(10_000 + i),
                                        FactBuilder.TODAY.minusDays(40 + 23L * i),
                                        1 + i)),
                        IntStream.range(14, 20)
                                .mapToObj(i -> new SuiteCase(
                                        "old-case-" + i,
                                        "Told long ago, " + i,
                                        Status.ACTIVE,
                                        FailureClass.values()[i % 7],
                                        "returns",
                                        i == 19 ? null : ref(10_000 + i),
                                        FactBuilder.TODAY.minusDays(100 + 31L * i),
                                        2)))
                .toList();
    }
}
