package dev.retrial.suite;

import dev.retrial.check.Check;
import dev.retrial.check.Nearest;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code waive:} of a case: which checks of the suite or a cohort do not hold there, and why. */
final class WaiveReader {

    private final SuiteFrame frame;
    private final Collection<String> cohorts;
    private final Complaints problems;
    private final TextPool pool;

    WaiveReader(SuiteFrame frame, Collection<String> cohorts, Complaints problems, TextPool pool) {
        this.frame = frame;
        this.cohorts = cohorts;
        this.problems = problems;
        this.pool = pool;
    }

    /** The reasons by what is waived: a check, or a check and a cohort. */
    Map<String, String> read(List<YamlMapping.Entry> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<String, String> waived = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : entries) {
            String written = entry.name();
            int at = written.indexOf('@');
            String cohort = at < 0 ? null : written.substring(at + 1);
            if (cohort != null && !cohorts.contains(cohort)) {
                problems.at(entry.key(), Words.missing("this case has no cohort", cohort, cohorts));
                continue;
            }
            List<String> outer = outerNames(cohort);
            String name = at < 0 ? written : written.substring(0, at);
            if (outer.contains(name)) {
                waived.put(pool.one(written), ((YamlScalar) entry.value()).text());
            } else {
                problems.at(
                        entry.key(),
                        "no check of the suite or of a cohort is called " + Words.quoted(name)
                                + ", so there is nothing to waive"
                                + Words.didYouMean(Nearest.to(name, outer)));
            }
        }
        return Collections.unmodifiableMap(waived);
    }

    private List<String> outerNames(@Nullable String cohort) {
        List<String> names = new ArrayList<>();
        addNames(frame.settings().expect(), names);
        addNames(frame.settings().always(), names);
        for (Check rule : frame.policies().rules().values()) {
            names.add(rule.name());
        }
        for (String id : cohort == null ? cohorts : List.of(cohort)) {
            Cohort one = frame.cohorts().get(id);
            if (one != null) {
                addNames(one.expect(), names);
            }
        }
        return names;
    }

    private static void addNames(List<ScopedCheck> checks, List<String> names) {
        for (ScopedCheck check : checks) {
            names.add(check.check().name());
        }
    }
}
