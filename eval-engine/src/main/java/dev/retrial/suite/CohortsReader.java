package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.BoundedCheck;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Scene;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code cohorts.yaml}. */
final class CohortsReader {

    /** The cohort of a suite without a cohort file. */
    static final Map<String, Cohort> DEFAULT = Map.of(
            Scene.DEFAULT_COHORT,
            new Cohort(Scene.DEFAULT_COHORT, "", JsonNodeFactory.instance.objectNode(), null, List.of()));

    /** The last words of the names of other leaves. */
    private static final List<String> RESERVED = List.of("self-check", "cohorts", "lint", "gate");

    private final Vocabulary vocabulary;
    private final List<ScopedCheck> suiteChecks;
    private final SuitePaths paths;
    private final Complaints complaints;
    private final TextPool pool;

    CohortsReader(
            Vocabulary vocabulary,
            List<ScopedCheck> suiteChecks,
            SuitePaths paths,
            Complaints complaints,
            TextPool pool) {
        this.vocabulary = vocabulary;
        this.suiteChecks = suiteChecks;
        this.paths = paths;
        this.complaints = complaints;
        this.pool = pool;
    }

    Map<String, Cohort> read(YamlMapping root) {
        Fields fields = Fields.of(root, Schemas.cohorts(), "cohorts.yaml", "cohorts", complaints);
        YamlNode found = root.get("cohorts");
        if (!(found instanceof YamlMapping all)) {
            if (found != null) {
                fields.shape("cohorts").accepts(found, "cohorts", complaints);
            }
            return DEFAULT;
        }
        Shape shape = fields.shape("cohorts");
        shape.acceptsKeys(all, "cohorts", complaints);
        Map<String, Cohort> cohorts = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : all.entries()) {
            if (RESERVED.contains(entry.name())) {
                complaints.at(
                        entry.key(),
                        "a cohort cannot be called " + Words.quoted(entry.name()) + ": tests have that name");
            }
            Shape value = shape.property(entry.name());
            if (entry.value() instanceof YamlMapping cohort && value != null) {
                cohorts.put(entry.name(), cohort(entry.name(), cohort, value));
            } else if (value != null) {
                value.accepts(entry.value(), entry.name(), complaints);
            }
        }
        return cohorts.isEmpty() ? DEFAULT : cohorts;
    }

    private Cohort cohort(String id, YamlMapping mapping, Shape shape) {
        Fields fields = Fields.of(mapping, shape, id, "expect", complaints);
        String description = fields.text("description");
        YamlNode context = fields.get("context");
        YamlNode expect = mapping.get("expect");
        return new Cohort(
                pool.one(id),
                description == null ? "" : description,
                context == null
                        ? JsonNodeFactory.instance.objectNode()
                        : (ObjectNode) fields.shape("context").json(context, pool),
                overlay(fields.get("overlay"), fields.text("overlay")),
                expect == null ? List.of() : expect(expect));
    }

    private @Nullable Path overlay(@Nullable YamlNode place, @Nullable String written) {
        if (place == null || written == null) {
            return null;
        }
        String problem = paths.problem(written);
        if (problem != null) {
            complaints.at(place, problem);
            return null;
        }
        return paths.resolve(written);
    }

    private List<ScopedCheck> expect(YamlNode expect) {
        List<ScopedCheck> checks = new ArrayList<>();
        for (ExpectReader.Placed placed :
                new ExpectReader(complaints, pool).read(expect, Schemas.VOICE, Layer.COHORT, null, vocabulary)) {
            checks.add(placed.check());
            if (placed.check().check() instanceof BoundedCheck bounded) {
                Bounds.complain(bounded, placed.place(), suiteChecks, "the suite", "", complaints);
            }
        }
        return checks;
    }
}
