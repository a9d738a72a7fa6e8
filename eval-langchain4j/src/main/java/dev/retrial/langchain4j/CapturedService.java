package dev.retrial.langchain4j;

import dev.langchain4j.observability.api.event.AiServiceResponseReceivedEvent;
import dev.langchain4j.observability.api.listener.AiServiceResponseReceivedListener;
import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.AiServices;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;

/**
 * One conversation with an AI Service.
 *
 * @param <T> the AI Service's interface
 */
final class CapturedService<T> implements Conversation {

    private final T service;
    private final AiServiceAgent.Talk<T> talk;
    private final Opening opening;
    private final CapturedTools tools;
    private final Answers answers;
    private final int steps;

    private CapturedService(
            T service, AiServiceAgent.Talk<T> talk, Opening opening, CapturedTools tools, Answers answers, int steps) {
        this.service = service;
        this.talk = talk;
        this.opening = opening;
        this.tools = tools;
        this.answers = answers;
        this.steps = steps;
    }

    /** Lets the team wire the service, then puts its tools under observation. */
    static <T> CapturedService<T> open(
            Class<T> type,
            AiServiceAgent.Wiring<T> wiring,
            AiServiceAgent.Talk<T> talk,
            int mostSteps,
            Opening opening) {
        AiServiceContext context = AiServiceContext.create(type);
        CapturedTools tools = new CapturedTools(opening.world());
        context.toolService = tools;
        AiServices<T> builder = AiServices.builder(context);
        wiring.wire(builder, opening);
        int steps = Math.min(mostSteps, tools.maxToolCallingRoundTrips());
        tools.maxToolCallingRoundTrips(steps);
        tools.captureAll();
        Answers answers = new Answers();
        builder.registerListener(answers);
        return new CapturedService<>(builder.build(), talk, opening, tools, answers, steps);
    }

    @Override
    public Answer send(String message) {
        answers.begin();
        tools.takeCalls();
        String reply;
        try {
            reply = talk.say(service, opening, message);
        } catch (RuntimeException thrown) {
            throw failure(thrown);
        }
        return new Answer(reply == null ? "" : reply, tools.takeCalls(), null, answers.usage());
    }

    private RuntimeException failure(RuntimeException thrown) {
        if (answers.count() > steps) {
            return new AgentFailure(
                    Kind.HOPELESS,
                    "the service called tools " + steps + " times in one turn and still did not answer",
                    null,
                    thrown);
        }
        RuntimeException known = ModelFailures.of(thrown);
        if (known instanceof AgentFailure failure && failure.kind() == Kind.NOT_WORKED_ON) {
            // The service's memory holds the message already, and tools may have run: only a new conversation is clean.
            return new AgentFailure(Kind.MAY_HAVE_WORKED, String.valueOf(failure.getMessage()), null, thrown);
        }
        return known;
    }

    /** Hears of every answer of the model, those that only call tools included. */
    private static final class Answers implements AiServiceResponseReceivedListener {

        private int count;
        private Usage usage = Usage.UNKNOWN;

        @Override
        public synchronized void onEvent(AiServiceResponseReceivedEvent event) {
            count++;
            usage = usage.plus(Usages.of(event.response().tokenUsage()));
        }

        private synchronized void begin() {
            count = 0;
            usage = Usage.UNKNOWN;
        }

        private synchronized int count() {
            return count;
        }

        private synchronized Usage usage() {
            return usage;
        }
    }
}
