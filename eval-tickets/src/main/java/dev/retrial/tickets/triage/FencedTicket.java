package dev.retrial.tickets.triage;

import dev.retrial.judge.FencedLines;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.Rubric;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.List;

/** A ticket as a model reads it, in a fence that nobody in it can close. */
final class FencedTicket {

    /** Goes into the hash of what the judge is told; to be raised with each change of how a ticket is written down. */
    static final int VERSION = 1;

    /** In characters; a judge that would be shown only a part of a longer one would judge something else. */
    static final int LONGEST = 100_000;

    private static final int MARK = 16;

    private final StringBuilder text = new StringBuilder();

    private FencedTicket() {}

    /**
     * The ticket in its fence.
     *
     * @throws JudgeFailure where it is too long
     */
    static String of(SupportTicket ticket) {
        FencedTicket fenced = new FencedTicket();
        List<TicketTurn> turns = ticket.turns();
        for (int i = 0; i < turns.size(); i++) {
            fenced.turn(i, turns.get(i));
        }
        for (Rating rating : ticket.ratings()) {
            fenced.text.append(rating.ofTheAgent() ? "rating of the AI agent: " : "rating of the ticket: ");
            fenced.text.append(rating.verdict()).append('\n');
            if (rating.comment() != null) {
                fenced.lines(rating.comment());
            }
        }
        if (ticket.aiOutcome() != null) {
            fenced.text
                    .append("outcome of the AI agent's part: ")
                    .append(ticket.aiOutcome())
                    .append('\n');
        }
        for (MonitorFinding monitor : ticket.monitors()) {
            fenced.text.append(monitor.flagged() ? "monitor, flagged:\n" : "monitor, not flagged:\n");
            fenced.lines(monitor.monitor() + " " + (monitor.explanation() == null ? "" : monitor.explanation()));
        }
        String mark = Rubric.sha256(fenced.text.toString()).substring(0, MARK);
        return "<<< ticket " + mark + "\n" + fenced.text + "ticket " + mark + " >>>";
    }

    private void turn(int index, TicketTurn turn) {
        text.append("turn ").append(index).append(", ").append(who(turn.role())).append(":\n");
        lines(turn.text());
        for (SeenCall call : turn.calls()) {
            text.append("tool call, ")
                    .append(
                            call.succeeded() == null
                                    ? "unknown whether it worked"
                                    : call.succeeded() ? "which worked" : "which failed")
                    .append(":\n");
            lines(call.tool()
                    + (call.arguments() == null ? "" : " " + call.arguments())
                    + (call.result() == null ? "" : " => " + call.result()));
        }
    }

    private static String who(Role role) {
        return switch (role) {
            case CUSTOMER -> "the customer";
            case AI_AGENT -> "the AI agent";
            case HUMAN_AGENT -> "a person of the company";
            case INTERNAL_NOTE -> "internal note by a person of the company";
            case SYSTEM -> "the help desk";
        };
    }

    private void lines(String written) {
        if ((long) text.length() + written.length() > LONGEST) {
            throw new JudgeFailure(
                    "this ticket has more than " + LONGEST + " characters, which no judge is asked to read");
        }
        FencedLines.append(text, written, ModelTriageJudge.ANSWER);
    }
}
