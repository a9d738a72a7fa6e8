package dev.retrial.decision;

import dev.retrial.baseline.CellKey;
import dev.retrial.decision.CellVerdict.Kind;
import dev.retrial.gate.GateDecision.Verdict;
import dev.retrial.results.GateRecord.FloorFigures;
import dev.retrial.results.GateRecord.SliceFigures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict in a sentence or two: what it rests on, first what weighs most. */
final class VerdictSentence {

    static final String GONE =
            "main's record has it, and the suite no longer does: restore it, or keep the case with 'status: retired'";

    private final Terms terms;
    private final List<RunCell> cells;
    private final List<CellVerdict> verdicts;
    private final List<CellKey> gone;
    private final List<SliceFigures> slices;
    private final List<FloorFigures> floors;
    private final int evaluated;
    private final boolean complete;
    private final List<String> obstacles;
    private final @Nullable String drifted;

    VerdictSentence(
            Terms terms,
            List<RunCell> cells,
            List<CellVerdict> verdicts,
            List<CellKey> gone,
            List<SliceFigures> slices,
            List<FloorFigures> floors,
            int evaluated,
            boolean complete,
            List<String> obstacles,
            @Nullable String drifted) {
        this.terms = terms;
        this.cells = cells;
        this.verdicts = verdicts;
        this.gone = gone;
        this.slices = slices;
        this.floors = floors;
        this.evaluated = evaluated;
        this.complete = complete;
        this.obstacles = obstacles;
        this.drifted = drifted;
    }

    String of(Verdict verdict) {
        return switch (verdict) {
            case GREEN -> green();
            case RED -> String.join("; ", red()) + ".";
            case INCONCLUSIVE -> "Nobody knows: " + String.join("; ", open()) + ".";
        };
    }

    private String green() {
        int again = 0;
        for (CellVerdict verdict : verdicts) {
            again += verdict.kind() == Kind.NOT_CONFIRMED || verdict.kind() == Kind.SUSPECT ? 1 : 0;
        }
        String left = evaluated == cells.size() ? "" : "; " + (cells.size() - evaluated) + " could not be evaluated";
        return "No worse than main, as far as " + evaluated + (evaluated == 1 ? " cell tells" : " cells tell")
                + (again == 0 ? "" : "; " + again + " failed at first, which was not confirmed") + left + ".";
    }

    private List<String> red() {
        List<String> clauses = new ArrayList<>();
        add(clauses, cells(Kind.CRITICAL), "cell breaks a critical rule", "cells break a critical rule");
        add(clauses, cells(Kind.REGRESSION), "cell is worse than main", "cells are worse than main");
        add(clauses, slices("regression"), "slice is worse than main", "slices are worse than main");
        add(
                clauses,
                cells(Kind.NEW_FAILING),
                "cell that main's record says too little of fails",
                "cells that main's record says too little of fail");
        List<String> names = new ArrayList<>();
        gone.forEach(key -> names.add(key.toString()));
        add(clauses, names, "cell of main is gone", "cells of main are gone");
        for (FloorFigures floor : floors) {
            if (floor.kind().equals("broken")) {
                clauses.add(Sentences.slice(floor.name()) + " must pass " + Sentences.percent(floor.rate())
                        + ", and passed " + floor.first().passes() + " of "
                        + floor.first().attempts());
            }
        }
        if (drifted != null) {
            clauses.add(drifted);
        }
        return clauses;
    }

    private List<String> open() {
        List<String> clauses = new ArrayList<>(obstacles);
        add(clauses, cells(Kind.MAIN_FAILS_TOO), "cell that main fails today too", "cells that main fails today too");
        add(clauses, slices("main-fails-too"), "slice that main fails today too", "slices that main fails today too");
        add(
                clauses,
                cells(Kind.OPEN),
                "cell whose attempts could not be made",
                "cells whose attempts could not be made");
        for (SliceFigures slice : slices) {
            if (slice.kind().equals("open")) {
                clauses.add(slice.sentence());
            }
        }
        for (FloorFigures floor : floors) {
            if (floor.kind().equals("open")) {
                clauses.add("the floor of " + Sentences.slice(floor.name()) + " is about no cell");
            }
        }
        if (!complete) {
            clauses.add(
                    evaluated == 0
                            ? "no cell was evaluated"
                            : evaluated + " of " + cells.size() + " cells were evaluated, and "
                                    + Sentences.percent(terms.complete()) + " must be");
        }
        return clauses;
    }

    private List<String> cells(Kind kind) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).kind() == kind) {
                names.add(cells.get(i).key().toString());
            }
        }
        return names;
    }

    private List<String> slices(String kind) {
        List<String> names = new ArrayList<>();
        for (SliceFigures slice : slices) {
            if (slice.kind().equals(kind)) {
                names.add(Sentences.slice(slice.name()));
            }
        }
        return names;
    }

    private static void add(List<String> clauses, List<String> names, String one, String many) {
        if (!names.isEmpty()) {
            clauses.add(Sentences.counted(names, one, many));
        }
    }
}
