package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tickets and cases put together for one count of 90 days. */
final class Counted {

    private final List<SuiteCase> cases = new ArrayList<>();
    private final Set<String> rejected = new HashSet<>();
    private final List<TicketFact> facts = new ArrayList<>();

    Counted accepted(String id, FailureClass failure, String ref) {
        return suiteCase(id, Status.ACTIVE, failure, "billing", ref, null);
    }

    Counted suiteCase(String id, Status status, FailureClass failure, String category, String ref, LocalDate opened) {
        cases.add(new SuiteCase(id, "The title of " + id, status, failure, category, ref, opened, 1));
        return this;
    }

    Counted titled(SuiteCase one) {
        cases.add(one);
        return this;
    }

    Counted rejected(String ref) {
        rejected.add(ref);
        return this;
    }

    Counted with(FactBuilder... tickets) {
        for (FactBuilder one : tickets) {
            facts.add(one.fact());
        }
        return this;
    }

    Coverage coverage() {
        CoverageCount count = new CoverageCount(new Window(FactBuilder.TODAY, 90), cases, rejected);
        facts.forEach(count::add);
        return count.result();
    }
}
