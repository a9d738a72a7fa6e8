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

/** {@code complaint}: what the customer says against what the agent said or did, behind it. Anger alone is none. */
final class ComplaintRule implements Rule {

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        boolean agentIsBefore = false;
        for (ReadTurn turn : ticket.turns) {
            if (turn.role() == Role.AI_AGENT) {
                agentIsBefore = true;
            } else if (turn.role() == Role.CUSTOMER && agentIsBefore) {
                complaint(turn, ticket, findings);
            }
        }
    }

    private static void complaint(ReadTurn turn, ReadTicket ticket, Findings findings) {
        ReadTurn agent = ticket.agentBefore(turn.index);
        if (turn.has(Cue.FOREIGN) || namesTheOther(turn, agent)) {
            add(findings, LEAKED_CONTEXT, turn, Cue.FOREIGN, 0.65, agent);
        }
        if (turn.has(Cue.TONE) && !turn.has(Cue.THANKS)) {
            add(findings, WRONG_TONE, turn, Cue.TONE, 0.65, agent);
        }
        if (turn.has(Cue.UNASKED)) {
            boolean acted = SignRules.acts(agent) && !agent.asks();
            add(findings, WRONG_TOOL_CALL, turn, Cue.UNASKED, acted ? 0.7 : 0.35, agent);
        }
        if (turn.has(Cue.ALREADY) || (turn.has(Cue.FORGOT) && !turn.has(Cue.THANKS))) {
            boolean asked = agent.asks() || agent.has(Cue.WANT);
            boolean handed = turn.has(Cue.AGAIN) && isBehindHandOver(turn, ticket);
            if (!handed) {
                add(
                        findings,
                        LOST_CONTEXT,
                        turn,
                        turn.has(Cue.ALREADY) ? Cue.ALREADY : Cue.FORGOT,
                        asked ? 0.65 : 0.45,
                        agent);
            }
        }
        if (turn.has(Cue.AGAIN) && isBehindHandOver(turn, ticket)) {
            add(findings, WRONG_HANDOFF, turn, Cue.AGAIN, 0.7, agent);
        }
        if (turn.has(Cue.NOTFOUND) && (agent.has(Cue.OFFER) || agent.has(Cue.DONE)) && !agent.asks()) {
            add(findings, HALLUCINATED_CAPABILITY, turn, Cue.NOTFOUND, 0.45, agent);
        }
        if (turn.has(Cue.NEEDLESS) && agent.has(Cue.HANDOVER)) {
            add(findings, WRONG_HANDOFF, turn, Cue.NEEDLESS, 0.5, agent);
        }
        said(turn, ticket, findings);
    }

    private static void add(
            Findings findings, FailureClass failure, ReadTurn turn, Cue cue, double score, ReadTurn agent) {
        Span span = turn.first(cue);
        findings.add("complaint", failure, turn, span == null ? CorrectionRule.whole(turn) : span, score, agent.index);
    }

    /** "Your bot said 60 days": the stronger where the agent did say so. */
    private static void said(ReadTurn turn, ReadTicket ticket, Findings findings) {
        for (int i = 0; i < turn.sentenceCount(); i++) {
            long cues = turn.cues(i);
            boolean named = (cues & Cue.mask(Cue.BOT, Cue.CHAT)) != 0;
            boolean tells = (cues & Cue.mask(Cue.SAID, Cue.LIE, Cue.WRONG)) != 0;
            if (!tells || (!named && (cues & Cue.SAID.bit()) == 0)) {
                continue;
            }
            int agent = quoted(turn, i, ticket);
            double score = named ? 0.4 : 0.15;
            if (agent >= 0) {
                score += 0.2;
            }
            if ((cues & Cue.LIE.bit()) != 0 && named) {
                score += 0.05;
            }
            if (named || agent >= 0) {
                findings.add(
                        "told-otherwise",
                        WRONG_POLICY,
                        turn,
                        turn.span(i, Cue.BOT, Cue.CHAT, Cue.SAID, Cue.LIE, Cue.WRONG),
                        score,
                        agent >= 0 ? agent : CorrectionRule.blamed(WRONG_POLICY, ticket, turn.index));
            }
        }
    }

    /** The agent's turn that states a quantity of this sentence, or -1. */
    private static int quoted(ReadTurn turn, int sentence, ReadTicket ticket) {
        for (Quantity one : turn.quantities()) {
            if (turn.scan.sentenceAt(one.start()) != sentence) {
                continue;
            }
            int agent = FactRule.agentSaying(one, ticket, turn.index);
            if (agent >= 0) {
                return agent;
            }
        }
        return -1;
    }

    /** "I am not Dana Reed", where the agent spoke of Dana Reed. */
    private static boolean namesTheOther(ReadTurn turn, ReadTurn agent) {
        WordScan scan = turn.scan;
        for (int i = 0; i + 1 < scan.count; i++) {
            String word = scan.words[i];
            boolean denies = word.equals("not")
                    || word.equals("nicht")
                    || word.equals("pas")
                    || word.equals("soy")
                    || word.equals("who");
            if (!denies) {
                continue;
            }
            for (int j = i + 1; j <= i + 3 && j < scan.count && scan.sentences[j] == scan.sentences[i]; j++) {
                String name = turn.text.substring(scan.starts[j], scan.ends[j]);
                if (name.length() > 2
                        && Character.isUpperCase(name.charAt(0))
                        && !Character.isUpperCase(name.charAt(1))
                        && hasWord(agent, scan.words[j])
                        && isName(agent, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasWord(ReadTurn turn, String word) {
        for (int i = 0; i < turn.scan.count; i++) {
            if (turn.scan.words[i].equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether another capital follows or goes before: two names, and no first word of a sentence. */
    private static boolean isName(ReadTurn agent, String name) {
        int at = agent.text.indexOf(name);
        if (at < 0) {
            return false;
        }
        int next = at + name.length() + 1;
        return next < agent.text.length()
                && agent.text.charAt(next - 1) == ' '
                && Character.isUpperCase(agent.text.charAt(next));
    }

    private static boolean isBehindHandOver(ReadTurn turn, ReadTicket ticket) {
        for (int i = turn.index - 1; i >= 0; i--) {
            ReadTurn before = ticket.turns.get(i);
            if (before.role() == Role.HUMAN_AGENT) {
                return true;
            }
            if (before.role() == Role.AI_AGENT) {
                return before.has(Cue.HANDOVER);
            }
        }
        return false;
    }
}
