package dev.retrial.check.claim;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.match.CompactJson;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Scene;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.statement.ClaimWords;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** {@code claims: {disclosed: true}}: of every successful write a reply of the same turn or a later one tells. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Disclosed implements Check {

    private final Map<String, ClaimWords> words;

    private Disclosed(Map<String, ClaimWords> words) {
        this.words = Map.copyOf(words);
    }

    /** A check that knows these tools. */
    public static Disclosed of(ToolCatalog tools) {
        Map<String, ClaimWords> words = new HashMap<>();
        for (Tool tool : tools.tools().values()) {
            if (tool.effect() == Effect.WRITE) {
                words.put(tool.name(), ToolClaims.wordsOf(tool));
            }
        }
        return new Disclosed(words);
    }

    @Override
    public String name() {
        return "claims.disclosed";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown()) {
            return new NotApplicable("the tool calls are not known");
        }
        boolean any = false;
        Map<String, Integer> toldLast = new HashMap<>();
        List<AgentReply> replies = transcript.replies();
        for (ToolCall call : transcript.calls()) {
            ClaimWords told = words.get(call.name());
            if (!call.succeeded() || told == null || told.isEmpty()) {
                continue;
            }
            any = true;
            int last = toldLast.computeIfAbsent(call.name(), name -> lastToldIn(replies, told));
            if (last < call.turn()) {
                return new Failed(
                        "a reply that tells of " + call.name(),
                        call.name() + " " + CompactJson.of(call.arguments(), 240) + ", turn " + call.turn()
                                + ", and no reply says so",
                        call.turn(),
                        List.of(),
                        null);
            }
        }
        return any ? Passed.PLAIN : new NotApplicable("no write that could be told of succeeded");
    }

    private static int lastToldIn(List<AgentReply> replies, ClaimWords told) {
        for (int i = replies.size() - 1; i >= 0; i--) {
            if (told.isToldIn(replies.get(i).text())) {
                return replies.get(i).turn();
            }
        }
        return 0;
    }
}
