package dev.retrial.assertj;

import dev.retrial.transcript.Transcript;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractSoftAssertions;

/** Assertions about an agent of which all are made before {@link #assertAll()} reports those that failed. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class SoftTranscriptAssertions extends AbstractSoftAssertions {

    /** Nothing has been asserted yet. */
    public SoftTranscriptAssertions() {}

    /** Assertions about what an agent said and did. */
    public TranscriptAssert assertThat(Transcript transcript) {
        return proxy(TranscriptAssert.class, Transcript.class, transcript);
    }
}
