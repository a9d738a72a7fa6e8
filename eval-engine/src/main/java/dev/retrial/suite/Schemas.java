package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.CheckKind;
import dev.retrial.check.CheckKinds;
import dev.retrial.suite.yaml.JsonResource;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.ShapeCompiler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of the file kinds, each read once in a JVM and only when a file of its kind is. */
final class Schemas {

    /** What a cohort may expect: its voice, not what is done for it. */
    static final List<String> VOICE = List.of("tone", "reply", "judged");

    /** What a file kind says by itself; those that are shipped to editors are made of these, of our kinds of check and of our agent types. */
    private static final String DIRECTORY = "/dev/retrial/suite/schema/";

    private Schemas() {}

    /** The kinds of checks with their shapes. */
    static Map<String, Kind> kinds() {
        return Kinds.ALL;
    }

    static Shape suite() {
        return SuiteFile.SHAPE;
    }

    static Shape cohorts() {
        return CohortsFile.SHAPE;
    }

    static Shape tools() {
        return ToolsFile.SHAPE;
    }

    static Shape policies() {
        return PolicyFile.SHAPE;
    }

    static Shape catalogue() {
        return CatalogueFile.SHAPE;
    }

    static Shape evalCase() {
        return CaseFileSchema.SHAPE;
    }

    /**
     * A kind of check.
     *
     * @param kind the kind
     * @param shape what its value looks like
     */
    record Kind(CheckKind kind, Shape shape) {}

    private static final class Kinds {
        private static final Map<String, Kind> ALL = all();

        private static Map<String, Kind> all() {
            CheckKinds installed = CheckKinds.installed();
            Map<String, Kind> kinds = new LinkedHashMap<>();
            for (String key : installed.keys()) {
                CheckKind kind = installed.find(key);
                if (kind != null) {
                    kinds.put(key, new Kind(kind, ShapeCompiler.compile(kind.schema())));
                }
            }
            return kinds;
        }
    }

    private static final class SuiteFile {
        private static final Shape SHAPE = shape("suite", null);
    }

    private static final class CohortsFile {
        private static final Shape SHAPE = shape("cohorts", VOICE);
    }

    private static final class ToolsFile {
        private static final Shape SHAPE = shape("tools", null);
    }

    private static final class PolicyFile {
        private static final Shape SHAPE = shape("policies", null);
    }

    private static final class CatalogueFile {
        private static final Shape SHAPE = shape("catalogue", null);
    }

    private static final class CaseFileSchema {
        private static final Shape SHAPE = shape("case", null);
    }

    /** A file kind's shape; what it says of expectations comes from the installed kinds. */
    private static Shape shape(String kind, @Nullable List<String> expectable) {
        JsonNode schema = read(kind);
        if (schema.path("$defs").has("expect")) {
            ObjectNode expect = ((ObjectNode) schema.get("$defs")).putObject("expect");
            CheckKinds installed = CheckKinds.installed();
            expect.setAll(expectable == null ? installed.schema() : installed.schema(expectable));
        }
        return ShapeCompiler.compile(schema);
    }

    /** What a file kind says by itself. */
    static JsonNode read(String kind) {
        return JsonResource.read(Schemas.class, DIRECTORY + kind + ".json");
    }
}
