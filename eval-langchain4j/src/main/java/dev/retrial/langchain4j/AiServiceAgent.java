package dev.retrial.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.service.AiServices;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Fingerprint;
import dev.retrial.agent.Opening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A team's own langchain4j AI Service.
 *
 * <p>The team wires the service as it does in production, on a builder that Retrial made. Whatever tools it gets are captured; where the
 * case has a world, that answers them and the tools themselves are not called.
 *
 * @param <T> the AI Service's interface
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AiServiceAgent<T> implements AgentClient {

    private final Class<T> service;
    private final Wiring<T> wiring;
    private final Talk<T> talk;
    private final Fingerprint fingerprint;
    private final int steps;

    private AiServiceAgent(Class<T> service, Wiring<T> wiring, Talk<T> talk, Fingerprint fingerprint, int steps) {
        this.service = service;
        this.wiring = wiring;
        this.talk = talk;
        this.fingerprint = fingerprint;
        this.steps = steps;
    }

    /** Starts an agent of this AI Service. */
    public static <T> Builder<T> builder(Class<T> service) {
        return new Builder<>(service);
    }

    @Override
    public Conversation open(Opening opening) {
        return CapturedService.open(service, wiring, talk, steps, opening);
    }

    @Override
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Wires the service: model, memory, system message, tools. */
    @FunctionalInterface
    public interface Wiring<T> {

        /**
         * Wires the service of one conversation; called once for each, so that a memory set here is the conversation's own.
         *
         * @param service the builder to wire; not to be built
         * @param opening who speaks, with what context and clock
         */
        void wire(AiServices<T> service, Opening opening);
    }

    /** Says what the customer says to the service. */
    @FunctionalInterface
    public interface Talk<T> {

        /**
         * Passes a message on.
         *
         * @param service the service
         * @param opening who speaks; its conversation id serves as memory id where the service wants one
         * @param message what the customer says
         * @return what the customer reads
         */
        String say(T service, Opening opening, String message);
    }

    /**
     * Makes an agent of an AI Service.
     *
     * @param <T> the AI Service's interface
     */
    public static final class Builder<T> {

        private final Class<T> service;
        private @Nullable Wiring<T> wiring;
        private @Nullable Talk<T> talk;
        private Fingerprint fingerprint = Fingerprint.UNKNOWN;
        private int steps = ChatModelAgent.DEFAULT_STEPS;

        private Builder(Class<T> service) {
            this.service = service;
        }

        /** How the service is wired; required. */
        public Builder<T> wiring(Wiring<T> value) {
            wiring = value;
            return this;
        }

        /** How a message is said to it; required. */
        public Builder<T> talk(Talk<T> value) {
            talk = value;
            return this;
        }

        /** What the agent is made of; default unknown. See {@link Fingerprint#of}. */
        public Builder<T> fingerprint(Fingerprint value) {
            fingerprint = value;
            return this;
        }

        /**
         * What the agent is made of.
         *
         * @param model the model's name, or null
         * @param prompts the system prompt and its overlays, in an order that does not change
         * @param tools the objects with {@link dev.langchain4j.agent.tool.Tool} methods
         */
        public Builder<T> fingerprint(@Nullable String model, List<String> prompts, Collection<?> tools) {
            List<String> texts = new ArrayList<>();
            for (Object tool : tools) {
                texts.addAll(CatalogTools.texts(ToolSpecifications.toolSpecificationsFrom(tool)));
            }
            // Reflection gives methods in any order.
            texts.sort(null);
            return fingerprint(Fingerprint.of(model, prompts, texts));
        }

        /**
         * How many times in one turn the model may call tools; default {@value ChatModelAgent#DEFAULT_STEPS}. A lower
         * {@code maxToolCallingRoundTrips} of the service's own holds too.
         */
        public Builder<T> steps(int value) {
            steps = value;
            return this;
        }

        /**
         * The agent.
         *
         * @throws IllegalStateException where wiring or talk is missing
         */
        public AiServiceAgent<T> build() {
            if (wiring == null || talk == null) {
                throw new IllegalStateException("an AiServiceAgent needs both a wiring and a talk");
            }
            return new AiServiceAgent<>(service, wiring, talk, fingerprint, steps);
        }
    }
}
