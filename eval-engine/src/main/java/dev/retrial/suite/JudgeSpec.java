package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.judge.Floor;
import java.nio.file.Path;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a suite file says of its judge.
 *
 * @param type the judge type, or null where the marker class names the judge
 * @param settings the keys of the type, validated against its schema, environment variables not yet expanded; not to be changed
 * @param samples how often it is asked for one criterion
 * @param timeout how long one answer may take
 * @param calibration the file of conversations that people have labelled, or null
 * @param floor what it has to reach for its verdicts to gate, where there is such a file
 * @param line the line of {@code judge:} in {@code suite.yaml}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record JudgeSpec(
        @Nullable String type,
        ObjectNode settings,
        int samples,
        Duration timeout,
        @Nullable Path calibration,
        Floor floor,
        int line) {

    /** The type of a judge that names a model and no type. */
    public static final String DEFAULT_TYPE = "chat-model";

    /** One sample. */
    public static final int DEFAULT_SAMPLES = 1;

    /** A minute. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
}
