package dev.retrial.check.policy;

import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Severity;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.outcome.Outcomes;
import dev.retrial.check.tool.ArgumentSchema;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.Arguments;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.Tool;
import dev.retrial.text.Phrase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads rules from JSON. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RuleReader {

    private static final List<String> EVENTS = List.of("call", "effect", "customer", "says", "affirms", "outcome");

    private final Vocabulary vocabulary;
    private final @Nullable Collection<String> cohorts;
    private final @Nullable String version;
    private final @Nullable String source;

    /**
     * A reader of one policy.
     *
     * @param vocabulary the tools and the outcomes that rules may name
     * @param cohorts the cohorts that they may name, or null for any
     * @param version the policy's version, or null
     * @param source where it is written, or null
     */
    public RuleReader(
            Vocabulary vocabulary,
            @Nullable Collection<String> cohorts,
            @Nullable String version,
            @Nullable String source) {
        this.vocabulary = vocabulary;
        this.cohorts = cohorts;
        this.version = version;
        this.source = source;
    }

    /**
     * Reads a rule.
     *
     * @param id its id
     * @param spec the map
     * @throws InvalidExpectation where it cannot be what it says
     */
    public Rule read(String id, Spec spec) throws InvalidExpectation {
        spec.allowing("says", "severity", "cohorts", "when", "never", "must", "each", "before", "within");
        Rule.Form form = form(spec);
        Trigger event = switch (form) {
            case NEVER -> trigger(spec.required("never"), false);
            case MUST -> trigger(spec.required("must"), true);
            case EACH -> trigger(spec.required("each"), false);
        };
        if (event.happening() == null) {
            throw spec.required(form.name().toLowerCase(Locale.ROOT))
                    .invalid("name an event, one of " + String.join(", ", EVENTS)
                            + "; what only holds or does not belongs under 'when'");
        }
        Spec when = spec.optional("when");
        Spec before = spec.optional("before");
        Spec within = spec.optional("within");
        Trigger prior = before == null ? null : trigger(before, true);
        if (before != null && prior != null && prior.happening() == null) {
            throw before.invalid("name an event, one of " + String.join(", ", EVENTS));
        }
        return new Rule(
                id,
                spec.required("says").text(),
                version,
                source,
                severity(spec.optional("severity")),
                cohorts(spec.optional("cohorts")),
                form,
                event,
                prior,
                when == null ? null : trigger(when, true),
                within == null ? null : within.integer(1, 1_000));
    }

    private static Rule.Form form(Spec spec) throws InvalidExpectation {
        List<String> given = new ArrayList<>();
        for (String form : List.of("never", "must", "each")) {
            if (spec.has(form)) {
                given.add(form);
            }
        }
        if (given.size() != 1) {
            throw spec.invalid(
                    given.isEmpty()
                            ? "a rule demands something: give it 'never', 'must', or 'each' with 'before'"
                            : "a rule has one of 'never', 'must' and 'each', not " + String.join(" and ", given));
        }
        boolean each = given.get(0).equals("each");
        if (each != spec.has("before")) {
            throw spec.invalid(
                    each
                            ? "'each' needs 'before': what must have happened each time"
                            : "'before' needs 'each': the event before which it must happen");
        }
        return Rule.Form.valueOf(given.get(0).toUpperCase(Locale.ROOT));
    }

    private static Severity severity(@Nullable Spec spec) throws InvalidExpectation {
        return spec == null
                ? Severity.MAJOR
                : Severity.valueOf(spec.word("critical", "major", "advisory").toUpperCase(Locale.ROOT));
    }

    private List<String> cohorts(@Nullable Spec spec) throws InvalidExpectation {
        if (spec == null) {
            return List.of();
        }
        List<String> named = new ArrayList<>();
        for (Spec item : spec.items()) {
            String cohort = item.text();
            if (cohorts != null && !cohorts.contains(cohort)) {
                throw item.unknown("unknown cohort", cohort, cohorts);
            }
            named.add(cohort);
        }
        return named;
    }

    /** What is forbidden counts when it is tried; what is demanded, when it succeeds. */
    private Trigger trigger(Spec spec, boolean succeeded) throws InvalidExpectation {
        spec.map().allowing("call", "args", "returns", "effect", "customer", "says", "affirms", "outcome", "if");
        String event = null;
        for (String name : EVENTS) {
            if (spec.has(name)) {
                if (event != null) {
                    throw spec.invalid("an event is one thing, not '" + event + "' and '" + name + "'");
                }
                event = name;
            }
        }
        boolean call = "call".equals(event);
        for (String name : List.of("args", "returns")) {
            Spec own = spec.optional(name);
            if (own != null && !call) {
                throw own.invalid("'" + name + "' needs 'call'");
            }
        }
        Spec condition = spec.optional("if");
        if (event == null && condition == null) {
            throw spec.invalid("name an event, one of " + String.join(", ", EVENTS) + ", or a condition with 'if'");
        }
        return new Trigger(
                event == null ? null : happening(event, spec, succeeded),
                condition == null
                        ? null
                        : Condition.read(condition, vocabulary.tools(), call || "effect".equals(event)));
    }

    private Happening happening(String event, Spec spec, boolean succeeded) throws InvalidExpectation {
        Spec value = spec.required(event);
        return switch (event) {
            case "call" -> called(value, spec, succeeded);
            case "effect" -> affected(value, succeeded);
            case "customer" ->
                value.isText() && value.text().equals("consent")
                        ? new Happening.CustomerAgreed()
                        : new Happening.CustomerSaid(phrases(value));
            case "says" -> new Happening.AgentSaid(phrases(value), false);
            case "affirms" -> new Happening.AgentSaid(phrases(value), true);
            default -> stood(value);
        };
    }

    private Happening called(Spec value, Spec spec, boolean succeeded) throws InvalidExpectation {
        String name = value.text();
        if (vocabulary.tools().isUnknown(name)) {
            throw value.unknown("unknown tool", name, vocabulary.tools().tools().keySet());
        }
        Spec args = spec.optional("args");
        ArgumentMatcher arguments = args == null ? null : values(args);
        Tool tool = vocabulary.tools().find(name);
        if (args != null && tool != null && tool.parameters() != null) {
            ArgumentSchema.check(args, tool.parameters());
        }
        Spec returns = spec.optional("returns");
        return new Happening.Called(name, arguments, returns == null ? null : values(returns), succeeded);
    }

    private static ArgumentMatcher values(Spec spec) throws InvalidExpectation {
        ArgumentMatcher matcher = Arguments.matcher(spec);
        if (matcher.refers()) {
            throw spec.invalid("'$same-as' has no place in a rule: compare with 'if'");
        }
        return matcher;
    }

    private Happening affected(Spec value, boolean succeeded) throws InvalidExpectation {
        String effect = value.word("read", "write", "log");
        if (!vocabulary.tools().declared()) {
            throw value.invalid(
                    "no tool is declared, so nothing tells a write from a read: declare the tools with their effect");
        }
        return new Happening.Affected(Effect.valueOf(effect.toUpperCase(Locale.ROOT)), succeeded);
    }

    private Happening stood(Spec value) throws InvalidExpectation {
        Set<Outcome> wanted = EnumSet.noneOf(Outcome.class);
        List<String> keys = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            keys.add(outcome.key());
        }
        for (Spec item : value.oneOrMore()) {
            Outcome outcome = Outcome.valueOf(item.word(keys).toUpperCase(Locale.ROOT));
            if (outcome != Outcome.ANSWERED
                    && !vocabulary.outcomes().byOutcome().containsKey(outcome)) {
                throw item.invalid("nothing tells '" + outcome.key()
                        + "' from the other outcomes: declare its signal under 'outcomes' in suite.yaml");
            }
            wanted.add(outcome);
        }
        return new Happening.Stood(wanted, Outcomes.toldBy(vocabulary.outcomes()));
    }

    private static List<Phrase> phrases(Spec value) throws InvalidExpectation {
        List<Phrase> phrases = new ArrayList<>();
        for (Spec item : value.oneOrMore()) {
            try {
                phrases.add(Phrase.of(item.text()));
            } catch (IllegalArgumentException e) {
                throw item.invalid(e);
            }
        }
        return phrases;
    }
}
