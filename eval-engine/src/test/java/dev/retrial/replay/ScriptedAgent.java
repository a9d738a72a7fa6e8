package dev.retrial.replay;

import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** An agent in code that does one scripted thing for each message it gets, and remembers what it was sent. */
final class ScriptedAgent implements AgentClient {

    /** What the agent does with a message. */
    interface Step {
        Answer answer(Opening opening, String message) throws InterruptedException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private final boolean endsWhenInterrupted;
    final List<String> received = Collections.synchronizedList(new ArrayList<>());
    final List<Opening> openings = Collections.synchronizedList(new ArrayList<>());
    volatile int closed;
    volatile Thread servedBy;

    ScriptedAgent(Step... script) {
        this(true, script);
    }

    ScriptedAgent(boolean endsWhenInterrupted, Step... script) {
        this.endsWhenInterrupted = endsWhenInterrupted;
        Collections.addAll(steps, script);
    }

    static Step says(String reply) {
        return (opening, message) -> Answer.of(reply);
    }

    static Step fails(RuntimeException failure) {
        return (opening, message) -> {
            throw failure;
        };
    }

    @Override
    public boolean endsWhenInterrupted() {
        return endsWhenInterrupted;
    }

    @Override
    public Conversation open(Opening opening) {
        openings.add(opening);
        return new Conversation() {
            @Override
            public Answer send(String message) throws InterruptedException {
                received.add(opening.conversationId().replaceFirst("^.*-", "") + ": " + message);
                servedBy = Thread.currentThread();
                Step next;
                synchronized (steps) {
                    next = steps.size() > 1 ? steps.poll() : steps.peek();
                }
                return next.answer(opening, message);
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
