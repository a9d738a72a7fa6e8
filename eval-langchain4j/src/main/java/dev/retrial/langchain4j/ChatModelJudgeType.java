package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.Environment;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.judge.JudgeModel;
import dev.retrial.judge.Rubric;
import dev.retrial.judging.JudgeType;
import dev.retrial.suite.yaml.JsonResource;
import org.apiguardian.api.API;

/** {@code judge: {type: chat-model}}: a model that a provider makes. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChatModelJudgeType implements JudgeType {

    /** For {@link java.util.ServiceLoader}. */
    public ChatModelJudgeType() {}

    @Override
    public String key() {
        return "chat-model";
    }

    @Override
    public JsonNode schema() {
        return JsonResource.read(ChatModelJudgeType.class, "chat-model-judge.schema.json");
    }

    @Override
    public void check(ObjectNode settings) throws InvalidExpectation {
        ModelSettings.check(Spec.of(settings).allowing(ModelSettings.KEYS));
    }

    @Override
    public JudgeModel create(ObjectNode settings, Environment environment) {
        ModelSettings model = new ModelSettings("judge", settings, environment);
        StringBuilder decides = new StringBuilder();
        if (settings.has("temperature")) {
            decides.append("temperature=").append(settings.get("temperature").asText());
        }
        if (settings.has("options")) {
            // Only its hash: nobody knows what a provider's options hold.
            decides.append(decides.length() == 0 ? "" : " ")
                    .append("options=")
                    .append(Rubric.sha256(settings.get("options").toString()), 0, 12);
        }
        return new AskedModel(model::get, model.name(), decides.toString());
    }
}
