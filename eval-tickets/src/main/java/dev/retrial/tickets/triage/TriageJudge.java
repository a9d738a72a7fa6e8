package dev.retrial.tickets.triage;

import dev.retrial.judge.JudgeFailure;
import dev.retrial.tickets.SupportTicket;
import org.apiguardian.api.API;

/** Decides what the rules leave open; a lambda is a judge. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TriageJudge {

    /**
     * Judges a ticket.
     *
     * @param ticket the ticket, redacted
     * @param rules what the rules say of it
     * @throws JudgeFailure where the judge could not be asked
     */
    TriageVerdict judge(SupportTicket ticket, Triage rules);

    /** What it is made of, for {@link Triage#judgedBy}: the model and a hash of what it is told. */
    default String name() {
        return "judge";
    }
}
