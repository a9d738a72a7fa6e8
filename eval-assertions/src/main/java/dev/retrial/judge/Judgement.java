package dev.retrial.judge;

import org.apiguardian.api.API;

/**
 * What a judge found.
 *
 * @param verdict what most of the samples say; undecided where no verdict has more than half of them
 * @param yes how many samples say yes
 * @param no how many say no
 * @param undecided how many say that the text does not tell
 * @param unreadable how many answers held no verdict
 * @param reason why, in the judge's own words; may be empty, and may quote the conversation
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Judgement(Verdict verdict, int yes, int no, int undecided, int unreadable, String reason) {

    /** The verdict of a judge that was asked once. */
    public static Judgement of(Verdict verdict, String reason) {
        return new Judgement(
                verdict,
                verdict == Verdict.YES ? 1 : 0,
                verdict == Verdict.NO ? 1 : 0,
                verdict == Verdict.UNDECIDED ? 1 : 0,
                0,
                reason);
    }

    /** How often the judge was asked. */
    public int asked() {
        return yes + no + undecided + unreadable;
    }

    /** The verdict, and where the judge was asked more than once, how its answers fell. */
    public String votes() {
        if (asked() == 1) {
            return verdict.key();
        }
        StringBuilder votes = new StringBuilder(verdict.key()).append(" (");
        count(votes, yes, "yes");
        count(votes, no, "no");
        count(votes, undecided, "undecided");
        count(votes, unreadable, "without a verdict");
        return votes.append(')').toString();
    }

    private static void count(StringBuilder votes, int number, String what) {
        if (number > 0) {
            votes.append(votes.charAt(votes.length() - 1) == '(' ? "" : ", ")
                    .append(number)
                    .append(' ')
                    .append(what);
        }
    }
}
