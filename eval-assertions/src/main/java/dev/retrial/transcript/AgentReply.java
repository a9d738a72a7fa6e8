package dev.retrial.transcript;

import org.apiguardian.api.API;

/**
 * What the agent said to the customer.
 *
 * @param turn the turn it answers, from 1
 * @param text the reply as received; hostile input everywhere
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AgentReply(int turn, String text) implements Event {}
