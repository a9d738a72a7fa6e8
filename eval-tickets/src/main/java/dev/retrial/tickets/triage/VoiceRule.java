package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.WRONG_TONE;

import dev.retrial.text.Emoji;
import dev.retrial.text.Span;
import dev.retrial.tickets.Role;

/** {@code voice}: the agent shouts with joy, smiles or talks slang to somebody who writes formally or in earnest; or blames the customer. */
final class VoiceRule implements Rule {

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        boolean formal = false;
        for (ReadTurn turn : ticket.turns) {
            if (turn.role() == Role.CUSTOMER) {
                formal |= turn.has(Cue.FORMAL);
            } else if (turn.role() == Role.AI_AGENT) {
                int loud = loudness(turn);
                if (formal && loud > 0) {
                    findings.add(
                            "voice", WRONG_TONE, turn, CorrectionRule.whole(turn), loud > 1 ? 0.5 : 0.35, turn.index);
                } else if (loud > 2) {
                    findings.add("voice", WRONG_TONE, turn, CorrectionRule.whole(turn), 0.3, turn.index);
                }
                Span blame = turn.first(Cue.BLAME);
                if (blame != null) {
                    findings.add("blame", WRONG_TONE, turn, blame, 0.35, turn.index);
                }
            }
        }
    }

    static boolean isCasual(ReadTurn turn) {
        return loudness(turn) > 0;
    }

    /** Emoji, slang and several exclamation marks, a point each; a second emoji or a third mark is one more. */
    private static int loudness(ReadTurn turn) {
        int marks = 0;
        for (int i = 0; i < turn.text.length(); i++) {
            marks += turn.text.charAt(i) == '!' ? 1 : 0;
        }
        int loud = marks >= 3 ? 2 : marks == 2 ? 1 : 0;
        Span emoji = Emoji.find(turn.text, 0);
        if (emoji != null) {
            loud += Emoji.find(turn.text, emoji.end()) == null ? 1 : 2;
        }
        return loud + (turn.has(Cue.CASUAL) ? 1 : 0);
    }
}
