package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.WRONG_POLICY;

import dev.retrial.text.Span;
import dev.retrial.tickets.Role;

/** {@code contradicted-fact}: a person names another sum, period or percentage than the agent did, of the same unit. */
final class FactRule implements Rule {

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        for (ReadTurn turn : ticket.turns) {
            boolean tells = turn.role() == Role.HUMAN_AGENT || turn.role() == Role.INTERNAL_NOTE;
            if (tells && turn.index > 0 && !turn.has(Cue.RIGHT) && !turn.has(Cue.MYFAULT)) {
                facts(turn, ticket, findings);
            }
        }
    }

    private static void facts(ReadTurn turn, ReadTicket ticket, Findings findings) {
        for (Quantity fact : turn.quantities()) {
            int other = contradicted(fact, ticket, turn.index);
            if (other < 0 || agentSaying(fact, ticket, turn.index) >= 0) {
                continue;
            }
            boolean corrects = turn.has(Cue.FIX) || turn.has(Cue.WRONG) || turn.has(Cue.APOLOGY) || turn.has(Cue.BOT);
            boolean both = namesBoth(turn, ticket.turns.get(other), fact);
            double score = both && corrects ? 0.75 : corrects ? 0.5 : both ? 0.45 : 0.2;
            if (turn.has(Cue.GOODWILL) && !turn.has(Cue.WRONG)) {
                score = 0.1;
            }
            findings.add("contradicted-fact", WRONG_POLICY, turn, new Span(fact.start(), fact.end()), score, other);
        }
    }

    /** Whether a person names another value than the agent did. */
    static boolean contradicts(ReadTurn turn, ReadTicket ticket) {
        for (Quantity fact : turn.quantities()) {
            if (contradicted(fact, ticket, turn.index) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The agent's last turn before that names another value of the same unit, or -1. */
    private static int contradicted(Quantity fact, ReadTicket ticket, int before) {
        for (int i = before - 1; i >= 0; i--) {
            ReadTurn turn = ticket.turns.get(i);
            if (turn.role() != Role.AI_AGENT) {
                continue;
            }
            for (Quantity said : turn.quantities()) {
                if (said.unit().equals(fact.unit()) && !said.isSame(fact)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether the person names the agent's value beside the other one: "it is 30 days, not 60". */
    private static boolean namesBoth(ReadTurn turn, ReadTurn agent, Quantity fact) {
        for (Quantity said : agent.quantities()) {
            if (said.isSame(fact) || !said.unit().equals(fact.unit())) {
                continue;
            }
            for (int i = 0; i < turn.scan.count; i++) {
                String word = turn.scan.words[i];
                if (word.startsWith(said.value())
                        && (word.length() == said.value().length()
                                || !Character.isDigit(word.charAt(said.value().length())))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The agent's last turn before this index that states the same, or -1. */
    static int agentSaying(Quantity fact, ReadTicket ticket, int before) {
        for (int i = Math.min(before, ticket.turns.size()) - 1; i >= 0; i--) {
            ReadTurn turn = ticket.turns.get(i);
            if (turn.role() == Role.AI_AGENT) {
                for (Quantity said : turn.quantities()) {
                    if (said.isSame(fact)) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }
}
