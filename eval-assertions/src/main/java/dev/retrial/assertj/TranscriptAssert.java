package dev.retrial.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Vocabulary;
import dev.retrial.check.judged.Judged;
import dev.retrial.check.leak.KeptPrivate;
import dev.retrial.check.leak.NoInstructions;
import dev.retrial.check.leak.NoPersonalData;
import dev.retrial.check.report.FailureText;
import dev.retrial.check.report.Finding;
import dev.retrial.judge.Judge;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what an agent said and did.
 *
 * <p>Each is one of the checks that a case file knows, with the same name and the same message.
 * One that has nothing to look at fails, as does one that could not be evaluated; a mistake in the expectation is an {@link IllegalArgumentException}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class TranscriptAssert extends HandoffAssert {

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
    OutcomeSignals knownSignals() {
        return signals;
    }

    @Override
    Scene knownScene() {
        return judge == null ? scene : scene.with(scene.background().judgedBy(judge));
    }
}
