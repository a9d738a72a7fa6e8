package dev.retrial.report;

import dev.retrial.report.CellOverview.Finding;
import dev.retrial.results.CheckRecord;
import dev.retrial.results.CohortsRecord;
import dev.retrial.results.LeafRecord;
import dev.retrial.wording.Texts;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A red test of the run that is no cell: a case whose cohorts got different facts, a case that contradicts itself, a file that cannot be read.
 *
 * @param kind {@code cohorts}, {@code self-check}, {@code broken-file} or {@code problem}
 * @param name the test's name: {@code refund-late [cohorts]}
 * @param file the file it is about, relative to the suite's directory; empty where it is about none
 * @param line the line in it, from 1, or 0
 * @param failedChecks the names of the checks that failed; empty where it is not about checks
 * @param first what was found first
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RedLeaf(String kind, String name, String file, int line, List<String> failedChecks, Finding first) {

    /** Facts are for reading; what is compared may be long. */
    private static final int LONGEST_FACT = 600;

    /** Copies the list. */
    public RedLeaf {
        failedChecks = List.copyOf(failedChecks);
    }

    /** A comparison across cohorts that found a difference and gates, or null. */
    static @Nullable RedLeaf of(CohortsRecord cohorts) {
        boolean gates = cohorts.status().equals("active") || cohorts.status().equals("quarantined");
        if (!gates || !cohorts.outcome().equals("failed")) {
            return null;
        }
        List<String> names = new ArrayList<>();
        Finding first = null;
        for (CheckRecord check : cohorts.checks()) {
            if (check.outcome().equals("failed") && !check.severity().equals("advisory")) {
                names.add(check.check());
                if (first == null) {
                    first = new Finding(check.check(), cut(check.expected()), cut(check.was()), null, check.turn());
                }
            }
        }
        return new RedLeaf(
                "cohorts",
                cohorts.caseId() + " [cohorts]",
                cohorts.file(),
                cohorts.line(),
                names,
                first == null ? new Finding("", null, null, "failed", null) : first);
    }

    static RedLeaf of(LeafRecord leaf) {
        String file = leaf.file();
        Finding found = new Finding("", null, null, cut(leaf.message()), null);
        return new RedLeaf(leaf.leaf(), leaf.name(), file == null ? "" : file, leaf.line(), List.of(), found);
    }

    /** What is wrong, in one line. */
    public String sentence() {
        int more = failedChecks.size() - 1;
        return first.sentence() + (more > 0 ? " (and " + Texts.count(more, "check") + " more)" : "");
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : Texts.cut(text, LONGEST_FACT);
    }
}
