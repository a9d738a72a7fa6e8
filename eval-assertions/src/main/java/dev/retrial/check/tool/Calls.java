package dev.retrial.check.tool;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.match.Assignment;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code tools.calls}: each expected call was made, and each call that was made stands for one expected call at most.
 *
 * <p>What counts are successful calls, unless an expected one is to fail. A failure shows the best assignment there is, and for what is missing the call that came nearest.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Calls implements Check {

    private final ExpectedCalls expected;
    private final Order order;
    private final Set<String> free;

    /**
     * Expected calls.
     *
     * @param patterns at least one
     * @param order how their order counts
     * @param free tools that may be called besides where the order is {@link Order#EXACTLY}
     */
    public Calls(List<CallPattern> patterns, Order order, Set<String> free) {
        this.expected = new ExpectedCalls(patterns);
        this.order = order;
        this.free = Set.copyOf(free);
    }

    @Override
    public String name() {
        return "tools.calls";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return CallLists.UNKNOWN;
        }
        return new Evaluation(expected.in(scene, transcript), order, free).evaluate(transcript);
    }

    /**
     * The check over one trial.
     *
     * @param expected the calls with what they refer to
     */
    private record Evaluation(ExpectedCalls expected, Order order, Set<String> free) {

        CheckResult evaluate(Transcript transcript) {
            List<ToolCall> calls = transcript.calls();
            if (order == Order.EXACTLY) {
                calls = counting(calls);
            }
            int[][] fits = expected.fits(calls);
            Assignment assignment = switch (order) {
                case ANY_ORDER -> Assignment.inAnyOrder(fits, calls.size());
                case IN_ORDER, EXACTLY -> Assignment.inOrder(fits, calls.size());
            };
            boolean complete = true;
            for (int slot = 0; slot < expected.required(); slot++) {
                complete &= assignment.callOf(slot) >= 0;
            }
            boolean tooMany =
                    order == Order.EXACTLY ? calls.size() > expected.required() : expected.exceeded(assignment, calls);
            if (complete && !tooMany) {
                return Passed.PLAIN;
            }
            return new Failed(
                    describeExpected(),
                    describeActual(assignment, calls),
                    CallLists.onlyTurn(transcript),
                    List.of(),
                    nearest(assignment, calls));
        }

        /** Where nothing else may be called: what succeeded, what failed if that is expected, and no tool that is free. */
        private List<ToolCall> counting(List<ToolCall> calls) {
            boolean failedToo = expected.wantsFailedCalls();
            List<ToolCall> counting = new ArrayList<>();
            for (ToolCall call : calls) {
                if ((call.succeeded() || failedToo) && (!free.contains(call.name()) || expected.names(call.name()))) {
                    counting.add(call);
                }
            }
            return counting;
        }

        private String describeExpected() {
            StringBuilder text = new StringBuilder(
                    switch (order) {
                        case ANY_ORDER -> "";
                        case IN_ORDER -> "in this order:\n";
                        case EXACTLY -> "exactly, in this order:\n";
                    });
            String separator = "";
            for (CallPattern pattern : expected.patterns()) {
                text.append(separator).append(pattern.describe()).append(pattern.describeCount());
                separator = "\n";
            }
            return text.toString();
        }

        private String describeActual(Assignment assignment, List<ToolCall> calls) {
            if (calls.isEmpty()) {
                return "no call";
            }
            StringBuilder text = new StringBuilder();
            for (int slot = 0; slot < expected.required(); slot++) {
                text.append(slot == 0 ? "" : "\n");
                int call = assignment.callOf(slot);
                if (call >= 0) {
                    CallLists.append(text, calls.get(call));
                } else {
                    text.append("no such call of ").append(expected.slot(slot).tool());
                }
            }
            List<ToolCall> besides = new ArrayList<>();
            for (int call = 0; call < calls.size(); call++) {
                if (!assignment.uses(call)) {
                    besides.add(calls.get(call));
                }
            }
            if (!besides.isEmpty()) {
                text.append(text.isEmpty() ? "besides: " : "\nbesides: ").append(CallLists.describe(besides));
            }
            return text.toString();
        }

        private @Nullable String nearest(Assignment assignment, List<ToolCall> calls) {
            StringBuilder text = new StringBuilder();
            for (int slot = 0; slot < expected.required(); slot++) {
                boolean said = expected.repeats(slot) && assignment.callOf(slot - 1) < 0;
                if (said || assignment.callOf(slot) >= 0) {
                    continue;
                }
                CallPattern pattern = expected.slot(slot);
                ToolCall nearest = nearest(pattern, assignment, calls);
                if (nearest != null) {
                    text.append(text.isEmpty() ? "" : "\n").append(pattern.miss(nearest));
                    if (pattern.misses(nearest) == 0) {
                        text.append(": out of order");
                    }
                }
            }
            return text.isEmpty() ? null : text.toString();
        }

        private static @Nullable ToolCall nearest(CallPattern pattern, Assignment assignment, List<ToolCall> calls) {
            ToolCall nearest = null;
            int fewest = Integer.MAX_VALUE;
            for (int i = 0; i < calls.size(); i++) {
                ToolCall call = calls.get(i);
                if (!assignment.uses(i) && call.name().equals(pattern.tool())) {
                    int misses = pattern.misses(call);
                    if (misses < fewest) {
                        fewest = misses;
                        nearest = call;
                    }
                }
            }
            return nearest;
        }
    }
}
