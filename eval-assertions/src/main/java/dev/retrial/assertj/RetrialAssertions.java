package dev.retrial.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.tool.CallPattern;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Where assertions about an agent begin; made to be imported statically. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RetrialAssertions {

    private RetrialAssertions() {}

    /** Assertions about what an agent said and did. */
    public static TranscriptAssert assertThat(Transcript transcript) {
        return new TranscriptAssert(transcript);
    }

    /** Assertions about a single reply, of which nothing else is known; those about calls fail. */
    public static TranscriptAssert assertThatReply(String reply) {
        return new TranscriptAssert(new Transcript(List.of(new AgentReply(1, reply)), List.of(), false));
    }

    /** A successful call of the tool, with whatever arguments. */
    public static CallPattern call(String tool) {
        return CallPattern.successful(tool, null);
    }

    /**
     * A successful call of the tool.
     *
     * @param tool its name
     * @param arguments what its arguments must at least hold, as JSON text: {@code {"amount": {"$range": [0, 100]}}}
     * @throws IllegalArgumentException where that is no JSON object or holds a matcher that does not exist
     */
    public static CallPattern call(String tool, String arguments) {
        return CallPattern.successful(tool, ExpectedJson.arguments(ExpectedJson.parse(arguments)));
    }

    /**
     * A successful call of the tool.
     *
     * @param tool its name
     * @param arguments what its arguments must at least hold
     * @throws IllegalArgumentException where they hold a matcher that does not exist
     */
    public static CallPattern call(String tool, JsonNode arguments) {
        return CallPattern.successful(tool, ExpectedJson.arguments(arguments));
    }

    /**
     * A successful call of the tool.
     *
     * @param tool its name
     * @param arguments what its arguments must at least hold: numbers, texts, truth values, lists and maps of them
     * @throws IllegalArgumentException where they are no JSON or hold a matcher that does not exist
     */
    public static CallPattern call(String tool, Map<String, ?> arguments) {
        return CallPattern.successful(tool, ExpectedJson.arguments(ExpectedJson.of(arguments)));
    }
}
