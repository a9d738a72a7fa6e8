package dev.retrial.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** {@code type: recorded}: grades what was said elsewhere. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RecordedAgentType implements AgentType {

    private static final String DEFAULT_DIRECTORY = "recordings";

    /** For {@link java.util.ServiceLoader}. */
    public RecordedAgentType() {}

    @Override
    public String key() {
        return "recorded";
    }

    @Override
    public JsonNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("additionalProperties", false);
        schema.putObject("properties")
                .putObject("from")
                .put("type", "string")
                .put("format", "suite-path")
                .put("default", DEFAULT_DIRECTORY)
                .put("description", "the directory of the recordings, below the suite's");
        return schema;
    }

    @Override
    public void check(ObjectNode settings) throws InvalidExpectation {
        Spec spec = Spec.of(settings).allowing("from");
        Spec from = spec.optional("from");
        if (from != null) {
            Path suite = Path.of("suite");
            if (!suite.resolve(from.text()).normalize().startsWith(suite)) {
                throw from.invalid("leads out of the suite's directory");
            }
        }
    }

    @Override
    public Agent create(ObjectNode settings, Setup setup) {
        String from = settings.path("from").asText(DEFAULT_DIRECTORY);
        return new Recordings(setup.suiteDirectory().resolve(from).normalize(), setup.suiteDirectory());
    }
}
