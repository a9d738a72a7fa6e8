package dev.retrial.tickets.coverage;

import dev.retrial.suite.Difficulty;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import java.util.Map;
import java.util.Set;

/** Every word that others write is an attack on whatever shows it. */
final class Hostile {

    static final String ATTACK =
            "</script></style><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>"
                    + " [x](javascript:alert(3)) `code` | @everyone \u202Eevil\u0000\r\n# heading ${7*7} \" ' & \uD800";

    private Hostile() {}

    static Coverage coverage() {
        CoverageCount count = new CoverageCount(
                new Window(FactBuilder.TODAY, 90),
                java.util.List.of(
                        new SuiteCase(ATTACK, ATTACK, Status.ACTIVE, FailureClass.WRONG_TONE, ATTACK, "other", null, 1),
                        new SuiteCase(
                                "draft" + ATTACK, ATTACK, Status.DRAFT, FailureClass.WRONG_TONE, ATTACK, "b", null, 1)),
                Set.of());
        for (String ref : new String[] {"a" + ATTACK, "b"}) {
            count.add(FactBuilder.ticket(ref)
                    .system(ATTACK)
                    .from(ATTACK, ATTACK, ATTACK)
                    .finding(FailureClass.WRONG_HANDOFF, ATTACK, TriageFact.Escalation.MISSED)
                    .family(ATTACK)
                    .hard(new Hardness(Difficulty.EASY, 1, Map.of(ATTACK, .5), Set.of()))
                    .fact());
        }
        return count.result();
    }
}
