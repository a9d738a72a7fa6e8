package dev.retrial.suite;

import dev.retrial.gate.Part;
import dev.retrial.suite.GateSpec.Budget;
import dev.retrial.suite.GateSpec.By;
import dev.retrial.suite.GateSpec.Floor;
import dev.retrial.suite.GateSpec.Prices;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code gate:} of {@code suite.yaml}. */
final class GateReader {

    /** What a gate that compares with nothing does not need. */
    private static final List<String> OF_BASELINE = List.of("baseline", "slices", "floors", "complete", "control");

    private final SuitePaths paths;
    private final Supplier<Set<String>> cohorts;
    private final YamlMapping.@Nullable Entry agent;
    private final Function<YamlMapping.Entry, @Nullable AgentSpec> agents;
    private final Complaints complaints;

    /**
     * A reader.
     *
     * @param cohorts the suite's cohorts, asked for where one is named
     * @param agent the agent of the suite, with whose settings the control begins; null where there is none
     * @param agents reads the control as an agent
     */
    GateReader(
            SuitePaths paths,
            Supplier<Set<String>> cohorts,
            YamlMapping.@Nullable Entry agent,
            Function<YamlMapping.Entry, @Nullable AgentSpec> agents,
            Complaints complaints) {
        this.paths = paths;
        this.cohorts = cohorts;
        this.agent = agent;
        this.agents = agents;
        this.complaints = complaints;
    }

    /**
     * The gate.
     *
     * @param gate what its schema has accepted
     * @param shape the schema
     */
    GateSpec read(YamlNode gate, Shape shape) {
        if (gate instanceof YamlScalar word) {
            return GateSpec.of(by(word.text()));
        }
        Fields fields = Fields.sound(gate, shape);
        By by = by(String.valueOf(fields.text("by")));
        if (by == By.STRICT) {
            for (YamlMapping.Entry entry : fields.mapping().entries()) {
                if (OF_BASELINE.contains(entry.name())) {
                    complaints.at(
                            entry.key(),
                            "'" + entry.name() + "' goes with 'by: baseline': a strict gate compares with nothing");
                }
            }
        }
        YamlNode complete = fields.get("complete");
        YamlMapping.Entry control = fields.mapping().entry("control");
        return new GateSpec(
                by,
                baseline(fields.get("baseline")),
                slices(fields),
                floors(fields),
                complete == null ? 1 : number(complete),
                budget(fields.get("budget"), fields.shape("budget")),
                control == null ? null : control(control));
    }

    private @Nullable AgentSpec control(YamlMapping.Entry control) {
        YamlMapping.Entry whole = whole(control);
        if (!(whole.value() instanceof YamlMapping agent) || agent.get("type") == null) {
            complaints.at(
                    control.value(),
                    "the key 'type' is missing: there is no 'agent' with whose settings this could begin");
            return null;
        }
        return agents.apply(whole);
    }

    /** A control without a type is the agent with these settings in place of its own. */
    private YamlMapping.Entry whole(YamlMapping.Entry control) {
        if (agent == null
                || !(agent.value() instanceof YamlMapping ours)
                || !(control.value() instanceof YamlMapping differing)
                || differing.get("type") != null) {
            return control;
        }
        List<YamlMapping.Entry> all = new ArrayList<>(differing.entries());
        for (YamlMapping.Entry setting : ours.entries()) {
            if (differing.entry(setting.name()) == null) {
                all.add(setting);
            }
        }
        return new YamlMapping.Entry(control.key(), new YamlMapping(all, differing.line(), differing.column()));
    }

    private static By by(String word) {
        return word.equals(By.STRICT.key()) ? By.STRICT : By.BASELINE;
    }

    private String baseline(@Nullable YamlNode written) {
        if (!(written instanceof YamlScalar path)) {
            return GateSpec.BASELINE;
        }
        String problem = paths.leaving(path.text());
        if (problem != null) {
            complaints.at(path, problem);
        }
        return path.text();
    }

    private List<Part> slices(Fields fields) {
        List<Part> slices = new ArrayList<>();
        for (YamlNode item : fields.items("slices")) {
            Part part = part((YamlMapping) item);
            if (slices.contains(part)) {
                complaints.at(item, "this slice is there twice");
            }
            slices.add(part);
        }
        return slices;
    }

    private List<Floor> floors(Fields fields) {
        List<Floor> floors = new ArrayList<>();
        for (YamlNode item : fields.items("floors")) {
            YamlMapping floor = (YamlMapping) item;
            YamlNode rate = floor.get("rate");
            floors.add(new Floor(part(floor), rate == null ? 0 : number(rate)));
        }
        return floors;
    }

    private Part part(YamlMapping part) {
        if (part.get("cohort") instanceof YamlScalar cohort) {
            Set<String> known = cohorts.get();
            if (!known.contains(cohort.text())) {
                complaints.at(cohort, Words.missing("the suite has no cohort", cohort.text(), known));
            }
        }
        return new Part(text(part, "cohort"), text(part, "difficulty"), text(part, "failure"), text(part, "tag"));
    }

    private Budget budget(@Nullable YamlNode written, Shape shape) {
        if (written == null) {
            return Budget.NONE;
        }
        Fields fields = Fields.sound(written, shape);
        YamlNode money = fields.get("money");
        YamlNode prices = fields.get("prices");
        if (money != null && prices == null) {
            complaints.at(money, "'money' needs 'prices', the price of a million tokens: {input: …, output: …}");
        }
        String time = fields.text("time");
        return new Budget(
                count(fields.get("tokens")),
                money == null ? null : number(money),
                prices instanceof YamlMapping both ? prices(both) : null,
                time == null ? null : SuiteFileReader.duration(time),
                count(fields.get("calls")));
    }

    private static Prices prices(YamlMapping prices) {
        YamlNode input = prices.get("input");
        YamlNode output = prices.get("output");
        return new Prices(input == null ? 0 : number(input), output == null ? 0 : number(output));
    }

    private static @Nullable Long count(@Nullable YamlNode number) {
        return number instanceof YamlScalar scalar ? new BigDecimal(scalar.text()).longValue() : null;
    }

    private static double number(YamlNode number) {
        return new BigDecimal(((YamlScalar) number).text()).doubleValue();
    }

    private static @Nullable String text(YamlMapping part, String key) {
        return part.get(key) instanceof YamlScalar scalar ? scalar.text() : null;
    }
}
