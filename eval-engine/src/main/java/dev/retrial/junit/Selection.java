package dev.retrial.junit;

import dev.retrial.run.Cell;
import dev.retrial.run.ChangedInputs;
import dev.retrial.run.RunSettings;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Problem;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What of a suite the parameters of a run leave.
 *
 * @param suite the suite
 * @param settings the parameters
 * @param changed what of the suite's inputs changed, where only that is to run; else null
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Selection(
        Suite suite, RunSettings settings, @Nullable ChangedInputs changed) {

    /**
     * What the parameters leave of a suite.
     *
     * @throws dev.retrial.run.InvalidSetting where git cannot tell what changed
     */
    public static Selection of(SuiteHome home, Suite suite, RunSettings settings) {
        Path sources = home.sources() != null ? home.sources() : suite.directory();
        return new Selection(suite, settings, ChangedInputs.of(suite, sources, home.project(), settings));
    }

    /** Whether the case is a test at all, and one that falls to this run. */
    boolean has(EvalCase evalCase) {
        return isWanted(evalCase) && settings.shard().has(evalCase.id()) && (changed == null || changed.has(evalCase));
    }

    /** Whether the case is a test at all, and one that the filters leave. */
    private boolean isWanted(EvalCase evalCase) {
        return evalCase.status() != Status.RETIRED && settings.selectsCase(evalCase.id());
    }

    /** Whether the cell of a case is one that falls to this run. */
    boolean hasCell(EvalCase evalCase, String cohort) {
        return settings.selectsCohort(cohort) && (changed == null || changed.has(evalCase, cohort));
    }

    /** Whether the broken file is to be shown: one that the whole suite hangs on always is. */
    public boolean has(BrokenFile file) {
        String id = stem(file.file());
        return file.holdsUpSuite()
                || (settings.selectsCase(id)
                        && settings.shard().has(id)
                        && (changed == null || changed.has(file.file())));
    }

    /** Why no cell falls to this run, though some fit its filters; null where one does, or none fits. */
    public @Nullable String nothing() {
        if ((!settings.shard().isPart() && changed == null) || problem() != null) {
            return null;
        }
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile broken && has(broken)) {
                return null;
            }
            if (file instanceof EvalCase evalCase && has(evalCase)) {
                for (String cohort : evalCase.cohorts().keySet()) {
                    if (hasCell(evalCase, cohort)) {
                        return null;
                    }
                }
            }
        }
        String shard =
                settings.shard().isPart() ? "No case falls to " + settings.shard() + "; the others have them." : "";
        return changed == null
                ? shard
                : "No input of a cell"
                        + (shard.isEmpty() ? "" : " of " + settings.shard()) + " changed since "
                        + settings.changedSince() + ".";
    }

    /** The cells, in the order of their files. */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase evalCase && has(evalCase)) {
                for (String id : evalCase.cohorts().keySet()) {
                    Cohort cohort = suite.cohorts().get(id);
                    if (cohort != null && hasCell(evalCase, id)) {
                        cells.add(new Cell(evalCase, cohort));
                    }
                }
            }
        }
        return cells;
    }

    /** How many cells the suite has, filters aside. */
    public static int cellsOf(Suite suite) {
        int cells = 0;
        for (CaseFile file : suite.files()) {
            if (file instanceof EvalCase evalCase && evalCase.status() != Status.RETIRED) {
                cells += evalCase.cohorts().size();
            }
        }
        return cells;
    }

    /** Whether a filter is set. */
    boolean isFiltered() {
        return !settings.cases().isEmpty() || !settings.cohorts().isEmpty();
    }

    /** Why no cell would run, and what to do; null where one would, or where a broken file is red anyway. */
    public @Nullable String emptiness() {
        int cases = 0;
        int selected = 0;
        int drafts = 0;
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile broken && has(broken)) {
                return null;
            }
            if (file instanceof EvalCase evalCase && evalCase.status() != Status.RETIRED) {
                cases++;
                if (isWanted(evalCase) && hasCohortOf(evalCase)) {
                    selected++;
                    drafts += evalCase.status() == Status.DRAFT ? 1 : 0;
                }
            }
        }
        if (cases == 0) {
            return "The suite has no case: put a file into "
                    + SuiteHome.of(suite.directory()).place("cases") + ", one per case.";
        }
        if (selected == 0) {
            String unmatched = unmatched();
            return (unmatched != null
                            ? unmatched
                            : "None of the suite's " + cases + (cases == 1 ? " case" : " cases") + " fits " + filter())
                    + "; correct the filter, or drop it to run them all.";
        }
        if (drafts == selected && !settings.drafts()) {
            return (isFiltered() ? "All that fits " + filter() : "Every case of the suite")
                    + " is a draft, and drafts do not run: review them and set 'status: active', or run them with "
                    + RunSettings.PREFIX + "drafts=run.";
        }
        return null;
    }

    /** What is wrong with the selection as a whole, and what to do; null where nothing is. */
    public @Nullable String problem() {
        String emptiness = emptiness();
        return emptiness != null ? emptiness : unmatched();
    }

    /** A sentence for a part of a filter that fits nothing; null where each fits something. */
    public @Nullable String unmatched() {
        if (!isFiltered()) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile broken && broken.holdsUpSuite()) {
                return null;
            }
            if (file instanceof EvalCase evalCase) {
                ids.add(evalCase.id());
            } else {
                ids.add(stem(file.file()));
            }
        }
        String sentence = settings.matchesNothing(ids, suite.cohorts().keySet());
        return sentence != null && sentence.endsWith("?") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private boolean hasCohortOf(EvalCase evalCase) {
        for (String cohort : evalCase.cohorts().keySet()) {
            if (settings.selectsCohort(cohort)) {
                return true;
            }
        }
        return false;
    }

    private String filter() {
        String cases =
                settings.cases().isEmpty() ? "" : RunSettings.PREFIX + "cases=" + String.join(",", settings.cases());
        String cohorts = settings.cohorts().isEmpty()
                ? ""
                : RunSettings.PREFIX + "cohorts=" + String.join(",", settings.cohorts());
        return cases + (cases.isEmpty() || cohorts.isEmpty() ? "" : " and ") + cohorts;
    }

    /** The name under which a broken file is shown: its name without the ending, or its path where two have the same name, since names of tests must differ. */
    public String nameOf(BrokenFile broken) {
        String stem = stem(broken.file());
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile
                    && file.file().contains(stem)
                    && !file.file().equals(broken.file())
                    && stem(file.file()).equals(stem)) {
                return broken.file();
            }
        }
        return stem;
    }

    /** Every mistake of a broken file, a line each. */
    public String messageOf(BrokenFile broken) {
        List<Problem> problems = broken.problems();
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        StringBuilder message = new StringBuilder()
                .append(problems.get(0))
                .append(" (1 of ")
                .append(problems.size())
                .append(" mistakes)");
        for (Problem problem : problems.subList(1, problems.size())) {
            message.append('\n').append(problem);
        }
        return message.toString();
    }

    private static String stem(String file) {
        int start = file.lastIndexOf('/') + 1;
        int end = file.lastIndexOf('.');
        return file.substring(start, end > start ? end : file.length());
    }
}
