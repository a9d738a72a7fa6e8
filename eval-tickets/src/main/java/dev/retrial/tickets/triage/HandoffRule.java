package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.WRONG_HANDOFF;

import dev.retrial.text.Span;
import dev.retrial.tickets.Role;

/**
 * {@code kept-from-a-person}: the customer asks for a person and the agent goes on; {@code empty-hand-over}: the person knows nothing of what was told;
 * {@code wrong-desk}: the person is the wrong one; {@code needless-hand-over}: the person answers at once what had been a plain question.
 */
final class HandoffRule implements Rule {

    private static final int TOLD = 12;
    private static final int SHORT = 14;
    private static final int ANSWER = 30;

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        kept(ticket, findings);
        ReadTurn handed = null;
        boolean taken = false;
        for (ReadTurn turn : ticket.turns) {
            if (turn.role() == Role.AI_AGENT && turn.has(Cue.HANDOVER)) {
                handed = turn;
                taken = false;
            } else if (turn.role() == Role.HUMAN_AGENT && handed != null && !taken) {
                taken = true;
                taken(turn, handed, ticket, findings);
            }
        }
    }

    private static void kept(ReadTicket ticket, Findings findings) {
        int asked = 0;
        ReadTurn refused = null;
        boolean waits = false;
        for (ReadTurn turn : ticket.turns) {
            if (turn.role() == Role.CUSTOMER && wantsPerson(turn)) {
                asked++;
                waits = true;
                if (asked > 1 && refused != null) {
                    Span span = turn.first(Cue.HUMAN);
                    findings.add(
                            "kept-from-a-person",
                            WRONG_HANDOFF,
                            turn,
                            span == null ? CorrectionRule.whole(turn) : span,
                            asked > 2 ? 0.85 : 0.7,
                            refused.index);
                }
            } else if (turn.role() == Role.AI_AGENT && waits) {
                if (refused == null && !isHandingOver(turn)) {
                    refused = turn;
                }
            } else if (turn.role() == Role.HUMAN_AGENT) {
                return;
            }
        }
    }

    /** The agent's first turn that goes on although the customer has asked for a person twice, or -1. */
    static int keptBy(ReadTicket ticket) {
        Findings findings = new Findings();
        kept(ticket, findings);
        return findings.blamed(WRONG_HANDOFF);
    }

    private static boolean isHandingOver(ReadTurn turn) {
        int sentence = turn.sentenceWith(Cue.HANDOVER.bit());
        if (sentence < 0) {
            return false;
        }
        for (int i = 0; i < turn.sentenceCount(); i++) {
            if ((turn.cues(i) & Cue.HANDOVER.bit()) != 0 && !turn.scan.isQuestion(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean wantsPerson(ReadTurn turn) {
        for (int i = 0; i < turn.sentenceCount(); i++) {
            if ((turn.cues(i) & Cue.HUMAN.bit()) != 0
                    && ((turn.cues(i) & Cue.WANT.bit()) != 0 || turn.scan.count <= SHORT)) {
                return true;
            }
        }
        return false;
    }

    private static void taken(ReadTurn person, ReadTurn handed, ReadTicket ticket, Findings findings) {
        Span wrong = person.first(Cue.WRONGTEAM);
        if (wrong != null) {
            findings.add("wrong-desk", WRONG_HANDOFF, person, wrong, 0.75, handed.index);
            return;
        }
        int told = 0;
        for (int i = 0; i < handed.index; i++) {
            ReadTurn turn = ticket.turns.get(i);
            told += turn.role() == Role.CUSTOMER && !onlyWantsPerson(turn) ? turn.scan.count : 0;
        }
        boolean greets = person.has(Cue.GREETING) && person.asks();
        if (greets && told >= TOLD) {
            findings.add("empty-hand-over", WRONG_HANDOFF, person, CorrectionRule.whole(person), 0.4, handed.index);
        }
        boolean plain = told > 0 && told <= SHORT && isFirstAnswer(handed, ticket) && asksPlainly(ticket, handed.index);
        if (plain && !person.asks() && person.scan.count <= ANSWER && !person.has(Cue.GOODWILL)) {
            findings.add("needless-hand-over", WRONG_HANDOFF, handed, CorrectionRule.whole(handed), 0.3, handed.index);
        }
    }

    private static boolean onlyWantsPerson(ReadTurn turn) {
        return turn.scan.count <= SHORT && wantsPerson(turn);
    }

    private static boolean isFirstAnswer(ReadTurn handed, ReadTicket ticket) {
        return ticket.in(Role.AI_AGENT).get(0).index == handed.index;
    }

    /** Whether what the customer said is a question that a person need not decide. */
    private static boolean asksPlainly(ReadTicket ticket, int before) {
        for (int i = 0; i < before; i++) {
            ReadTurn turn = ticket.turns.get(i);
            if (turn.role() == Role.CUSTOMER) {
                return turn.asks() && !wantsPerson(turn) && !turn.has(Cue.GOODWILL);
            }
        }
        return false;
    }
}
