package dev.retrial.cli;

import dev.retrial.report.Judgement;

/** What a command ends with, so that a script can tell. */
final class ExitCode {

    /** Nothing speaks against the change. */
    static final int GREEN = 0;

    /** Something got worse. */
    static final int REGRESSION = 1;

    /** The command was given wrongly. */
    static final int USAGE = 2;

    /** Incomplete, not comparable, not readable or inconclusive: nobody knows, which is never as good as green. */
    static final int UNKNOWN = 3;

    private ExitCode() {}

    static int of(Judgement.Verdict verdict) {
        return switch (verdict) {
            case GREEN -> GREEN;
            case RED -> REGRESSION;
            case INCONCLUSIVE -> UNKNOWN;
        };
    }
}
