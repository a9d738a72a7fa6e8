package dev.retrial.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The kinds of checks that exist, by their key: ours and those that the class path adds. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CheckKinds {

    /** The version of our checks: raised with every change by which the same transcript may be judged differently, so that no record is compared with what was measured otherwise. */
    public static final String VERSION = "3";

    private static @Nullable CheckKinds installed;

    private final Map<String, CheckKind> byKey;

    private CheckKinds(Map<String, CheckKind> byKey) {
        this.byKey = byKey;
    }

    /**
     * The kinds on the class path, found once in a JVM.
     *
     * @throws IllegalStateException where two kinds have one key
     * @throws java.util.ServiceConfigurationError where a kind cannot be loaded
     */
    public static synchronized CheckKinds installed() {
        if (installed == null) {
            List<CheckKind> found = new ArrayList<>();
            for (CheckKind kind : ServiceLoader.load(CheckKind.class)) {
                found.add(kind);
            }
            installed = of(found);
        }
        return installed;
    }

    /**
     * These kinds and no others.
     *
     * @throws IllegalStateException where two of them have one key
     */
    public static CheckKinds of(Collection<? extends CheckKind> kinds) {
        Map<String, CheckKind> byKey = new TreeMap<>();
        for (CheckKind kind : kinds) {
            CheckKind other = byKey.put(kind.key(), kind);
            if (other != null) {
                throw new IllegalStateException("two kinds of checks have the key '" + kind.key() + "': "
                        + other.getClass().getName() + " and " + kind.getClass().getName()
                        + "; give one of them another key or remove it from META-INF/services/"
                        + CheckKind.class.getName());
            }
        }
        return new CheckKinds(byKey);
    }

    /** The keys, sorted. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(byKey.keySet());
    }

    /** The kind of this key, or null. */
    public @Nullable CheckKind find(String key) {
        return byKey.get(key);
    }

    /**
     * Binds a map of expectations, each key of which is a kind's.
     *
     * @param expect the map
     * @param vocabulary what an expectation may name
     * @return at least one check, in the order of the keys
     * @throws InvalidExpectation for an unknown key, with the nearest one, and for whatever a kind refuses; its pointer starts at the map
     */
    public List<Check> bindAll(JsonNode expect, Vocabulary vocabulary) throws InvalidExpectation {
        return bindAll(expect, vocabulary, byKey.keySet());
    }

    /**
     * Binds a map of expectations where only some kinds make sense, such as a cohort's.
     *
     * @param expect the map
     * @param vocabulary what an expectation may name
     * @param allowedKeys the keys that may stand here; those of kinds that do not exist do no harm
     * @return at least one check, in the order of the keys
     * @throws InvalidExpectation for an unknown key, with the nearest one, for a key that may not stand here, and for whatever a kind refuses; its pointer starts at the map
     */
    public List<Check> bindAll(JsonNode expect, Vocabulary vocabulary, Collection<String> allowedKeys)
            throws InvalidExpectation {
        List<Check> checks = new ArrayList<>();
        for (Spec entry : Spec.of(expect).entries().values()) {
            CheckKind kind = byKey.get(entry.key());
            if (kind == null) {
                throw entry.unknown("unknown expectation", entry.key(), keysAmong(allowedKeys));
            }
            if (!allowedKeys.contains(entry.key())) {
                throw entry.invalid("'" + entry.key() + "' cannot be expected here; what can: "
                        + String.join(", ", keysAmong(allowedKeys)));
            }
            List<Check> bound;
            try {
                bound = kind.bind(entry.json(), vocabulary);
            } catch (InvalidExpectation e) {
                throw e.below(entry.pointer());
            }
            if (bound.isEmpty()) {
                throw entry.invalid("this expects nothing");
            }
            checks.addAll(bound);
        }
        return checks;
    }

    /** The JSON Schema (2020-12) of a map of expectations. */
    public ObjectNode schema() {
        return schema(byKey.keySet());
    }

    /** The JSON Schema (2020-12) of a map of expectations in which only these keys may stand. */
    public ObjectNode schema(Collection<String> allowedKeys) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("minProperties", 1).put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (String key : keysAmong(allowedKeys)) {
            CheckKind kind = byKey.get(key);
            if (kind != null) {
                properties.set(key, kind.schema());
            }
        }
        return schema;
    }

    private List<String> keysAmong(Collection<String> allowed) {
        List<String> keys = new ArrayList<>();
        for (String key : byKey.keySet()) {
            if (allowed.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }
}
