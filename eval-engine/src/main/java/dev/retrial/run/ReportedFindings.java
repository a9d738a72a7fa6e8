package dev.retrial.run;

import dev.retrial.check.Failed;
import dev.retrial.run.Trial.Finding;
import dev.retrial.suite.Layer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code always:} of the suite reports without gating; it stands in no failure, since nothing fails by it. */
final class ReportedFindings {

    private final Map<String, Integer> trials = new TreeMap<>();

    /** Notes what was found in a trial. */
    void note(List<Finding> findings) {
        // They stand last.
        for (int i = findings.size() - 1; i >= 0 && findings.get(i).check().layer() == Layer.ALWAYS; i--) {
            Finding finding = findings.get(i);
            if (finding.result() instanceof Failed
                    && !finding.check().check().severity().gates()) {
                count(finding.check().check().name());
            }
        }
    }

    private synchronized void count(String check) {
        trials.merge(check, 1, Integer::sum);
    }

    /** A line for people, or null where nothing was found. */
    synchronized @Nullable String line() {
        if (trials.isEmpty()) {
            return null;
        }
        StringBuilder line = new StringBuilder("Retrial: reported only:");
        String separator = " ";
        for (Map.Entry<String, Integer> check : trials.entrySet()) {
            line.append(separator)
                    .append(check.getKey())
                    .append(" failed in ")
                    .append(check.getValue())
                    .append(check.getValue() == 1 ? " trial" : " trials");
            separator = ", ";
        }
        return line.append("; `always` in suite.yaml lets it gate").toString();
    }
}
