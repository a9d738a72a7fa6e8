package dev.retrial.run;

import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceCall;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import dev.retrial.world.ScriptedWorld;
import dev.retrial.world.World.ToolResult;
import java.util.ArrayList;
import java.util.List;

/** What production said, or what a person then said, as the transcript of a trial: the customer's turns with the last of the agent's. */
final class ReferenceTranscript {

    private ReferenceTranscript() {}

    /** The first turn of which the reference says what the agent did. */
    static int firstTurn(EvalCase evalCase, ReferenceAnswer reference) {
        return Math.max(0, evalCase.conversation().size() - reference.turns().size()) + 1;
    }

    /** The transcript; its calls are known where every turn of the reference says which there were. */
    static Transcript of(EvalCase evalCase, ReferenceAnswer reference) {
        List<CustomerTurn> conversation = evalCase.conversation();
        List<ReferenceTurn> turns = reference.turns();
        int first = firstTurn(evalCase, reference);
        int last = Math.max(conversation.size(), turns.size());
        ScriptedWorld world = new ScriptedWorld(evalCase.world());
        List<Event> events = new ArrayList<>();
        boolean callsKnown = true;
        for (int turn = 1; turn <= last; turn++) {
            if (turn <= conversation.size()) {
                events.add(new CustomerMessage(turn, conversation.get(turn - 1).customer()));
            }
            if (turn >= first) {
                ReferenceTurn said = turns.get(turn - first);
                List<ReferenceCall> calls = said.calls();
                callsKnown &= calls != null;
                for (ReferenceCall call : calls == null ? List.<ReferenceCall>of() : calls) {
                    events.add(called(turn, call, evalCase, world));
                }
                String reply = said.reply();
                if (reply != null) {
                    events.add(new AgentReply(turn, reply));
                }
            }
        }
        return new Transcript(events, List.of(), callsKnown);
    }

    /** A tool of which the world says nothing did what it did in production: its result is not known, and it counts as a success. */
    private static ToolCall called(int turn, ReferenceCall call, EvalCase evalCase, ScriptedWorld world) {
        if (!evalCase.world().answers().containsKey(call.tool())) {
            return new ToolCall(turn, call.tool(), call.arguments(), null, ToolCall.Status.OK);
        }
        ToolResult result = world.call(call.tool(), call.arguments());
        return new ToolCall(turn, call.tool(), call.arguments(), result.content(), result.status());
    }
}
