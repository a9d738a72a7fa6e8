package dev.retrial.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/**
 * The agent's answer handed the conversation to a person.
 *
 * <p>This is the answer's own hand-off field; a hand-off by a tool is a {@link ToolCall}.
 *
 * @param turn the turn in which it happened, from 1
 * @param payload what was handed over; never JSON null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Handoff(int turn, JsonNode payload) implements Event {}
