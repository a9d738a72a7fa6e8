package dev.retrial.scene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.judge.Judge;
import dev.retrial.judge.NoJudge;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a conversation and few checks ask for, so that it is read when one does.
 *
 * <p>What cannot be read is an {@link IllegalStateException} whose message says what and why; a check that meets one is an error, never a verdict.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Background {

    /** Nothing is known. */
    Background NONE = new Background() {};

    /** What the agent was told and the customer was not: the system prompt, and the cohort's overlay. */
    default List<Instruction> instructions() {
        return List.of();
    }

    /** The replies of the case's accepted answers that hold for this cohort. */
    default List<String> accepted() {
        return List.of();
    }

    /**
     * The replies of a calibration file.
     *
     * @param file its path within the suite
     */
    default List<String> calibration(String file) {
        throw new IllegalStateException("there is no suite to find the calibration file in");
    }

    /** What a tool returns in this case wherever it returns anything, known before it is called; null where the case has no or several such results. */
    default @Nullable JsonNode result(String tool) {
        return null;
    }

    /** Who decides what no rule can; one that always fails where nobody was named. */
    default Judge judge() {
        return NoJudge.INSTANCE;
    }

    /** The same background with this judge. */
    default Background judgedBy(Judge judge) {
        return new JudgedBackground(this, judge);
    }

    /**
     * A text that the agent was given.
     *
     * @param name what it is, for a message, such as a file's name
     * @param text the text
     */
    record Instruction(String name, String text) {}
}
