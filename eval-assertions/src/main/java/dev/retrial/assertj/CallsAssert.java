package dev.retrial.assertj;

import dev.retrial.check.Nearest;
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
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/** What a transcript can be asserted to call, and with what. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class CallsAssert extends ReplyAssert {

    CallsAssert(Transcript actual) {
        super(actual);
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

    /** Nothing was changed but by these calls: {@code tools.writes}. Needs the tools' effects, by {@link TranscriptAssert#in}. */
    public TranscriptAssert writesNothingBut(CallPattern... calls) {
        return satisfies(new NoOtherWrites(known(calls), Set.of()));
    }

    /** No call that changes something was tried: {@code tools: {writes: none}}. Needs the tools' effects, by {@link TranscriptAssert#in}. */
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

    /** No tool was tried that is not declared: {@code tools.known}. Needs the tools, by {@link TranscriptAssert#in}. */
    public TranscriptAssert callsKnownTools() {
        return satisfies(new KnownTools());
    }

    /** What was tried, the tools' schemas accept: {@code tools.arguments}. Needs the tools, by {@link TranscriptAssert#in}. */
    public TranscriptAssert callsWithAcceptedArguments() {
        return satisfies(new AcceptedArguments());
    }

    /** No argument of a call is invented, of these tools' calls or, where none is named, of any: {@code tools.grounded}. What the context and the facts hold is known by {@link TranscriptAssert#in}. */
    public TranscriptAssert groundsCalls(String... tools) {
        List<CallPattern> patterns = new ArrayList<>();
        for (String tool : tools) {
            patterns.add(CallPattern.attempted(known(tool), null));
        }
        return satisfies(new GroundedCalls(patterns.isEmpty() ? null : patterns));
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
        if (knownScene().tools().isUnknown(tool)) {
            String nearest = Nearest.to(tool, knownScene().tools().tools().keySet());
            throw new IllegalArgumentException(
                    "unknown tool '" + tool + "'" + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        }
        return tool;
    }
}
