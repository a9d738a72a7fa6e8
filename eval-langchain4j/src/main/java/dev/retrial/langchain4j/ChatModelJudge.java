package dev.retrial.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.retrial.judge.Judge;
import dev.retrial.judge.ModelJudge;
import dev.retrial.judging.PatientModel;
import dev.retrial.suite.JudgeSpec;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A judge that asks any langchain4j model. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ChatModelJudge {

    private ChatModelJudge() {}

    /** A judge that asks this model once for each criterion. */
    public static Judge of(ChatModel model) {
        return builder().chatModel(model).build();
    }

    /** Starts a judge. */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes a judge from a model of any provider. */
    public static final class Builder {

        private @Nullable ChatModel model;
        private int samples = JudgeSpec.DEFAULT_SAMPLES;
        private Duration timeout = JudgeSpec.DEFAULT_TIMEOUT;

        private Builder() {}

        /** The model; required. */
        public Builder chatModel(ChatModel value) {
            model = value;
            return this;
        }

        /** How often the model is asked for one criterion, of which more than half decide; default 1. */
        public Builder samples(int value) {
            samples = value;
            return this;
        }

        /** How long one answer may take; default a minute. */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /**
         * The judge.
         *
         * @throws IllegalStateException where no model was given
         */
        public Judge build() {
            if (model == null) {
                throw new IllegalStateException("a ChatModelJudge needs a chatModel");
            }
            return ModelJudge.asking(new PatientModel(AskedModel.of(model), timeout), samples);
        }
    }
}
