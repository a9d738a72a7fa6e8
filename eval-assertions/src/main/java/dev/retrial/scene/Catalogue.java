package dev.retrial.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What a company has and has not, so far as its agent could name it.
 *
 * @param declared whether the suite has a catalogue at all
 * @param exists what there is, by group, then by name, with its other names
 * @param absent what there is not and agents like to invent, by name, with its other names
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Catalogue(
        boolean declared, Map<Group, Map<String, List<String>>> exists, Map<String, List<String>> absent) {

    /** The catalogue of a suite that has none. */
    public static final Catalogue NONE = new Catalogue(false, Map.of(), Map.of());

    /** Copies the maps, keeping their order. */
    public Catalogue {
        Map<Group, Map<String, List<String>>> groups = new LinkedHashMap<>();
        exists.forEach((group, names) -> groups.put(group, copy(names)));
        exists = Collections.unmodifiableMap(groups);
        absent = copy(absent);
    }

    /** What kind of thing there is. */
    public enum Group {
        /** People that a customer can be handed over to. */
        TEAMS,
        /** Where tickets wait. */
        QUEUES,
        /** What can be read, by address or by name. */
        DOCUMENTS,
        /** Addresses. */
        LINKS,
        /** Ways to reach the company. */
        CHANNELS;

        /** The key in {@code catalogue.yaml}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What there is of a group, by name, with its other names. */
    public Map<String, List<String>> of(Group group) {
        return exists.getOrDefault(group, Map.of());
    }

    /** Every name of what there is of a group, the other names too. */
    public List<String> namesOf(Group group) {
        List<String> names = new ArrayList<>();
        of(group).forEach((name, others) -> {
            names.add(name);
            names.addAll(others);
        });
        return names;
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> names) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        names.forEach((name, others) -> copy.put(name, List.copyOf(others)));
        return Collections.unmodifiableMap(copy);
    }
}
