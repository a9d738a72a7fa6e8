package dev.retrial.run;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.check.report.FailureText;
import dev.retrial.check.report.Finding;
import dev.retrial.run.ContextFacts.Foreign;
import dev.retrial.run.TrialDigest.Item;
import dev.retrial.scene.Scene;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Invariant;
import dev.retrial.suite.Suite;
import dev.retrial.transcript.Transcript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the cohorts of a case have in common.
 *
 * <p>Something differs where it is in every trial of one cohort and in no trial of another; what comes and goes within a cohort is chance and no difference.
 */
final class CohortComparison {

    private static final int MOST_SHOWN = 10;

    private final Suite suite;
    private final EvalCase evalCase;
    private final Map<String, List<TrialDigest>> trials;

    /**
     * A comparison.
     *
     * @param trials what was kept of the trials of each cohort, at least one of each
     */
    CohortComparison(Suite suite, EvalCase evalCase, Map<String, List<TrialDigest>> trials) {
        this.suite = suite;
        this.evalCase = evalCase;
        this.trials = trials;
    }

    /** What was compared, and what came out. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            findings.add(new Finding(new Aspect("cohorts." + invariant.key(), Severity.MAJOR), compare(invariant)));
        }
        findings.add(new Finding(new Aspect("cohorts.context", Severity.MAJOR), context()));
        findings.add(new Finding(new Aspect("cohorts.voice", Severity.ADVISORY), voice()));
        return findings;
    }

    /** What a comparison is called in messages and results. */
    private record Aspect(String name, Severity severity) implements Check {

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return new NotApplicable("one transcript has nothing to compare");
        }
    }

    /** How the test of the comparison ends. */
    static Ending ending(EvalCase evalCase, List<Finding> findings) {
        List<String> names = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.result() instanceof Failed && finding.check().severity().gates()) {
                names.add(finding.check().name());
            }
        }
        if (names.isEmpty()) {
            return Ending.PASSED;
        }
        FailureText text = FailureText.of(Transcript.of(List.of()), findings);
        String facts = String.join(", ", names) + ": " + text.message();
        return switch (evalCase.status()) {
            case ACTIVE, QUARANTINED -> Ending.failed(facts, text.expected(), text.actual());
            case KNOWN_FAILING, DRAFT, RETIRED ->
                Ending.aborted(evalCase.status().key()
                        + (evalCase.because() == null ? "" : " (because: " + evalCase.because() + ")") + "\n" + facts);
        };
    }

    private CheckResult compare(Invariant invariant) {
        String reason = evalCase.varies().get(invariant.key());
        if (reason != null) {
            return new NotApplicable("varies: " + reason);
        }
        if (invariant == Invariant.WRITES && !suite.tools().declared()) {
            return new NotApplicable("no tools.yaml says which calls change something");
        }
        if (invariant == Invariant.OUTCOME && suite.outcomes().byOutcome().isEmpty()) {
            return new NotApplicable("no outcome is declared");
        }
        Map<String, List<TrialDigest>> compared = new LinkedHashMap<>(trials);
        compared.keySet().removeIf(cohort -> evalCase.varies().containsKey(invariant.key() + "@" + cohort));
        if (compared.size() < 2) {
            return new NotApplicable("varies for all cohorts but one");
        }
        if (!invariant.isDone() && haveOneWording(compared)) {
            return new NotApplicable("every cohort got the same words");
        }
        List<Item> everything = everything(compared, invariant);
        if (everything.isEmpty() && invariant != Invariant.WRITES && invariant != Invariant.OUTCOME) {
            return new NotApplicable("no reply states any");
        }
        List<String> differences = new ArrayList<>();
        for (Item item : everything) {
            if (differs(compared, invariant, item)) {
                differences.add(described(compared, invariant, item));
            }
        }
        return differences.isEmpty()
                ? Passed.PLAIN
                : Failed.of("the same for " + String.join(", ", compared.keySet()), lines(differences));
    }

    /** Whether every trial's replies are the same to the letter, and so state the same. */
    private static boolean haveOneWording(Map<String, List<TrialDigest>> compared) {
        Wording one = null;
        for (List<TrialDigest> digests : compared.values()) {
            for (TrialDigest digest : digests) {
                if (one != null && one != digest.wording()) {
                    return false;
                }
                one = digest.wording();
            }
        }
        return one != null && !one.isSilent();
    }

    /** Everything that was there in some trial, once. */
    private static List<Item> everything(Map<String, List<TrialDigest>> compared, Invariant invariant) {
        Set<Item> all = new LinkedHashSet<>();
        for (List<TrialDigest> digests : compared.values()) {
            for (TrialDigest digest : digests) {
                all.addAll(digest.some(invariant));
            }
        }
        return new ArrayList<>(all);
    }

    private static boolean differs(Map<String, List<TrialDigest>> compared, Invariant invariant, Item item) {
        for (List<TrialDigest> with : compared.values()) {
            if (count(with, invariant, item) == with.size()) {
                for (List<TrialDigest> without : compared.values()) {
                    if (count(without, invariant, item) == 0
                            && (invariant != Invariant.PERIODS || contradicts(without, with))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether one cohort was told a period that the other never was: a voice that is brief may leave one out. */
    private static boolean contradicts(List<TrialDigest> one, List<TrialDigest> other) {
        for (TrialDigest digest : one) {
            for (Item item : digest.some(Invariant.PERIODS)) {
                if (count(other, Invariant.PERIODS, item) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int count(List<TrialDigest> digests, Invariant invariant, Item item) {
        int count = 0;
        for (TrialDigest digest : digests) {
            count += digest.has(invariant, item) ? 1 : 0;
        }
        return count;
    }

    /** {@code $89: enterprise; not self-serve; in 2 of 5 trials developer}. */
    private static String described(Map<String, List<TrialDigest>> compared, Invariant invariant, Item item) {
        List<String> always = new ArrayList<>();
        List<String> never = new ArrayList<>();
        StringBuilder sometimes = new StringBuilder();
        for (Map.Entry<String, List<TrialDigest>> cohort : compared.entrySet()) {
            int all = cohort.getValue().size();
            int count = count(cohort.getValue(), invariant, item);
            if (count == all) {
                always.add(cohort.getKey());
            } else if (count == 0) {
                never.add(cohort.getKey());
            } else {
                sometimes
                        .append("; in ")
                        .append(count)
                        .append(" of ")
                        .append(all)
                        .append(" trials ")
                        .append(cohort.getKey());
            }
        }
        return item.shown() + ": " + String.join(", ", always) + "; not " + String.join(", ", never) + sometimes;
    }

    private CheckResult context() {
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, List<TrialDigest>> cohort : trials.entrySet()) {
            for (TrialDigest digest : cohort.getValue()) {
                for (Foreign foreign : digest.foreign()) {
                    said.add(foreign.key() + " of " + foreign.owner() + ", to " + cohort.getKey() + ", turn "
                            + foreign.turn()
                            + (cohort.getValue().size() == 1 ? "" : ", trial " + digest.number()));
                }
            }
        }
        return said.isEmpty() ? Passed.PLAIN : Failed.of("nothing of another cohort's context", lines(said));
    }

    private CheckResult voice() {
        List<String> pairs = sameVoices();
        if (pairs == null) {
            return new NotApplicable("no two cohorts have overlays of their own");
        }
        return pairs.isEmpty()
                ? Passed.PLAIN
                : Failed.of(
                        "replies in different voices, since the overlays differ",
                        "word for word the same for " + lines(pairs) + "; is the overlay applied?");
    }

    /** The pairs of cohorts that should sound different and do not; null where no two should. */
    private @Nullable List<String> sameVoices() {
        List<String> ids = new ArrayList<>(trials.keySet());
        List<String> pairs = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                if (shouldDiffer(ids.get(i), ids.get(j))) {
                    any = true;
                    if (soundAlike(
                            trials.getOrDefault(ids.get(i), List.of()), trials.getOrDefault(ids.get(j), List.of()))) {
                        pairs.add(ids.get(i) + " and " + ids.get(j));
                    }
                }
            }
        }
        return any ? pairs : null;
    }

    private boolean shouldDiffer(String one, String other) {
        Cohort first = suite.cohorts().get(one);
        Cohort second = suite.cohorts().get(other);
        if (first == null || second == null) {
            return false;
        }
        Path overlay = first.overlay();
        boolean overlays = overlay != null && second.overlay() != null && !overlay.equals(second.overlay());
        boolean contracts = !first.expect().isEmpty() || !second.expect().isEmpty();
        return overlays && contracts;
    }

    private static boolean soundAlike(List<TrialDigest> some, List<TrialDigest> others) {
        for (TrialDigest one : some) {
            for (TrialDigest other : others) {
                if (one.wording().soundsLike(other.wording())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String lines(List<String> lines) {
        return lines.size() <= MOST_SHOWN
                ? String.join("\n", lines)
                : String.join("\n", lines.subList(0, MOST_SHOWN)) + "\nand " + (lines.size() - MOST_SHOWN) + " more";
    }
}
