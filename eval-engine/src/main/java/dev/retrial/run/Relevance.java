package dev.retrial.run;

import dev.retrial.check.Failed;
import dev.retrial.run.Trial.Finding;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Layer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which checks a failure class is about: a case that fails on its ticket for another reason does not guard against what the ticket was about.
 *
 * <p>Only what was written for the case counts, and for the tone the cohort's voice contract.
 */
final class Relevance {

    private Relevance() {}

    /**
     * What should have failed and did not; empty where the findings are as they must be.
     *
     * @param failure the case's failure class, or null
     * @param fails what the reference itself says must fail, each of it; empty for what the class is about
     * @param findings what the checks found
     */
    static List<String> notFailed(@Nullable FailureClass failure, List<String> fails, List<Finding> findings) {
        if (fails.isEmpty()) {
            List<String> about = about(failure, findings);
            return anyFails(about, failure, findings) ? List.of() : oneOf(about);
        }
        List<String> missing = new ArrayList<>();
        for (String kind : fails) {
            if (!anyFails(List.of(kind), failure, findings)) {
                missing.add(kind);
            }
        }
        return missing;
    }

    /** The prefixes of the names that the class is about; empty for any, where the case has none of those. */
    private static List<String> about(@Nullable FailureClass failure, List<Finding> findings) {
        List<String> about = about(failure);
        for (Finding finding : findings) {
            if (counts(finding, about, failure)) {
                return about;
            }
        }
        return List.of();
    }

    private static List<String> about(@Nullable FailureClass failure) {
        if (failure == null) {
            return List.of();
        }
        return switch (failure) {
            case WRONG_TONE -> List.of("tone");
            case WRONG_TOOL_CALL -> List.of("tools");
            case WRONG_POLICY -> List.of("policy", "tools", "outcome", "reply.never-");
            case HALLUCINATED_CAPABILITY -> List.of("catalogue", "claims", "reply.never-");
            case LEAKED_CONTEXT -> List.of("private", "leaks");
            case LOST_CONTEXT -> List.of("reply.never-asks");
            case WRONG_HANDOFF -> List.of("outcome", "handoff", "claims");
        };
    }

    private static boolean anyFails(List<String> about, @Nullable FailureClass failure, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.result() instanceof Failed && counts(finding, about, failure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean counts(Finding finding, List<String> about, @Nullable FailureClass failure) {
        if (!finding.check().check().severity().gates()) {
            return false;
        }
        boolean voice = finding.check().layer() == Layer.COHORT
                && (failure == FailureClass.WRONG_TONE || about.contains("tone"));
        return (Grader.isOwn(finding.check()) || voice) && isAbout(about, finding);
    }

    /** Whether the check is one that the case itself brings, whatever it is about. */
    static boolean isOwn(Finding finding, @Nullable FailureClass failure) {
        return counts(finding, List.of(), failure);
    }

    private static boolean isAbout(List<String> about, Finding finding) {
        if (about.isEmpty()) {
            return true;
        }
        String kind = finding.check().kind();
        String name = finding.check().check().name();
        for (String one : about) {
            boolean begins = one.endsWith("-") ? name.startsWith(one) : name.equals(one) || name.startsWith(one + ".");
            if (begins || kind.equals(one)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> oneOf(List<String> about) {
        if (about.isEmpty()) {
            return List.of("any expectation of the case");
        }
        List<String> shown = new ArrayList<>();
        for (String one : about) {
            shown.add(one.endsWith("-") ? one + "*" : one);
        }
        return shown.size() == 1 ? shown : List.of("one of " + String.join(", ", shown));
    }
}
