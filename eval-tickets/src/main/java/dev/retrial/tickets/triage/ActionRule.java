package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.WRONG_TOOL_CALL;

import dev.retrial.statement.ClaimWords;
import dev.retrial.statement.Statements;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import java.util.List;

/** {@code failed-call}: the agent says done of what failed; {@code other-action}: it did something else than the customer asked for. */
final class ActionRule implements Rule {

    private static final int CALLS = 50;

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        for (ReadTurn turn : ticket.turns) {
            if (turn.role() == Role.AI_AGENT) {
                failed(turn, findings);
                other(turn, ticket, findings);
            }
        }
    }

    private static void failed(ReadTurn turn, Findings findings) {
        List<SeenCall> calls = turn.turn.calls();
        for (int i = 0; i < calls.size() && i < CALLS; i++) {
            SeenCall call = calls.get(i);
            if (!Boolean.FALSE.equals(call.succeeded()) || succeededLater(calls, i)) {
                continue;
            }
            ClaimWords words = ClaimWords.usualFor(call.tool());
            List<ClaimWords.Claim> claims = words.isEmpty() ? List.of() : words.claimsIn(Statements.of(turn.text));
            if (!claims.isEmpty()) {
                findings.add("failed-call", WRONG_TOOL_CALL, turn, claims.get(0).span(), 0.8, turn.index);
            } else if (turn.has(Cue.DONE) && SignRules.acts(turn)) {
                findings.add("failed-call", WRONG_TOOL_CALL, turn, CorrectionRule.whole(turn), 0.65, turn.index);
            }
        }
    }

    private static boolean succeededLater(List<SeenCall> calls, int failed) {
        for (int i = failed + 1; i < calls.size() && i < CALLS; i++) {
            if (calls.get(i).tool().equals(calls.get(failed).tool())
                    && !Boolean.FALSE.equals(calls.get(i).succeeded())) {
                return true;
            }
        }
        return false;
    }

    private static void other(ReadTurn turn, ReadTicket ticket, Findings findings) {
        long did = 0;
        int at = -1;
        for (int i = 0; i < turn.sentenceCount(); i++) {
            long acts = turn.cues(i) & Cue.ANY_ACT;
            if (acts != 0 && (turn.cues(i) & Cue.DONE.bit()) != 0 && !turn.scan.isQuestion(i)) {
                did |= acts;
                at = at < 0 ? i : at;
            }
        }
        if (did != 0) {
            denied(did, turn, ticket, findings);
        }
        long asked = asked(ticket, turn.index);
        if (did != 0 && asked != 0 && (did & asked) == 0) {
            findings.add(
                    "other-action",
                    WRONG_TOOL_CALL,
                    turn,
                    turn.span(at, Cue.DONE, Cue.CANCEL, Cue.REFUND, Cue.MODIFY, Cue.CHARGE, Cue.ORDER, Cue.SEND),
                    0.3,
                    turn.index);
        }
    }

    /** "Not cancel!": what the customer answers names what was done, and denies it. */
    private static void denied(long did, ReadTurn agent, ReadTicket ticket, Findings findings) {
        for (int t = agent.index + 1; t < ticket.turns.size(); t++) {
            ReadTurn turn = ticket.turns.get(t);
            if (turn.role() == Role.AI_AGENT) {
                return;
            }
            if (turn.role() != Role.CUSTOMER) {
                continue;
            }
            for (int i = 0; i < turn.sentenceCount(); i++) {
                if ((turn.cues(i) & did) != 0 && denies(turn.scan, i)) {
                    findings.add(
                            "denied-action",
                            WRONG_TOOL_CALL,
                            turn,
                            turn.span(i, Cue.CANCEL, Cue.REFUND, Cue.MODIFY, Cue.CHARGE, Cue.ORDER, Cue.SEND),
                            0.5,
                            agent.index);
                    return;
                }
            }
            return;
        }
    }

    private static boolean denies(WordScan scan, int sentence) {
        for (int i = 0; i < scan.count; i++) {
            if (scan.sentences[i] == sentence) {
                switch (scan.words[i]) {
                    case "not", "never", "nobody", "nicht", "nie", "kein", "keine", "pas", "jamais", "no", "nunca" -> {
                        return true;
                    }
                    default -> {
                        // The next word may deny it.
                    }
                }
            }
        }
        return false;
    }

    private static long asked(ReadTicket ticket, int before) {
        long asked = 0;
        for (int i = 0; i < before; i++) {
            if (ticket.turns.get(i).role() == Role.CUSTOMER) {
                asked |= NoteRule.mask(ticket.turns.get(i)) & Cue.ANY_ACT;
            }
        }
        return asked;
    }

    /** Whether the customer had asked for what this turn of a person speaks of. */
    static boolean wasAskedFor(ReadTurn turn, ReadTicket ticket) {
        for (ReadTurn one : ticket.turns) {
            if (one.role() == Role.CUSTOMER && one.has(Cue.UNASKED)) {
                return false;
            }
        }
        ReadTurn agent = ticket.agentBefore(turn.index);
        long did = NoteRule.mask(agent) & NoteRule.mask(turn) & Cue.ANY_ACT;
        return did != 0 && (asked(ticket, agent.index) & did) != 0;
    }
}
