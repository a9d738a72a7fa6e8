package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.HALLUCINATED_CAPABILITY;
import static dev.retrial.suite.FailureClass.LEAKED_CONTEXT;
import static dev.retrial.suite.FailureClass.LOST_CONTEXT;
import static dev.retrial.suite.FailureClass.WRONG_HANDOFF;
import static dev.retrial.suite.FailureClass.WRONG_POLICY;
import static dev.retrial.suite.FailureClass.WRONG_TONE;
import static dev.retrial.suite.FailureClass.WRONG_TOOL_CALL;

import dev.retrial.suite.FailureClass;
import dev.retrial.text.Span;
import dev.retrial.tickets.Role;
import org.jspecify.annotations.Nullable;

/**
 * {@code correction}: a person of the company contradicts the agent or apologises for it; {@code vindication}: a person says that the agent was right.
 */
final class CorrectionRule implements Rule {

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        for (ReadTurn turn : ticket.afterAgent(Role.HUMAN_AGENT)) {
            if (vindicates(turn, findings)) {
                continue;
            }
            correction(turn, ticket, findings);
        }
    }

    private static boolean vindicates(ReadTurn turn, Findings findings) {
        for (int i = 0; i < turn.sentenceCount(); i++) {
            long cues = turn.cues(i);
            boolean right = (cues & Cue.RIGHT.bit()) != 0
                    && (cues & Cue.mask(Cue.BOT, Cue.CHAT)) != 0
                    && ((cues & Cue.WRONG.bit()) == 0 || (cues & Cue.MYFAULT.bit()) != 0);
            boolean own = (cues & Cue.MYFAULT.bit()) != 0;
            if (right || own) {
                findings.doubt("vindication", turn, turn.span(i, Cue.RIGHT, Cue.BOT, Cue.CHAT, Cue.MYFAULT), 0.15);
                return true;
            }
        }
        return false;
    }

    private static void correction(ReadTurn turn, ReadTicket ticket, Findings findings) {
        double best = 0;
        int at = -1;
        for (int i = 0; i < turn.sentenceCount(); i++) {
            double score = score(turn, i);
            if (score > best) {
                best = score;
                at = i;
            }
        }
        boolean sorry = turn.has(Cue.APOLOGY);
        boolean wrong = at >= 0 || isWrong(turn);
        FailureClass failure = failure(turn, ticket, sorry, wrong);
        if (failure == null && best == 0) {
            return;
        }
        if (failure != null && failure != WRONG_POLICY) {
            best = Math.max(best, sorry || turn.has(Cue.BOT) ? 0.7 : 0.45);
        } else if (wrong && sorry) {
            best = Math.max(best, 0.5);
        }
        if (best == 0 || (turn.has(Cue.GOODWILL) && best < 0.6 && failure == WRONG_POLICY)) {
            return;
        }
        findings.add(
                "correction",
                failure,
                turn,
                at >= 0 ? turn.span(at, Cue.BOT, Cue.CHAT, Cue.INFO, Cue.WRONG, Cue.APOLOGY, Cue.SAID) : whole(turn),
                best,
                failure == null ? -1 : blamed(failure, ticket, turn.index));
    }

    /** How much a sentence says that the agent was wrong. */
    private static double score(ReadTurn turn, int sentence) {
        long cues = turn.cues(sentence);
        boolean agent = (cues & Cue.mask(Cue.BOT, Cue.CHAT)) != 0;
        boolean wrong = (cues & Cue.WRONG.bit()) != 0 && turn.isStated(sentence, Cue.WRONG);
        if (agent && (wrong || (cues & Cue.INVENTED.bit()) != 0)) {
            return 0.85;
        }
        if (wrong && (cues & Cue.INFO.bit()) != 0) {
            return 0.75;
        }
        boolean sorry = (cues & Cue.APOLOGY.bit()) != 0;
        if (agent && sorry) {
            return 0.55;
        }
        if (wrong && (cues & Cue.mask(Cue.APOLOGY, Cue.FIX)) != 0) {
            return 0.55;
        }
        return agent && (cues & Cue.FIX.bit()) != 0 && (cues & Cue.SAID.bit()) != 0 ? 0.5 : 0;
    }

    private static boolean isWrong(ReadTurn turn) {
        int sentence = turn.sentenceWith(Cue.WRONG.bit());
        return sentence >= 0 && turn.isStated(sentence, Cue.WRONG);
    }

    private static @Nullable FailureClass failure(ReadTurn turn, ReadTicket ticket, boolean sorry, boolean wrong) {
        if (turn.has(Cue.FOREIGN) || turn.has(Cue.BREACH) || (turn.has(Cue.INTERNAL) && (sorry || wrong))) {
            return LEAKED_CONTEXT;
        }
        if (turn.has(Cue.TONE) && sorry) {
            return WRONG_TONE;
        }
        if (turn.has(Cue.LATEHANDOVER) || turn.has(Cue.NOCTX) || turn.has(Cue.WRONGTEAM) || turn.has(Cue.NEEDLESS)) {
            return WRONG_HANDOFF;
        }
        boolean invented = turn.has(Cue.INVENTED);
        if (invented || turn.has(Cue.ABSENT)) {
            ReadTurn agent = ticket.agentBefore(turn.index);
            if (!invented && FactRule.contradicts(turn, ticket)) {
                // "We don't offer 40 percent": it is the number that does not exist.
                return WRONG_POLICY;
            }
            if (invented || !agent.has(Cue.ABSENT)) {
                return HALLUCINATED_CAPABILITY;
            }
        }
        int undone = turn.sentenceWith(Cue.BYMISTAKE.bit());
        if (undone >= 0 && SignRules.acts(turn)) {
            return ActionRule.wasAskedFor(turn, ticket) ? WRONG_POLICY : WRONG_TOOL_CALL;
        }
        if ((turn.has(Cue.FORGOT) || turn.has(Cue.ALREADY)) && (sorry || turn.has(Cue.BOT))) {
            return LOST_CONTEXT;
        }
        return wrong ? WRONG_POLICY : null;
    }

    /** The agent's turn that a failure of this class, shown at this index, is about; -1 where that is for other rules to tell. */
    static int blamed(FailureClass failure, ReadTicket ticket, int shownAt) {
        if (failure == LOST_CONTEXT) {
            return -1;
        }
        if (failure == WRONG_HANDOFF) {
            int kept = HandoffRule.keptBy(ticket);
            if (kept >= 0) {
                return kept;
            }
        }
        int last = -1;
        int fitting = -1;
        for (ReadTurn turn : ticket.turns) {
            if (turn.index >= shownAt) {
                break;
            }
            if (turn.role() == Role.AI_AGENT) {
                last = turn.index;
                fitting = fits(failure, turn) ? turn.index : fitting;
            }
        }
        return fitting >= 0 ? fitting : last;
    }

    private static boolean fits(FailureClass failure, ReadTurn turn) {
        return switch (failure) {
            case WRONG_POLICY -> !turn.quantities().isEmpty();
            case HALLUCINATED_CAPABILITY -> turn.has(Cue.OFFER);
            case LOST_CONTEXT -> false;
            case WRONG_TONE -> VoiceRule.isCasual(turn) || turn.has(Cue.BLAME);
            case WRONG_TOOL_CALL -> SignRules.acts(turn) && !turn.asks();
            case LEAKED_CONTEXT -> turn.has(Cue.INTERNAL) || turn.text.indexOf('@') >= 0;
            case WRONG_HANDOFF -> turn.has(Cue.HANDOVER);
        };
    }

    static Span whole(ReadTurn turn) {
        return new Span(0, turn.text.length());
    }
}
