package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Policies;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.OutcomeSignals.Signal;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.ShapeCompiler;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import dev.retrial.text.TextPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code suite.yaml}. */
final class SuiteFileReader {

    private final AgentSettings agents;
    private final JudgeSettings judges;
    private final ToolCatalog tools;
    private final Catalogue catalogue;
    private final SuitePaths paths;
    private final Supplier<Set<String>> cohorts;
    private final Function<OutcomeSignals, Policies> policies;
    private final Complaints complaints;
    private final TextPool pool;

    SuiteFileReader(
            AgentSettings agents,
            JudgeSettings judges,
            ToolCatalog tools,
            Catalogue catalogue,
            SuitePaths paths,
            Supplier<Set<String>> cohorts,
            Function<OutcomeSignals, Policies> policies,
            Complaints complaints,
            TextPool pool) {
        this.agents = agents;
        this.judges = judges;
        this.tools = tools;
        this.catalogue = catalogue;
        this.paths = paths;
        this.cohorts = cohorts;
        this.policies = policies;
        this.complaints = complaints;
        this.pool = pool;
    }

    SuiteFrame.Settings read(YamlMapping root) {
        Fields fields = Fields.of(root, Schemas.suite(), "suite.yaml", "expect", complaints);
        OutcomeSignals outcomes = outcomes(fields);
        Vocabulary vocabulary = new Vocabulary(
                        tools, outcomes, Facts.NONE, policies.apply(outcomes).checks())
                .with(catalogue);
        List<ScopedCheck> expect = expect(root.get("expect"), vocabulary);
        return new SuiteFrame.Settings(
                fields.get("agent") == null ? null : agent(root.entry("agent")),
                fields.get("judge") == null
                        ? null
                        : new JudgeReader(judges, paths, complaints, pool)
                                .read(root.entry("judge"), fields.shape("judge")),
                gate(fields),
                lint(fields),
                trials(fields),
                fields.integer("concurrency", SuiteFrame.Settings.CONCURRENCY),
                timeouts(fields.get("timeout"), fields.shape("timeout")),
                outcomes,
                expect,
                always(fields, expect, vocabulary));
    }

    /** What the suite expects anyway is not checked twice. */
    private static List<ScopedCheck> always(Fields fields, List<ScopedCheck> expect, Vocabulary vocabulary) {
        YamlNode node = fields.get("always");
        Fields standings = node == null ? null : Fields.sound(node, fields.shape("always"));
        List<ScopedCheck> always = new ArrayList<>();
        for (AlwaysChecks.Kind kind : AlwaysChecks.Kind.values()) {
            String word = standings == null ? null : standings.text(kind.key());
            AlwaysChecks.Standing standing = word == null
                    ? AlwaysChecks.Standing.REPORT
                    : AlwaysChecks.Standing.valueOf(word.toUpperCase(Locale.ROOT));
            for (ScopedCheck check : AlwaysChecks.of(kind, standing, vocabulary)) {
                if (!EffectiveChecks.has(expect, check)) {
                    always.add(check);
                }
            }
        }
        return always;
    }

    private List<ScopedCheck> expect(@Nullable YamlNode expect, Vocabulary vocabulary) {
        List<ScopedCheck> checks = new ArrayList<>();
        if (expect != null) {
            for (ExpectReader.Placed placed :
                    new ExpectReader(complaints, pool).read(expect, null, Layer.SUITE, null, vocabulary)) {
                checks.add(placed.check());
            }
        }
        return checks;
    }

    private @Nullable GateSpec gate(Fields fields) {
        YamlNode gate = fields.get("gate");
        return gate == null
                ? null
                : new GateReader(paths, cohorts, fields.mapping().entry("agent"), this::agent, complaints)
                        .read(gate, fields.shape("gate"));
    }

    private LintSpec lint(Fields fields) {
        YamlNode lint = fields.get("lint");
        if (lint == null) {
            return LintSpec.NONE;
        }
        Fields settings = Fields.sound(lint, fields.shape("lint"));
        List<LintSpec.Kept> keep = new ArrayList<>();
        YamlNode items = settings.get("keep");
        if (items instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                YamlMapping kept = (YamlMapping) item;
                String because = kept.get("because") instanceof YamlScalar reason ? reason.text() : "";
                if (kept.get("matches") instanceof YamlScalar pattern) {
                    try {
                        keep.add(new LintSpec.Kept(TextPattern.of(pattern.text()), because));
                    } catch (IllegalArgumentException e) {
                        complaints.at(pattern, String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        return new LintSpec(keep);
    }

    private @Nullable AgentSpec agent(YamlMapping.@Nullable Entry entry) {
        if (entry == null || !(entry.value() instanceof YamlMapping agent)) {
            return null;
        }
        String type = agent.get("type") instanceof YamlScalar scalar ? scalar.text() : "";
        JsonNode schema = agents.schema(type);
        ObjectNode settings;
        if (schema == null) {
            // The check below says what is wrong; what it is told of the settings does not matter.
            settings = (ObjectNode) Shape.FREE.json(new YamlMapping(List.of(), agent.line(), agent.column()), pool);
        } else {
            Shape shape = ShapeCompiler.compileWithVariables(schema).withKeys(Map.of("type", Shape.TEXT));
            if (!shape.accepts(agent, entry.name(), complaints) || !pathsStay(agent, shape)) {
                return null;
            }
            settings = (ObjectNode) shape.json(agent, pool);
            settings.remove("type");
        }
        try {
            agents.check(type, settings);
        } catch (InvalidExpectation e) {
            complaints.at(Places.of(entry, e.pointer()), e.getMessage());
            return null;
        }
        return new AgentSpec(type, settings, entry.key().line());
    }

    private boolean pathsStay(YamlMapping agent, Shape shape) {
        boolean stay = true;
        for (YamlMapping.Entry setting : agent.entries()) {
            Shape value = shape.property(setting.name());
            if (value != null && value.isPath() && setting.value() instanceof YamlScalar path) {
                String problem = paths.leaving(path.text());
                if (problem != null) {
                    complaints.at(path, problem);
                    stay = false;
                }
            }
        }
        return stay;
    }

    private Trials trials(Fields fields) {
        YamlNode trials = fields.get("trials");
        if (trials instanceof YamlScalar scalar) {
            int attempts = Fields.integer(scalar);
            return new Trials(attempts, attempts);
        }
        if (trials == null) {
            return Trials.ONE;
        }
        Fields both = Fields.sound(trials, fields.shape("trials"));
        int attempts = both.integer("attempts", 1);
        int pass = both.integer("pass", 1);
        if (pass > attempts) {
            complaints.at(trials, "'pass' is " + pass + ", but there are only " + attempts + " attempts");
            return Trials.ONE;
        }
        return new Trials(attempts, pass);
    }

    private static Timeouts timeouts(@Nullable YamlNode timeout, Shape shape) {
        if (timeout == null) {
            return Timeouts.DEFAULT;
        }
        Fields fields = Fields.sound(timeout, shape);
        String turn = fields.text("turn");
        String trial = fields.text("trial");
        return new Timeouts(
                turn == null ? Timeouts.DEFAULT.turn() : duration(turn),
                trial == null ? Timeouts.DEFAULT.trial() : duration(trial));
    }

    /** A duration whose form the schema has accepted. */
    static Duration duration(String text) {
        int digits = 0;
        while (Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        long amount = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private OutcomeSignals outcomes(Fields fields) {
        Map<Outcome, Signal> signals = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries("outcomes")) {
            Signal signal = signal((YamlMapping) entry.value());
            if (signal != null) {
                signals.put(outcome(entry.name()), signal);
            }
        }
        return signals.isEmpty() ? OutcomeSignals.NONE : new OutcomeSignals(signals);
    }

    private static Outcome outcome(String key) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.key().equals(key)) {
                return outcome;
            }
        }
        throw new IllegalStateException(
                "the schema of suite.yaml allows the outcome '" + key + "', which does not exist");
    }

    private @Nullable Signal signal(YamlMapping mapping) {
        YamlMapping.Entry payload = mapping.entry("payload");
        int signals = mapping.entries().size() - (payload == null ? 0 : 1);
        if (signals != 1) {
            complaints.at(mapping, "an outcome is told by one of call, response, phrases, question");
            return null;
        }
        YamlNode call = mapping.get("call");
        if (payload != null && call == null) {
            complaints.at(payload.key(), "'payload' goes with 'call' only");
            return null;
        }
        if (call instanceof YamlScalar tool) {
            if (tools.isUnknown(tool.text())) {
                complaints.at(
                        tool,
                        Words.missing(
                                "tools.yaml has no tool",
                                tool.text(),
                                tools.tools().keySet()));
                return null;
            }
            return new OutcomeSignals.ByCall(
                    pool.one(tool.text()), payload == null ? null : ((YamlScalar) payload.value()).text());
        }
        if (mapping.get("phrases") instanceof YamlSequence phrases) {
            return new OutcomeSignals.ByPhrases(texts(phrases.items(), pool));
        }
        return mapping.get("question") == null ? new OutcomeSignals.ByResponse() : new OutcomeSignals.ByQuestion();
    }

    /** A list of texts that its schema has accepted. */
    static List<String> texts(List<YamlNode> items, TextPool pool) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(items.size());
        for (YamlNode item : items) {
            texts.add(pool.one(((YamlScalar) item).text()));
        }
        return List.copyOf(texts);
    }
}
