package dev.retrial.gate;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What came of it.
 *
 * @param verdict whether the change may land
 * @param cells a finding for each cell, in their order
 * @param slices a finding for each slice, in their order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GateDecision(Verdict verdict, List<CellFinding> cells, List<SliceFinding> slices) {

    /** Copies the lists. */
    public GateDecision {
        cells = List.copyOf(cells);
        slices = List.copyOf(slices);
    }

    /** Whether a change may land. */
    public enum Verdict {
        /** Nothing got worse as far as can be told. */
        GREEN,
        /** Something got worse, and luck is no explanation. */
        RED,
        /** Nobody knows; never as good as green. */
        INCONCLUSIVE
    }

    /**
     * What is said of one cell.
     *
     * @param kind what
     * @param fresh its fresh attempts that decided
     * @param p how often luck brings so few passes or fewer; 1 where nothing was compared
     */
    public record CellFinding(CellKind kind, PassCount fresh, double p) {}

    /** What is said of a cell. */
    public enum CellKind {
        /** Its first attempt passed. */
        PASSED,
        /** It failed at first, and passed often enough when it was tried again. */
        NOT_CONFIRMED,
        /** As {@link #NOT_CONFIRMED}, though most fresh attempts failed, or its record is too poor to tell: to be looked at. */
        SUSPECT,
        /** Worse than its record. */
        REGRESSION,
        /** Worse than its record, but the main branch's agent is no better today. */
        MAIN_FAILS_TOO,
        /** It has no record, and failed most attempts. */
        NEW_FAILING,
        /** The attempts that it needs could not be had. */
        OPEN
    }

    /**
     * What is said of one slice.
     *
     * @param kind what
     * @param first the first attempts of its cells with a record
     * @param firstP how often luck brings first attempts as bad
     * @param fresh the fresh attempts of its cells; none unless it looked worse
     * @param freshP how often luck brings those; 1 where there are none
     */
    public record SliceFinding(SliceKind kind, PassCount first, double firstP, PassCount fresh, double freshP) {}

    /** What is said of a slice. */
    public enum SliceKind {
        /** It does not look worse. */
        HOLDS,
        /** It looked worse at first, and did not when all its cells were tried again. */
        NOT_CONFIRMED,
        /** Worse than its record. */
        REGRESSION,
        /** Worse than its record, but the main branch's agent is no better today. */
        MAIN_FAILS_TOO,
        /** Too few of its cells have a record: shown, not judged. */
        TOO_SMALL,
        /** The suite asks for it, and too few of its cells have a record; or the attempts could not be had. */
        OPEN
    }
}
