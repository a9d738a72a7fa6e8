package dev.retrial.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.Cohort;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/** A value of {@code agent: type:} in {@code suite.yaml}; what the class path adds is found by {@link java.util.ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface AgentType {

    /** The word in {@code type:}. */
    String key();

    /** The JSON Schema (2020-12) of the settings, {@code type} left out. */
    JsonNode schema();

    /**
     * Checks the settings when the suite is read: unknown and missing keys, wrong types, placeholders that do not exist.
     *
     * @param settings the keys of {@code agent:} without {@code type}, environment variables not yet expanded
     * @throws InvalidExpectation where a setting is wrong, with its place
     */
    void check(ObjectNode settings) throws InvalidExpectation;

    /**
     * Makes the agent of a run; reads no environment variable yet, since a missing one is an error of the cells that need it.
     *
     * @param settings the settings, valid by {@link #check}, environment variables not yet expanded (see {@link Environment})
     * @param setup what the suite knows
     */
    Agent create(ObjectNode settings, Setup setup);

    /**
     * What the suite knows.
     *
     * @param suiteDirectory the suite's directory, which no path leaves
     * @param tools the suite's tools
     * @param cohorts the suite's cohorts
     * @param environment expands environment variables
     */
    record Setup(Path suiteDirectory, ToolCatalog tools, List<Cohort> cohorts, Environment environment) {

        /** Copies the list. */
        public Setup {
            cohorts = List.copyOf(cohorts);
        }
    }
}
