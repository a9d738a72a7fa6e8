package dev.retrial.tickets.triage;

import dev.retrial.suite.FailureClass;
import dev.retrial.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rules have found in one ticket. */
final class Findings {

    /** More than these of one rule tell nothing new. */
    private static final int OF_ONE_RULE = 20;

    private final List<Finding> found = new ArrayList<>();
    private double doubt = 1;

    /**
     * One thing that was found.
     *
     * @param evidence where
     * @param failure the class that it speaks for, or null where it only says that something failed
     * @param blamed the AI agent's turn that it is about, or -1
     */
    record Finding(Evidence evidence, @Nullable FailureClass failure, int blamed) {}

    /** A sign in a turn. */
    void add(String rule, @Nullable FailureClass failure, ReadTurn turn, Span span, double score, int blamed) {
        add(new Finding(new Evidence(rule, turn.index, span.start(), span.end(), score), failure, blamed));
    }

    /** A sign that is in no turn. */
    void add(String rule, @Nullable FailureClass failure, double score) {
        add(new Finding(new Evidence(rule, Evidence.NO_TURN, 0, 0, score), failure, -1));
    }

    private void add(Finding finding) {
        int same = 0;
        for (Finding one : found) {
            same += one.evidence.rule().equals(finding.evidence.rule()) ? 1 : 0;
        }
        if (same < OF_ONE_RULE) {
            found.add(finding);
        }
    }

    /** What speaks against a failure: the rest counts for this part only. */
    void doubt(String rule, ReadTurn turn, Span span, double remains) {
        doubt = Math.min(doubt, remains);
        found.add(new Finding(new Evidence(rule, turn.index, span.start(), span.end(), remains - 1), null, -1));
    }

    /** The same, where it is in no turn. */
    void doubt(String rule, double remains) {
        doubt = Math.min(doubt, remains);
        found.add(new Finding(new Evidence(rule, Evidence.NO_TURN, 0, 0, remains - 1), null, -1));
    }

    /** Whether a rule has found anything of this class. */
    boolean has(String rule) {
        for (Finding one : found) {
            if (one.evidence.rule().equals(rule) && one.evidence.score() > 0) {
                return true;
            }
        }
        return false;
    }

    /** How sure it is that something failed: what the rules say, each counted once, taken together. */
    double score() {
        return together(null, true) * doubt;
    }

    /** How much speaks for a class. */
    double score(FailureClass failure) {
        return together(failure, false);
    }

    private double together(@Nullable FailureClass failure, boolean any) {
        Map<String, Double> byRule = new HashMap<>();
        for (Finding one : found) {
            if (any || one.failure == failure) {
                byRule.merge(one.evidence.rule(), Math.max(0, one.evidence.score()), Math::max);
            }
        }
        double not = 1;
        for (double score : byRule.values()) {
            not *= 1 - score;
        }
        return 1 - not;
    }

    /** The turn that most of what speaks for the class is about, the earliest of equals; or -1. */
    int blamed(FailureClass failure) {
        Map<Integer, Double> byTurn = new TreeMap<>();
        for (Finding one : found) {
            if (one.failure == failure && one.blamed >= 0) {
                byTurn.merge(one.blamed, one.evidence.score(), Double::sum);
            }
        }
        int best = -1;
        double most = 0;
        for (Map.Entry<Integer, Double> turn : byTurn.entrySet()) {
            if (turn.getValue() > most + 1e-9) {
                most = turn.getValue();
                best = turn.getKey();
            }
        }
        return best;
    }

    /** The first turn that shows anything of this class, or of no class; or -1. */
    int firstShown(FailureClass failure) {
        int first = -1;
        for (Finding one : found) {
            int turn = one.evidence.turn();
            if (turn >= 0
                    && one.evidence.score() > 0
                    && (one.failure == failure || one.failure == null)
                    && (first < 0 || turn < first)) {
                first = turn;
            }
        }
        return first;
    }

    /** All of it, the weightiest first. */
    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (Finding one : found) {
            evidence.add(one.evidence);
        }
        evidence.sort((one, other) -> Double.compare(Math.abs(other.score()), Math.abs(one.score())));
        return evidence;
    }
}
