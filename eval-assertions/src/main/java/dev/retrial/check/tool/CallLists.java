package dev.retrial.check.tool;

import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the checks on calls have in common when they speak. */
final class CallLists {

    /** What any check on calls says where there is only the text of a reply. */
    static final NotApplicable UNKNOWN = new NotApplicable("the tool calls are not known");

    private static final int SHOWN = 12;

    private CallLists() {}

    /** A failure for which these calls, at least one, are to blame. */
    static Failed blame(String expected, List<ToolCall> calls) {
        return new Failed(expected, describe(calls), calls.get(0).turn(), List.of(), null);
    }

    static String describe(List<ToolCall> calls) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < calls.size() && i < SHOWN; i++) {
            text.append(i == 0 ? "" : "\n");
            append(text, calls.get(i));
        }
        if (calls.size() > SHOWN) {
            text.append("\n… and ").append(calls.size() - SHOWN).append(" more");
        }
        return text.toString();
    }

    static void append(StringBuilder text, ToolCall call) {
        text.append(CallPattern.describe(call)).append(", turn ").append(call.turn());
    }

    /** The turn of the events in scope, where they have one. */
    static @Nullable Integer onlyTurn(Transcript transcript) {
        Integer turn = null;
        for (Event event : transcript.events()) {
            if (turn != null && turn != event.turn()) {
                return null;
            }
            turn = event.turn();
        }
        return turn;
    }
}
