package dev.retrial.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.scene.ToolCatalog;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** A value of {@code agent: type:} in {@code suite.yaml}; found by {@link java.util.ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface AgentType {

    /** The word in {@code type:}. */
    String key();

    /** The JSON Schema (2020-12) of the settings, {@code type} left out. */
    JsonNode schema();

    /**
     * Makes the agent of a run.
     *
     * @param settings the settings, valid by {@link #schema()}, environment variables not yet expanded (see {@link Environment})
     * @param setup what the suite knows
     */
    AgentClient create(ObjectNode settings, Setup setup);

    /**
     * What the suite knows.
     *
     * @param suiteDirectory the suite's directory, which no path leaves
     * @param tools the suite's tools
     * @param environment expands environment variables
     */
    record Setup(Path suiteDirectory, ToolCatalog tools, Environment environment) {}
}
