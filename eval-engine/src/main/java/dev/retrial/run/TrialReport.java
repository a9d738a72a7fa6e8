package dev.retrial.run;

import dev.retrial.check.Check;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.Errored;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Severity;
import dev.retrial.check.report.FailureText;
import dev.retrial.run.Trial.Finding;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person reads of a trial that did not pass. */
final class TrialReport {

    private static final int MOST_NAMES = 4;

    private TrialReport() {}

    /** How a cell ends of which this is the only trial. */
    static Ending of(Trial trial, @Nullable Throwable cause) {
        String reason = trial.reason() == null ? "" : trial.reason();
        return switch (trial.outcome()) {
            case PASSED -> Ending.PASSED;
            case FAILED -> failed(trial);
            case DIVERGED -> Ending.aborted("diverged: " + reason);
            case ERROR -> Ending.error(reason, cause == null ? null : withoutMessages(cause));
        };
    }

    /** A trial that could not be replayed, graded or recorded. */
    static Ending of(Throwable failure) {
        if (failure instanceof UncheckedIOException io && io.getCause() != null) {
            return Ending.error(
                    "the results could not be written: " + io.getCause().getMessage());
        }
        return Ending.error(
                "the trial broke with " + failure.getClass().getName()
                        + "; this is a mistake in Retrial or in an extension of it",
                withoutMessages(failure));
    }

    /** Why a trial could not be graded. */
    static String notEvaluated(List<Finding> findings) {
        List<String> errors = new ArrayList<>();
        List<String> notApplicable = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.check().check().severity().gates()) {
                String name = finding.check().check().name();
                if (finding.result() instanceof Errored errored) {
                    errors.add(name + ": " + errored.reason());
                } else if (finding.result() instanceof NotApplicable none) {
                    notApplicable.add(name + ": " + none.reason());
                }
            }
        }
        if (!errors.isEmpty()) {
            return masked("could not be evaluated\n  " + String.join("\n  ", errors), findings);
        }
        String text = "no expectation that gates had anything to look at, so this trial says nothing"
                + (notApplicable.isEmpty()
                        ? "; add one to the case's expect"
                        : "\n  " + String.join("\n  ", notApplicable));
        return masked(text, findings);
    }

    /** The text without what the confidential checks among the findings protect. */
    static String masked(String text, List<Finding> findings) {
        String masked = text;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.check().check() instanceof ConfidentialCheck confidential) {
                masked = confidential.masked(masked, finding.result());
            }
        }
        return masked;
    }

    /** Whether a confidential check among the findings protects something. */
    static boolean isMasked(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).check().check() instanceof ConfidentialCheck) {
                return true;
            }
        }
        return false;
    }

    private static Ending failed(Trial trial) {
        List<dev.retrial.check.report.Finding> findings = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Finding finding : criticalFirst(trial.findings())) {
            Check check = finding.check().check();
            findings.add(new dev.retrial.check.report.Finding(check, finding.result()));
            if (finding.result() instanceof Failed && check.severity().gates() && !names.contains(check.name())) {
                names.add(check.name());
            }
        }
        FailureText text = FailureText.of(trial.transcript(), findings);
        return Ending.failed(firstOf(names) + ": " + text.message(), text.expected(), text.actual());
    }

    /** A critical rule that is broken is what a reader has to see first. */
    private static List<Finding> criticalFirst(List<Finding> findings) {
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.sort(Comparator.comparing(
                finding -> finding.check().check().severity(finding.result()) != Severity.CRITICAL));
        return ordered;
    }

    /** The first line has to make sense alone: a build's summary or an annotation often shows no other. */
    private static String firstOf(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + ", …";
    }

    /** The exception's classes and places, without its messages: those may quote the customer or hold a secret. */
    static Throwable withoutMessages(Throwable failure) {
        Throwable cause = failure.getCause();
        return new Bare(failure, cause == null ? null : withoutMessages(cause));
    }

    /** Prints like the exception that it stands for, as if that had no message. */
    private static final class Bare extends Throwable {

        @Serial
        private static final long serialVersionUID = 1L;

        Bare(Throwable failure, @Nullable Throwable cause) {
            super(failure.getClass().getName(), cause, false, true);
            setStackTrace(failure.getStackTrace());
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
