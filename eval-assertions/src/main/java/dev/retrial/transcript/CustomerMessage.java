package dev.retrial.transcript;

import org.apiguardian.api.API;

/**
 * What the customer said.
 *
 * @param turn the turn that this message opens, from 1
 * @param text the message as sent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CustomerMessage(int turn, String text) implements Event {}
