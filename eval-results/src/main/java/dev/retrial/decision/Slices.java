package dev.retrial.decision;

import dev.retrial.gate.Part;
import dev.retrial.gate.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The slices of a run: each cohort, difficulty and failure class, and what the suite names. */
final class Slices {

    private Slices() {}

    /**
     * The slices.
     *
     * @param cells all cells, of which those without a first attempt are in no slice
     * @param named what the suite names; such a slice is there even if it has no cell
     */
    static List<Slice> of(List<RunCell> cells, List<Part> named) {
        Set<String> cohorts = new LinkedHashSet<>();
        Set<String> difficulties = new TreeSet<>();
        Set<String> failures = new TreeSet<>();
        for (RunCell cell : cells) {
            cohorts.add(cell.key().cohort());
            add(cell.difficulty(), difficulties);
            add(cell.failure(), failures);
        }
        List<Part> parts = new ArrayList<>();
        for (String cohort : cohorts) {
            parts.add(new Part(cohort, null, null, null));
        }
        for (String difficulty : difficulties) {
            parts.add(new Part(null, difficulty, null, null));
        }
        for (String failure : failures) {
            parts.add(new Part(null, null, failure, null));
        }
        parts.removeIf(named::contains);
        List<Slice> slices = new ArrayList<>();
        for (Part part : parts) {
            slices.add(new Slice(part.name(), cellsOf(cells, part), false));
        }
        for (Part part : named) {
            slices.add(new Slice(part.name(), cellsOf(cells, part), true));
        }
        return slices;
    }

    private static void add(@Nullable String label, Collection<String> labels) {
        if (label != null) {
            labels.add(label);
        }
    }

    /** The indices of a part's cells that have a first attempt. */
    static List<Integer> cellsOf(List<RunCell> cells, Part part) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).first() != null && cells.get(i).isIn(part)) {
                members.add(i);
            }
        }
        return members;
    }
}
