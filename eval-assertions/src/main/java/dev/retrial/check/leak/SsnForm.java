package dev.retrial.check.leak;

import dev.retrial.text.Span;
import org.jspecify.annotations.Nullable;

/** The form of a social security number of the United States: three, two and four digits with dashes, none of the groups that are not given out. */
final class SsnForm {

    private SsnForm() {}

    /** The number that the run is, or null. */
    static @Nullable Span in(DigitRun run) {
        boolean dashed = run.groups().size() == 3
                && run.length(0) == 3
                && run.length(1) == 2
                && run.length(2) == 4
                && run.between(0).equals(run.between(1))
                && (run.between(0).equals("-")
                        || (run.between(0).equals(" ") && Cues.isNear(run.text(), run.start(), Cues.SOCIAL_SECURITY)));
        if (!dashed || run.isContinued()) {
            return null;
        }
        String digits = run.digits(0, 3);
        boolean given = !digits.startsWith("000")
                && !digits.startsWith("666")
                && digits.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
        return given ? new Span(run.groups().get(0).start(), run.end()) : null;
    }
}
