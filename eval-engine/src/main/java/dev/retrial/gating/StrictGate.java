package dev.retrial.gating;

import dev.retrial.agent.Answer.Usage;
import dev.retrial.results.GateRecord;
import dev.retrial.results.GateRecord.Notice;
import dev.retrial.run.Cell;
import dev.retrial.run.Ending;
import dev.retrial.run.Mode;
import dev.retrial.run.RunPlan;
import dev.retrial.run.SuiteRun;
import dev.retrial.run.Trial;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every cell is held to its own rule: because the suite says so, or because there is nothing to compare with. Nothing is held. */
final class StrictGate implements SuiteGate {

    private static final int SHOWN = 3;

    private final RunPlan plan;
    private final Ground ground;
    private final String why;
    private final Spending spending;
    private final List<String> failed = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private int passed;
    private int trials;
    private @Nullable Ending ending;

    StrictGate(GateSpec spec, RunPlan plan, Ground ground, String why) {
        this.plan = plan;
        this.ground = ground;
        this.why = why;
        this.spending = new Spending(spec.budget());
        if (!why.isEmpty()) {
            plan.console().accept("Retrial: warning: " + why);
        }
    }

    @Override
    public boolean holds(Cell cell, Ending ending) {
        switch (ending.kind()) {
            case PASSED -> passed++;
            case FAILED -> failed.add(cell.displayName());
            case ERROR -> errors.add(cell.displayName());
            case ABORTED -> {
                if (cell.evalCase().status() == Status.ACTIVE || cell.evalCase().status() == Status.QUARANTINED) {
                    undecided.add(cell.displayName());
                }
            }
        }
        return false;
    }

    @Override
    public void ended(Trial trial, String stage, Usage usage, Map<String, String> hashes) {
        spending.add(trial, usage);
        synchronized (this) {
            trials++;
        }
    }

    @Override
    public @Nullable String stops() {
        return spending.over();
    }

    @Override
    public List<Ending> release(List<Held> held, SuiteRun run) {
        List<String> open = Obstacles.of(plan.suite(), run, spending);
        String verdict;
        String sentence;
        if (!failed.isEmpty()) {
            verdict = "red";
            sentence = counted(failed, "cell fails", "cells fail") + ".";
        } else {
            if (!errors.isEmpty()) {
                open.add(counted(errors, "cell could not be evaluated", "cells could not be evaluated"));
            }
            if (!undecided.isEmpty()) {
                open.add(counted(undecided, "cell diverged", "cells diverged"));
            }
            if (ground == Ground.UNREADABLE) {
                open.add(why);
            }
            if (passed == 0 && open.isEmpty()) {
                open.add("no cell passed");
            }
            verdict = open.isEmpty() ? "green" : "inconclusive";
            sentence = open.isEmpty()
                    ? "Every cell that gates passes: " + passed + "."
                    : "Nobody knows: " + String.join("; ", open) + ".";
        }
        ending = ending(verdict, sentence);
        List<Notice> notices = new ArrayList<>();
        if (ground != Ground.ASKED_FOR) {
            notices.add(new Notice(ground == Ground.NO_BASELINE ? "no-baseline" : "not-comparable", why));
        }
        String warning = spending.warning();
        if (warning != null) {
            notices.add(new Notice("budget", warning));
            plan.console().accept("Retrial: warning: " + warning);
        }
        Map<String, Integer> attempts = new LinkedHashMap<>();
        attempts.put("first", trials);
        run.decided(new GateRecord(
                "strict",
                verdict,
                sentence,
                null,
                Identity.of(plan, run).parts(),
                attempts,
                List.of(),
                List.of(),
                List.of(),
                null,
                notices));
        plan.console().accept("Retrial: gate: " + verdict + ". " + sentence);
        return List.of();
    }

    private Ending ending(String verdict, String sentence) {
        if (verdict.equals("red")) {
            return Ending.failed(sentence);
        }
        boolean local = plan.settings().mode() == Mode.LOCAL;
        if (verdict.equals("inconclusive")) {
            boolean onlyDiverged = errors.isEmpty() && !undecided.isEmpty() && ground != Ground.UNREADABLE;
            return local && onlyDiverged && spending.over() == null ? Ending.aborted(sentence) : Ending.error(sentence);
        }
        return ground == Ground.NO_BASELINE && local ? Ending.aborted(sentence + "\n" + why) : Ending.PASSED;
    }

    @Override
    public Ending ending() {
        return ending != null ? ending : Obstacles.undecided();
    }

    private static String counted(List<String> names, String one, String many) {
        int more = names.size() - SHOWN;
        return names.size() + " " + (names.size() == 1 ? one : many) + ": "
                + String.join(", ", more > 0 ? names.subList(0, SHOWN) : names)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
