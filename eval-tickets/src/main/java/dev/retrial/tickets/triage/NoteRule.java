package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.WRONG_POLICY;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.Role;

/** {@code note}: what the company wrote to itself about its agent; {@code note-in-favour}: that the agent was right after all. */
final class NoteRule implements Rule {

    private static final long ABOUT_THE_AGENT = Cue.mask(Cue.BOT, Cue.CHAT);
    private static final long SAYS_SOMETHING =
            Cue.mask(Cue.SAID, Cue.WRONG, Cue.LIE, Cue.FIX, Cue.DENIED, Cue.BYMISTAKE);

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        boolean agentIsBefore = false;
        for (ReadTurn turn : ticket.turns) {
            agentIsBefore |= turn.role() == Role.AI_AGENT;
            if (turn.role() == Role.INTERNAL_NOTE && agentIsBefore) {
                note(turn, ticket, findings);
            }
        }
    }

    private static void note(ReadTurn note, ReadTicket ticket, Findings findings) {
        boolean inFavour = note.has(Cue.MYFAULT)
                || note.together(Cue.RIGHT, Cue.BOT)
                || (note.has(Cue.ALLEGED) && (note.has(Cue.RIGHT) || note.has(Cue.WRONG) || deniesIt(note)));
        if (inFavour) {
            int sentence = Math.max(0, note.sentenceWith(Cue.RIGHT.bit()));
            findings.doubt(
                    "note-in-favour", note, note.span(sentence, Cue.RIGHT, Cue.BOT, Cue.MYFAULT, Cue.ALLEGED), 0.2);
            return;
        }
        boolean named = (mask(note) & ABOUT_THE_AGENT) != 0;
        FailureClass failure = SignRules.failure(note);
        if (failure == null && named && (mask(note) & SAYS_SOMETHING) != 0) {
            failure = WRONG_POLICY;
        }
        if (failure == null) {
            return;
        }
        if (note.has(Cue.GOODWILL) && !named && failure == WRONG_POLICY) {
            return;
        }
        findings.add(
                "note",
                failure,
                note,
                CorrectionRule.whole(note),
                named ? 0.85 : 0.65,
                CorrectionRule.blamed(failure, ticket, note.index));
    }

    private static boolean deniesIt(ReadTurn note) {
        for (int i = 0; i < note.scan.count; i++) {
            if (note.scan.words[i].equals("not") || note.scan.words[i].equals("never")) {
                return true;
            }
        }
        return false;
    }

    static long mask(ReadTurn turn) {
        long mask = 0;
        for (int i = 0; i < turn.sentenceCount(); i++) {
            mask |= turn.cues(i);
        }
        return mask;
    }
}
