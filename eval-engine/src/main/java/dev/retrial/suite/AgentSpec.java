package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The agent that a suite file names.
 *
 * @param type the agent type: {@code http}, {@code recorded}, {@code chat-model}, or what the class path adds
 * @param settings the other keys, validated against the type's schema, environment variables not yet expanded; not to be changed
 * @param line the line of {@code agent:} in {@code suite.yaml}
 */
public record AgentSpec(String type, ObjectNode settings, int line) {}
