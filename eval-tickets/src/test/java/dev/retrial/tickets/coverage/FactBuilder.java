package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.triage.Decision;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** A ticket as coverage sees it: of Zendesk, opened on the last day, the agent spoke twice, nothing is wrong. */
final class FactBuilder {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final String ref;
    private String system = "zendesk";
    private LocalDate opened = TODAY;
    private String channel = "messaging";
    private String category = "billing";
    private String language = "en";
    private TriageFact triage = new TriageFact(Decision.NO_FAILURE, null, null, null);
    private Hardness hardness;
    private Integer first = 1;
    private Integer last = 3;
    private AiOutcome outcome;
    private boolean person;
    private String caseId;
    private String repeats;
    private String family;

    private FactBuilder(String ref) {
        this.ref = ref;
    }

    static FactBuilder ticket(String ref) {
        return new FactBuilder(ref);
    }

    static FactBuilder failed(String ref, FailureClass failure) {
        return new FactBuilder(ref).finding(failure, null, null);
    }

    FactBuilder finding(FailureClass failure, String about, TriageFact.Escalation escalation) {
        triage = new TriageFact(Decision.FAILURE, failure, about, escalation);
        return this;
    }

    FactBuilder open() {
        triage = new TriageFact(Decision.OPEN, FailureClass.WRONG_TONE, null, null);
        return this;
    }

    FactBuilder system(String name) {
        system = name;
        return this;
    }

    FactBuilder daysAgo(int days) {
        opened = TODAY.minusDays(days);
        return this;
    }

    FactBuilder opened(LocalDate day) {
        opened = day;
        return this;
    }

    FactBuilder from(String channel, String category, String language) {
        this.channel = channel;
        this.category = category;
        this.language = language;
        return this;
    }

    FactBuilder in(String category) {
        this.category = category;
        return this;
    }

    FactBuilder hard(Difficulty level, int decile) {
        hardness = new Hardness(level, decile, Map.of(), Set.of());
        return this;
    }

    FactBuilder hard(Hardness hardness) {
        this.hardness = hardness;
        return this;
    }

    FactBuilder agentTurns(Integer first, Integer last) {
        this.first = first;
        this.last = last;
        return this;
    }

    FactBuilder ended(AiOutcome outcome, boolean person) {
        this.outcome = outcome;
        this.person = person;
        return this;
    }

    FactBuilder tells(String caseId) {
        this.caseId = caseId;
        return this;
    }

    FactBuilder repeats(String ref) {
        repeats = ref;
        return this;
    }

    FactBuilder family(String word) {
        family = word;
        return this;
    }

    TicketFact fact() {
        return new TicketFact(
                ref,
                system,
                opened,
                channel,
                category,
                language,
                triage,
                hardness,
                new Handling(first, last, outcome, person),
                caseId,
                repeats,
                family);
    }
}
