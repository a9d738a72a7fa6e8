package dev.retrial.run;

import dev.retrial.check.judged.Judged;
import dev.retrial.judge.Rubric;
import dev.retrial.results.RunHeader;
import dev.retrial.results.Yardstick;
import dev.retrial.suite.ScopedCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the verdicts on a cell rest on, as hashes by name: the case, what holds for all of its cohort, and what its criteria are judged by. */
final class Grounding {

    private Grounding() {}

    /**
     * The hashes of a cell; the same for each of its trials, however they end.
     *
     * @param checks all that holds for it
     */
    static Map<String, String> of(RunHeader header, Cell cell, List<ScopedCheck> checks) {
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put("case", cell.evalCase().hash());
        String id = cell.cohort().id();
        for (Map.Entry<String, String> hash : header.yardstick().hashes().entrySet()) {
            String name = hash.getKey();
            if (!name.startsWith(Yardstick.COHORT)) {
                hashes.put(name, hash.getValue());
            } else if (name.endsWith(id) && name.length() == Yardstick.COHORT.length() + id.length()) {
                hashes.put("cohort", hash.getValue());
            }
        }
        if (!header.judge().isEmpty()) {
            StringBuilder criteria = new StringBuilder();
            for (int i = 0; i < checks.size(); i++) {
                if (checks.get(i).check() instanceof Judged judged) {
                    criteria.append('\n').append(judged.criterion());
                }
            }
            if (criteria.length() > 0) {
                hashes.put(
                        "rubric",
                        Rubric.sha256(
                                header.judge().get("model") + header.judge().get("rubricHash") + criteria));
            }
        }
        return hashes;
    }
}
