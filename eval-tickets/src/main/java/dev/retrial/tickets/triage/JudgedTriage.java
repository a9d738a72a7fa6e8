package dev.retrial.tickets.triage;

import dev.retrial.judge.JudgeFailure;
import dev.retrial.tickets.SupportTicket;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Rules first, a judge for what they leave open.
 *
 * <p>Where the judge cannot be asked, or says nothing that can be read, the ticket stays open. After {@value #PATIENCE} failures in a row it is asked no more.
 * Not to be shared between threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JudgedTriage {

    /** So many failures in a row, and the judge is asked no more. */
    public static final int PATIENCE = 3;

    private static final String RULE = "judge";

    private final TriageRules rules;
    private final @Nullable TriageJudge judge;
    private int failuresInARow;
    private long unjudged;
    private @Nullable String problem;

    /**
     * Triage with a judge.
     *
     * @param rules the rules
     * @param judge decides what they leave open, or null
     */
    public JudgedTriage(TriageRules rules, @Nullable TriageJudge judge) {
        this.rules = rules;
        this.judge = judge;
    }

    /** What rules and judge make of a ticket, which has to be redacted: the judge may be a service elsewhere. */
    public Triage triage(SupportTicket ticket) {
        return judged(ticket, rules.triage(ticket));
    }

    /** What the judge makes of a ticket that the rules have left open, on one thread; what the rules say of any other. */
    public Triage judged(SupportTicket ticket, Triage triage) {
        if (judge == null || triage.decision() != Decision.OPEN) {
            return triage;
        }
        if (failuresInARow >= PATIENCE) {
            unjudged++;
            return triage;
        }
        TriageVerdict verdict;
        try {
            verdict = judge.judge(ticket, triage);
            failuresInARow = 0;
        } catch (JudgeFailure e) {
            failuresInARow++;
            unjudged++;
            problem = e.getMessage();
            return triage;
        }
        return verdict.decision() == Decision.OPEN ? triage : decided(triage, verdict, judge.name());
    }

    private static Triage decided(Triage triage, TriageVerdict verdict, String by) {
        boolean failed = verdict.decision() == Decision.FAILURE;
        List<Evidence> evidence = new ArrayList<>(triage.evidence());
        evidence.add(new Evidence(RULE, verdict.turn(), 0, 0, failed ? 1 : -1));
        return new Triage(
                verdict.decision(),
                verdict.failure(),
                triage.score(),
                verdict.turn(),
                evidence,
                failed ? triage.alternatives() : List.of(),
                triage.category(),
                triage.rulesVersion(),
                by);
    }

    /** How many open tickets the judge could not be asked about. */
    public long unjudged() {
        return unjudged;
    }

    /** What kept the judge from being asked the last time, or null. */
    public @Nullable String problem() {
        return problem;
    }
}
