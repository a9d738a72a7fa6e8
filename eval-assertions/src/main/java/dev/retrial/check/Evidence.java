package dev.retrial.check;

import org.apiguardian.api.API;

/**
 * The place in a reply that decided.
 *
 * @param turn the turn of the reply, from 1
 * @param start the offset of the first character (UTF-16 unit) in the reply
 * @param end the offset behind the last one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Evidence(int turn, int start, int end) {}
