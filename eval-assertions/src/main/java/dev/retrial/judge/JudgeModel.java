package dev.retrial.judge;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A language model, as a judge needs it: text in, text out. Asked by several threads at once. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface JudgeModel {

    /**
     * What the model answers.
     *
     * @param instructions what it is told of its task
     * @param question the criterion, and the text in its fence
     */
    String answer(String instructions, String question);

    /** The model's name, or null where it is not known. */
    default @Nullable String name() {
        return null;
    }

    /** Whatever else decides what it answers, such as its temperature; may be empty. */
    default String settings() {
        return "";
    }
}
