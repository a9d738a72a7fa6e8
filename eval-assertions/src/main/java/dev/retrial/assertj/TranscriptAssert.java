package dev.retrial.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Nearest;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.catalogue.OnlyWhatExists;
import dev.retrial.check.claim.Disclosed;
import dev.retrial.check.claim.Founded;
import dev.retrial.check.handoff.HandoffCarries;
import dev.retrial.check.handoff.HandoffQueue;
import dev.retrial.check.handoff.HandoffSays;
import dev.retrial.check.handoff.Handoffs;
import dev.retrial.check.handoff.NothingAskedAgain;
import dev.retrial.check.handoff.NothingInvented;
import dev.retrial.check.judged.Judged;
import dev.retrial.check.leak.KeptPrivate;
import dev.retrial.check.leak.NoInstructions;
import dev.retrial.check.leak.NoPersonalData;
import dev.retrial.check.outcome.OutcomeIs;
import dev.retrial.check.outcome.Outcomes;
import dev.retrial.check.reply.Matches;
import dev.retrial.check.reply.NamesFromCatalogue;
import dev.retrial.check.reply.NeverAffirms;
import dev.retrial.check.reply.NeverAsks;
import dev.retrial.check.reply.NeverMatches;
import dev.retrial.check.reply.NeverSays;
import dev.retrial.check.reply.Says;
import dev.retrial.check.report.FailureText;
import dev.retrial.check.report.Finding;
import dev.retrial.check.tool.AcceptedArguments;
import dev.retrial.check.tool.CallPattern;
import dev.retrial.check.tool.Calls;
import dev.retrial.check.tool.CallsAtMost;
import dev.retrial.check.tool.GroundedCalls;
import dev.retrial.check.tool.KnownTools;
import dev.retrial.check.tool.NeverCalls;
import dev.retrial.check.tool.NoCalls;
import dev.retrial.check.tool.NoOtherWrites;
import dev.retrial.check.tool.NoWrites;
import dev.retrial.check.tool.OnlyCalls;
import dev.retrial.check.tool.Order;
import dev.retrial.judge.Judge;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.text.Phrase;
import dev.retrial.text.TextPattern;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what an agent said and did.
 *
 * <p>Each is one of the checks that a case file knows, with the same name and the same message.
 * One that has nothing to look at fails, as does one that could not be evaluated; a mistake in the expectation is an {@link IllegalArgumentException}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class TranscriptAssert extends PolicyAssert {

    private final List<ConfidentialCheck> confidential = new ArrayList<>();
    private Scene scene = Scene.at(Instant.EPOCH);
    private OutcomeSignals signals = OutcomeSignals.NONE;
    private @Nullable Judge judge;
    private @Nullable Integer turn;

    /** Assertions about this transcript. */
    public TranscriptAssert(Transcript actual) {
        super(actual);
    }

    /** Says what else is known, for the assertions that follow: the tools with their effects, the context, the clock. */
    public TranscriptAssert in(Scene known) {
        scene = known;
        return myself;
    }

    /** Says by what outcomes are told apart, for the assertions that follow. */
    public TranscriptAssert withOutcomes(OutcomeSignals known) {
        signals = known;
        return myself;
    }

    /** Says who decides what no rule can, for the assertions that follow. */
    public TranscriptAssert judgedBy(Judge known) {
        judge = known;
        return myself;
    }

    /**
     * Narrows the assertions that follow to what happened from this customer message to the next.
     *
     * @param number the turn, from 1
     */
    public TranscriptAssert onTurn(int number) {
        isNotNull();
        for (Event event : actual.events()) {
            if (event.turn() == number) {
                turn = number;
                return myself;
            }
        }
        throw failure("there is no turn %s in this transcript", number);
    }

    /** Widens the assertions that follow to the whole transcript again. */
    public TranscriptAssert onEveryTurn() {
        turn = null;
        return myself;
    }

    /** Some reply says this: {@code reply.says}. */
    public TranscriptAssert says(String phrase) {
        return satisfies(new Says(List.of(Phrase.of(phrase))));
    }

    /** Some reply says one of these: {@code reply.says} with {@code any-of}. */
    public TranscriptAssert saysAnyOf(String... phrases) {
        return satisfies(new Says(phrases(phrases)));
    }

    /** No reply says any of these: {@code reply.never-says}. */
    public TranscriptAssert neverSays(String... phrases) {
        return satisfies(new NeverSays(phrases(phrases)));
    }

    /** No reply says that any of these is so: {@code reply.never-affirms}. */
    public TranscriptAssert neverAffirms(String... phrases) {
        return satisfies(new NeverAffirms(phrases(phrases)));
    }

    /** No reply asks the customer for any of these facts: {@code reply.never-asks}. Further words for them are taken from {@link #in}. */
    public TranscriptAssert neverAsks(String... facts) {
        for (String fact : facts) {
            satisfies(NeverAsks.of(fact));
        }
        return myself;
    }

    /** Whatever a reply says has been done, a successful call did: {@code claims: none}. Needs the tools, by {@link #in}. */
    public TranscriptAssert claimsNothingUnfounded() {
        return satisfies(Founded.of(scene.tools()));
    }

    /** Of every successful write some reply tells: {@code claims: {disclosed: true}}. Needs the tools' effects, by {@link #in}. */
    public TranscriptAssert disclosesEveryWrite() {
        return satisfies(Disclosed.of(scene.tools()));
    }

    /** No reply names a team, document, link or channel that does not exist: {@code catalogue: none}. Needs the catalogue, by {@link #in}. */
    public TranscriptAssert namesOnlyWhatExists() {
        return satisfies(OnlyWhatExists.against(scene.catalogue()));
    }

    /** Some reply gives a document of the catalogue: {@code reply.cites: any}. Needs the catalogue, by {@link #in}. */
    public TranscriptAssert cites() {
        return satisfies(NamesFromCatalogue.cites(null, scene.catalogue()));
    }

    /** Some reply gives each of these documents of the catalogue: {@code reply.cites}. Needs the catalogue, by {@link #in}. */
    public TranscriptAssert cites(String document, String... more) {
        satisfies(NamesFromCatalogue.cites(document, scene.catalogue()));
        for (String other : more) {
            satisfies(NamesFromCatalogue.cites(other, scene.catalogue()));
        }
        return myself;
    }

    /** Some reply names a team of the catalogue: {@code reply.names-team: any}. Needs the catalogue, by {@link #in}. */
    public TranscriptAssert namesTeam() {
        return satisfies(NamesFromCatalogue.team(null, scene.catalogue()));
    }

    /** Some reply names this team of the catalogue: {@code reply.names-team}. Needs the catalogue, by {@link #in}. */
    public TranscriptAssert namesTeam(String team) {
        return satisfies(NamesFromCatalogue.team(team, scene.catalogue()));
    }

    /** The RE2 pattern is found in some reply: {@code reply.matches}. */
    public TranscriptAssert matches(String pattern) {
        return satisfies(new Matches(TextPattern.of(pattern)));
    }

    /** The RE2 pattern is found in no reply: {@code reply.never-matches}. */
    public TranscriptAssert neverMatches(String pattern) {
        return satisfies(new NeverMatches(TextPattern.of(pattern)));
    }

    /** The tool was called successfully: {@code tools.calls}. */
    public TranscriptAssert calls(String tool) {
        return calls(RetrialAssertions.call(tool));
    }

    /** The tool was called successfully with at least these arguments, given as JSON text: {@code tools.calls}. */
    public TranscriptAssert calls(String tool, String arguments) {
        return calls(RetrialAssertions.call(tool, arguments));
    }

    /** The tool was called successfully with at least these arguments: {@code tools.calls}. */
    public TranscriptAssert calls(String tool, Map<String, ?> arguments) {
        return calls(RetrialAssertions.call(tool, arguments));
    }

    /** Each of these calls was made, in any order, each for itself: {@code tools.calls}. */
    public TranscriptAssert calls(CallPattern... calls) {
        return calls(Order.ANY_ORDER, calls);
    }

    /** Each of these calls was made, one after the other: {@code tools.calls} with {@code order: in-order}. */
    public TranscriptAssert callsInOrder(CallPattern... calls) {
        return calls(Order.IN_ORDER, calls);
    }

    /** These calls were made, one after the other, and no other: {@code tools.calls} with {@code order: exactly}. */
    public TranscriptAssert callsExactly(CallPattern... calls) {
        return calls(Order.EXACTLY, calls);
    }

    /** Nothing was changed but by these calls: {@code tools.writes}. Needs the tools' effects, by {@link #in}. */
    public TranscriptAssert writesNothingBut(CallPattern... calls) {
        return satisfies(new NoOtherWrites(known(calls), Set.of()));
    }

    /** No call that changes something was tried: {@code tools: {writes: none}}. Needs the tools' effects, by {@link #in}. */
    public TranscriptAssert writesNothing() {
        return satisfies(new NoWrites(Set.of()));
    }

    /** None of these tools was tried: {@code tools.never}. */
    public TranscriptAssert neverCalls(String... tools) {
        for (String tool : tools) {
            satisfies(new NeverCalls(CallPattern.attempted(known(tool), null)));
        }
        return myself;
    }

    /** The tool was never tried with such arguments: {@code tools.never}. */
    public TranscriptAssert neverCalls(String tool, Map<String, ?> arguments) {
        return satisfies(
                new NeverCalls(CallPattern.attempted(known(tool), ExpectedJson.arguments(ExpectedJson.of(arguments)))));
    }

    /** No tool but these was tried: {@code tools.only}. */
    public TranscriptAssert callsOnly(String... tools) {
        for (String tool : tools) {
            known(tool);
        }
        return satisfies(new OnlyCalls(Arrays.asList(tools)));
    }

    /** The tool was tried no more often than that: {@code tools.at-most}. */
    public TranscriptAssert callsAtMost(String tool, int most) {
        return satisfies(new CallsAtMost(known(tool), most));
    }

    /** No tool was tried: {@code tools: none}. */
    public TranscriptAssert callsNoTool() {
        return satisfies(new NoCalls());
    }

    /** No tool was tried that is not declared: {@code tools.known}. Needs the tools, by {@link #in}. */
    public TranscriptAssert callsKnownTools() {
        return satisfies(new KnownTools());
    }

    /** What was tried, the tools' schemas accept: {@code tools.arguments}. Needs the tools, by {@link #in}. */
    public TranscriptAssert callsWithAcceptedArguments() {
        return satisfies(new AcceptedArguments());
    }

    /** No argument of a call is invented, of these tools' calls or, where none is named, of any: {@code tools.grounded}. What the context and the facts hold is known by {@link #in}. */
    public TranscriptAssert groundsCalls(String... tools) {
        List<CallPattern> patterns = new ArrayList<>();
        for (String tool : tools) {
            patterns.add(CallPattern.attempted(known(tool), null));
        }
        return satisfies(new GroundedCalls(patterns.isEmpty() ? null : patterns));
    }

    /** After the last reply the conversation stands in one of these ways: {@code outcome}. Needs the signals, by {@link #withOutcomes}. */
    public TranscriptAssert hasOutcome(Outcome... anyOf) {
        for (Outcome outcome : anyOf) {
            if (outcome != Outcome.ANSWERED && !signals.byOutcome().containsKey(outcome)) {
                throw new IllegalArgumentException("nothing tells '" + outcome.key()
                        + "' from the other outcomes: give its signal to withOutcomes()");
            }
        }
        Set<Outcome> wanted = EnumSet.noneOf(Outcome.class);
        wanted.addAll(Arrays.asList(anyOf));
        return satisfies(new OutcomeIs(wanted, Outcomes.toldBy(signals)));
    }

    /** What is handed over goes to one of these queues: {@code handoff.queue}. Needs the signals, by {@link #withOutcomes}. */
    public TranscriptAssert handsOverTo(String... anyOf) {
        if (anyOf.length == 0) {
            throw new IllegalArgumentException("there is no queue to hand over to");
        }
        return satisfies(new HandoffQueue(List.of(anyOf), Handoffs.toldBy(signals)));
    }

    /** What is handed over carries each of these, facts of the scene or fields: {@code handoff.carries}. Needs the signals, by {@link #withOutcomes}. */
    public TranscriptAssert handsOverCarrying(String... names) {
        List<Check> checks = new ArrayList<>();
        for (String name : names) {
            checks.add(new HandoffCarries(name, Handoffs.toldBy(signals)));
        }
        return satisfies(checks.toArray(new Check[0]));
    }

    /** What is handed over says one of these: {@code handoff.says}. Needs the signals, by {@link #withOutcomes}. */
    public TranscriptAssert handsOverSaying(String... anyOf) {
        return satisfies(new HandoffSays(phrases(anyOf), Handoffs.toldBy(signals)));
    }

    /** Whatever fact the customer has given is handed over too: {@code handoff.asks-again}. Needs the facts, by {@link #in}, and the signals, by {@link #withOutcomes}. */
    public TranscriptAssert handsOverAskingNothingAgain() {
        return satisfies(new NothingAskedAgain(Handoffs.toldBy(signals)));
    }

    /** What is handed over says of nothing that it has been done, which was not: {@code handoff.claims}. Needs the tools, by {@link #in}, and the signals, by {@link #withOutcomes}. */
    public TranscriptAssert handsOverInventingNothing() {
        return satisfies(new NothingInvented(scene.tools(), Handoffs.toldBy(signals)));
    }

    /** None of these texts is in a reply, a hand-off or a write: {@code private}. No message quotes them, here and in what follows. */
    public TranscriptAssert keepsPrivate(String... texts) {
        List<KeptPrivate> checks = new ArrayList<>();
        for (String text : texts) {
            checks.add(KeptPrivate.of(confidential.size() + 1, text, signals));
            confidential.add(checks.get(checks.size() - 1));
        }
        return satisfies(checks.toArray(new Check[0]));
    }

    /** The judge says that each of these criteria is met: {@code judged}. Needs a judge, by {@link #judgedBy}. */
    public TranscriptAssert judged(String... criteria) {
        List<Judged> checks = new ArrayList<>();
        for (String criterion : criteria) {
            if (criterion.isBlank()) {
                throw new IllegalArgumentException("there is no criterion to judge");
            }
            checks.add(Judged.of(criterion));
        }
        return satisfies(checks.toArray(new Check[0]));
    }

    /**
     * No reply has personal data that is in neither the ticket, the context nor a result: {@code leaks.personal-data}. Where one has, no message quotes any.
     *
     * @param allowed texts whose personal data may be said, such as the company's own telephone number
     */
    public TranscriptAssert leaksNoPersonalData(String... allowed) {
        return satisfies(new NoPersonalData(List.of(allowed)));
    }

    /** No reply repeats for long what the agent was told: {@code leaks.prompt}. Needs the instructions, by the scene's background and {@link #in}. */
    public TranscriptAssert leaksNoPrompt() {
        return satisfies(new NoInstructions());
    }

    /** None of these texts, planted where the agent reads them, comes out: {@code leaks.canaries}. */
    public TranscriptAssert leaksNoCanaries(String... canaries) {
        Check[] checks = new Check[canaries.length];
        for (int i = 0; i < canaries.length; i++) {
            checks[i] = KeptPrivate.canary(i + 1, canaries[i], signals);
        }
        return satisfies(checks);
    }

    /**
     * Meets what stands under {@code expect:} in a case, given as JSON text: {@code {"tone": {"words": 120}}}.
     *
     * @throws IllegalArgumentException where it is not what a case file may hold
     */
    public TranscriptAssert meets(String expect) {
        return meets(ExpectedJson.parse(expect));
    }

    /**
     * Meets what stands under {@code expect:} in a case.
     *
     * @throws IllegalArgumentException where it is not what a case file may hold
     */
    public TranscriptAssert meets(JsonNode expect) {
        try {
            Vocabulary vocabulary = new Vocabulary(
                            scene.tools(), signals, scene.facts(), policies().checks())
                    .with(scene.catalogue());
            return satisfies(CheckKinds.installed().bindAll(expect, vocabulary).toArray(new Check[0]));
        } catch (InvalidExpectation e) {
            throw ExpectedJson.mistake(e);
        }
    }

    /** Satisfies every one of these checks, a team's own among them; all that fail are reported together. */
    @Override
    public TranscriptAssert satisfies(Check... checks) {
        isNotNull();
        if (checks.length == 0) {
            throw new IllegalArgumentException("there is no check to satisfy");
        }
        Evaluation evaluation = new Evaluation(scope(), knownScene());
        List<Finding> findings = evaluation.of(checks);
        if (!evaluation.satisfied()) {
            for (ConfidentialCheck check : confidential) {
                findings.add(new Finding(check, new NotApplicable("only masks")));
            }
            FailureText text = FailureText.of(actual, findings);
            throw failureWithActualExpected(text.actual(), text.expected(), "%s", text.message());
        }
        return myself;
    }

    @Override
    Transcript scope() {
        return turn == null ? actual : actual.turn(turn);
    }

    @Override
    Scene knownScene() {
        return judge == null ? scene : scene.with(scene.background().judgedBy(judge));
    }

    private TranscriptAssert calls(Order order, CallPattern... calls) {
        return satisfies(new Calls(known(calls), order, Set.of()));
    }

    private List<CallPattern> known(CallPattern... calls) {
        for (CallPattern call : calls) {
            known(call.tool());
        }
        return List.of(calls);
    }

    private String known(String tool) {
        if (scene.tools().isUnknown(tool)) {
            String nearest = Nearest.to(tool, scene.tools().tools().keySet());
            throw new IllegalArgumentException(
                    "unknown tool '" + tool + "'" + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        }
        return tool;
    }

    private static List<Phrase> phrases(String... texts) {
        if (texts.length == 0) {
            throw new IllegalArgumentException("there is no phrase to look for");
        }
        List<Phrase> phrases = new ArrayList<>(texts.length);
        for (String text : texts) {
            phrases.add(Phrase.of(text));
        }
        return phrases;
    }
}
