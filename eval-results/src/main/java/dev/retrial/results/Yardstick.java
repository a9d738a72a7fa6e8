package dev.retrial.results;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What the verdicts of a run are measured by, so that two runs can be told apart that were measured differently.
 *
 * @param vocabulary the version of the checks; empty where the results do not say
 * @param hashes short hashes of what all cells hang on, by name: {@code suite} (what {@code suite.yaml} and the catalogue demand), {@code tools}, {@code policies}, and for each cohort
 *     {@code cohort:<id>}
 * @param guards what makes the gate strict, by name, such as {@code rule:refund-window} with its severity; by these it is told whether the gate was weakened
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Yardstick(String vocabulary, Map<String, String> hashes, Map<String, String> guards) {

    /** Nothing is known. */
    public static final Yardstick UNKNOWN = new Yardstick("", Map.of(), Map.of());

    /** What the hash of a cohort is called before its id. */
    public static final String COHORT = "cohort:";

    /** Copies the maps, sorted by name. */
    public Yardstick {
        hashes = sorted(hashes);
        guards = sorted(guards);
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
