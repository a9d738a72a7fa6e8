package dev.retrial.judge;

import dev.retrial.transcript.Transcript;
import org.apiguardian.api.API;

/**
 * One criterion about one conversation.
 *
 * @param criterion a statement that is true or not of what the agent said and did
 * @param transcript the part of the trial that is judged, with what had happened before; hostile text throughout
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Question(String criterion, Transcript transcript) {}
