package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.judge.Floor;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.ShapeCompiler;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code judge:} of {@code suite.yaml}: what every judge has, and what its type asks for. */
final class JudgeReader {

    private static final List<String> OF_EVERY_JUDGE = List.of("samples", "timeout", "calibration", "floor");

    private final JudgeSettings judges;
    private final SuitePaths paths;
    private final Complaints complaints;
    private final TextPool pool;

    JudgeReader(JudgeSettings judges, SuitePaths paths, Complaints complaints, TextPool pool) {
        this.judges = judges;
        this.paths = paths;
        this.complaints = complaints;
        this.pool = pool;
    }

    /**
     * The judge, or null where there is none or what is said of it is wrong.
     *
     * @param entry the key with its value
     * @param shape what the schema of the suite file says of it: what every judge has
     */
    @Nullable
    JudgeSpec read(YamlMapping.@Nullable Entry entry, Shape shape) {
        if (entry == null || !(entry.value() instanceof YamlMapping judge)) {
            return null;
        }
        String type = type(judge);
        Shape whole = shape;
        if (type != null) {
            JsonNode schema = judges.schema(type);
            Map<String, Shape> common = new LinkedHashMap<>();
            common.put("type", Shape.TEXT);
            for (String key : OF_EVERY_JUDGE) {
                Shape value = shape.property(key);
                if (value != null) {
                    common.put(key, value);
                }
            }
            whole = schema == null
                    ? shape
                    : ShapeCompiler.compileWithVariables(schema).withKeys(common);
            if (!whole.accepts(judge, "judge", complaints)) {
                return null;
            }
        }
        Fields fields = Fields.sound(judge, whole);
        ObjectNode settings =
                (ObjectNode) (type == null ? Shape.FREE.json(empty(judge), pool) : whole.json(judge, pool));
        settings.remove("type");
        settings.remove(OF_EVERY_JUDGE);
        if (type != null) {
            try {
                judges.check(type, settings);
            } catch (InvalidExpectation e) {
                complaints.at(Places.of(entry, e.pointer()), String.valueOf(e.getMessage()));
                return null;
            }
        }
        String timeout = fields.text("timeout");
        return new JudgeSpec(
                type,
                settings,
                fields.integer("samples", JudgeSpec.DEFAULT_SAMPLES),
                timeout == null ? JudgeSpec.DEFAULT_TIMEOUT : duration(timeout),
                calibration(fields.get("calibration")),
                floor(fields),
                entry.key().line());
    }

    /** The type; null where nothing is said of a model, so that the marker class has to name the judge. */
    private static @Nullable String type(YamlMapping judge) {
        if (judge.get("type") instanceof YamlScalar scalar) {
            return scalar.text();
        }
        for (YamlMapping.Entry setting : judge.entries()) {
            if (!OF_EVERY_JUDGE.contains(setting.name())) {
                return JudgeSpec.DEFAULT_TYPE;
            }
        }
        return null;
    }

    private static YamlMapping empty(YamlMapping place) {
        return new YamlMapping(List.of(), place.line(), place.column());
    }

    private @Nullable Path calibration(@Nullable YamlNode calibration) {
        if (!(calibration instanceof YamlScalar path)) {
            return null;
        }
        String problem = paths.problem(path.text());
        if (problem != null) {
            complaints.at(path, problem);
            return null;
        }
        return paths.resolve(path.text());
    }

    private static Floor floor(Fields judge) {
        if (!(judge.get("floor") instanceof YamlMapping floor)) {
            return Floor.DEFAULT;
        }
        return new Floor(
                number(floor, "agreement", Floor.DEFAULT.agreement()),
                number(floor, "kappa", Floor.DEFAULT.kappa()),
                (int) number(floor, "labels", Floor.DEFAULT.labels()));
    }

    private static double number(YamlMapping floor, String key, double missing) {
        return floor.get(key) instanceof YamlScalar scalar ? new BigDecimal(scalar.text()).doubleValue() : missing;
    }

    private static Duration duration(String text) {
        return SuiteFileReader.duration(text);
    }
}
