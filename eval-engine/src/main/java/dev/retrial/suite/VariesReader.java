package dev.retrial.suite;

import dev.retrial.check.Nearest;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlScalar;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code varies:}, what a case lets differ between its cohorts. */
final class VariesReader {

    private final Collection<String> cohorts;
    private final Complaints complaints;
    private final TextPool pool;

    VariesReader(Collection<String> cohorts, Complaints complaints, TextPool pool) {
        this.cohorts = cohorts;
        this.complaints = complaints;
        this.pool = pool;
    }

    Map<String, String> read(List<YamlMapping.Entry> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<String, String> varies = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : entries) {
            String written = entry.name();
            int at = written.indexOf('@');
            String key = at < 0 ? written : written.substring(0, at);
            String cohort = at < 0 ? null : written.substring(at + 1);
            if (Invariant.of(key) == null) {
                complaints.at(
                        entry.key(),
                        "what may vary is one of " + String.join(", ", Invariant.keys()) + "; unknown word "
                                + Words.quoted(key) + Words.didYouMean(Nearest.to(key, Invariant.keys())));
            } else if (cohort != null && !cohorts.contains(cohort)) {
                complaints.at(entry.key(), Words.missing("this case has no cohort", cohort, cohorts));
            } else {
                varies.put(pool.one(written), ((YamlScalar) entry.value()).text());
            }
        }
        return Collections.unmodifiableMap(varies);
    }
}
