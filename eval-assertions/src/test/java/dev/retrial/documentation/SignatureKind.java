package dev.retrial.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Failed;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.List;

public final class SignatureKind implements CheckKind {

    @Override
    public String key() {
        return "signature";
    }

    @Override
    public JsonNode schema() {
        return Schema.text();
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        return List.of(new Signed(Spec.of(json).text()));
    }

    private record Signed(String signature) implements Check {

        @Override
        public String name() {
            return "signature";
        }

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            if (transcript.replies().isEmpty()) {
                return new NotApplicable("there is no reply");
            }
            for (AgentReply reply : transcript.replies()) {
                if (!reply.text().strip().endsWith(signature)) {
                    String lastLine = reply.text().strip().lines().reduce("", (before, line) -> line);
                    return new Failed(signature, lastLine, reply.turn(), List.of(), null);
                }
            }
            return Passed.PLAIN;
        }
    }
}
