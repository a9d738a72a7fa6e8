package dev.retrial.run;

import dev.retrial.mutants.Mutation;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Which of its mutants a case notices.
 *
 * @param evalCase the case
 * @param tried every mutant, in the order of the mutations
 * @param notes which right answers nothing was made of, and why
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CaseMutants(EvalCase evalCase, List<Tried> tried, List<String> notes) {

    /** Copies the lists. */
    public CaseMutants {
        tried = List.copyOf(tried);
        notes = List.copyOf(notes);
    }

    /**
     * A mutant, tried.
     *
     * @param mutation in which way it is wrong
     * @param cohort the cohort it was tried with
     * @param what what is wrong
     * @param killers the checks that gate and that fail on it and not on the right answer; empty where it survives
     * @param killedByOwn whether one of them was written for this case, or for tone into the cohort's contract
     */
    public record Tried(Mutation mutation, String cohort, String what, List<String> killers, boolean killedByOwn) {

        /** Copies the list. */
        public Tried {
            killers = List.copyOf(killers);
        }

        /** Whether any check notices. */
        public boolean isKilled() {
            return !killers.isEmpty();
        }

        /** What is the same with several cohorts, with a place for them. */
        private String line() {
            return (isKilled() ? "killed    " : "survived  ") + mutation.key() + " [%]: " + what
                    + (isKilled() ? "; by " + String.join(", ", killers) : "");
        }
    }

    /** How many mutants some check notices. */
    public int killed() {
        int killed = 0;
        for (Tried one : tried) {
            killed += one.isKilled() ? 1 : 0;
        }
        return killed;
    }

    /**
     * How the case ends: failed where none of its own checks notices any mutant that its failure class is about, aborted where there is no such mutant.
     *
     * <p>What holds for every cell of the suite does not save a case, as in its self-check.
     */
    public Ending ending() {
        FailureClass failure = evalCase.failure();
        List<Tried> about = new ArrayList<>();
        boolean killed = false;
        for (Tried one : tried) {
            if (one.mutation().isAbout(failure)) {
                about.add(one);
                killed |= one.killedByOwn();
            }
        }
        String what = failure == null ? "" : " that " + failure.key() + " is about";
        if (about.isEmpty()) {
            return Ending.aborted("there is no mutant" + what + "; give the case an accepted answer"
                    + (tried.isEmpty() ? "" : ", with its calls") + lines(List.of()));
        }
        return killed
                ? Ending.PASSED
                : Ending.failed(
                        "this case notices none of the " + about.size() + (about.size() == 1 ? " mutant" : " mutants")
                                + what + ", so it guards nothing; what notices them holds for every case, or is missing"
                                + lines(about));
    }

    /** All of it, a line for each mutant. */
    public String text() {
        return evalCase.id() + ": " + killed() + " of " + tried.size() + " killed" + lines(tried);
    }

    private String lines(List<Tried> shown) {
        StringBuilder lines = new StringBuilder();
        Map<String, String> cohorts = new LinkedHashMap<>();
        for (Tried one : shown) {
            cohorts.merge(one.line(), one.cohort(), (before, next) -> before + ", " + next);
        }
        cohorts.forEach((line, ofLine) -> {
            int place = line.indexOf('%');
            lines.append("\n  ").append(line, 0, place).append(ofLine).append(line, place + 1, line.length());
        });
        for (String note : notes) {
            lines.append("\n  ").append(note);
        }
        return lines.toString();
    }
}
