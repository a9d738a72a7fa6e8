package dev.retrial.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.Environment;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.judge.JudgeModel;
import org.apiguardian.api.API;

/** A value of {@code judge: type:} in {@code suite.yaml}; what the class path adds is found by {@link java.util.ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface JudgeType {

    /** The word in {@code type:}. */
    String key();

    /** The JSON Schema (2020-12) of the type's settings, without what every judge has. */
    JsonNode schema();

    /**
     * Checks the settings when the suite is read.
     *
     * @param settings the keys of the type, environment variables not yet expanded
     * @throws InvalidExpectation where a setting is wrong, with its place
     */
    void check(ObjectNode settings) throws InvalidExpectation;

    /**
     * Makes the model of a run; reads no environment variable yet, since a missing one is an error of the cells that need it.
     *
     * <p>What the model throws as {@link dev.retrial.agent.AgentFailure} says whether asking again may help.
     *
     * @param settings the settings, valid by {@link #check}, environment variables not yet expanded
     * @param environment expands them
     */
    JudgeModel create(ObjectNode settings, Environment environment);
}
