package dev.retrial.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Opening;
import dev.retrial.replay.LiveReplay.ConversationIds;
import dev.retrial.replay.LiveReplay.Reachability;
import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.transcript.Transcript;
import dev.retrial.world.ScriptedWorld;
import dev.retrial.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trial: the customer's turns, in order, against a conversation.
 *
 * <p>A message that was refused before it was worked on is sent again. After a turn that may have been worked on the whole trial
 * starts again with another conversation and another world; no message goes twice into one conversation that may have seen it.
 */
final class TrialReplay {

    private static final long RESTART_PAUSE_MILLIS = 250;
    private static final long SHORTEST_CLOSE_NANOS = 1_000_000_000;

    private final AgentClient client;
    private final ReplayLimits limits;
    private final TrialRequest request;
    private final ConversationIds ids;
    private final Reachability reachability;
    private final long end;

    private Watchdog.@Nullable Stuck stuck;

    /** Guards what follows: a trial that is left behind is read by another thread. */
    private final Object lock = new Object();

    private final List<Event> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>(0);
    private Usage usage = Usage.UNKNOWN;
    private int turn;
    private boolean leftBehind;

    TrialReplay(
            AgentClient client,
            ReplayLimits limits,
            TrialRequest request,
            ConversationIds ids,
            Reachability reachability) {
        this.client = client;
        this.limits = limits;
        this.request = request;
        this.ids = ids;
        this.reachability = reachability;
        this.end = System.nanoTime() + limits.trial().toNanos();
    }

    static Replayed nothingToSay() {
        return new Replayed.Broken(
                Transcript.of(List.of()),
                Usage.UNKNOWN,
                List.of(),
                "the case has no `conversation`, so there is nothing to say to the agent; only an agent of type `recorded` needs none",
                null);
    }

    /**
     * Runs the trial.
     *
     * @param whenStuck told when the agent is still busy after its time is up and the thread was interrupted, or null
     */
    Replayed run(Watchdog.@Nullable Stuck whenStuck) throws InterruptedException {
        stuck = whenStuck;
        int restarts = 0;
        while (true) {
            try {
                converse();
                synchronized (lock) {
                    return new Replayed.Complete(transcript(), usage, notes);
                }
            } catch (AgentFailure failure) {
                if (failure.kind() != Kind.MAY_HAVE_WORKED || restarts == limits.restarts() || !startAgain(failure)) {
                    return broken(failure, restarts);
                }
                restarts++;
            }
        }
    }

    /** Called by another thread when this one does not come back; what it brings later is thrown away. */
    Replayed leaveBehind() {
        synchronized (lock) {
            leftBehind = true;
            return new Replayed.Broken(
                    transcript(),
                    usage,
                    notes,
                    atTurn() + "the agent gave no answer within " + inWords(limits.turn())
                            + " and took no notice when its thread was interrupted; the thread was left behind and keeps running."
                            + " Give the agent's own calls a time-out",
                    null);
        }
    }

    private void converse() throws InterruptedException {
        EvalCase evalCase = request.evalCase();
        World world = new ScriptedWorld(evalCase.world());
        Opening opening = new Opening(
                evalCase.id(), request.cohort(), request.context(), evalCase.now(), request.trial(), ids.next(), world);
        Conversation conversation = open(opening);
        try {
            for (CustomerTurn said : evalCase.conversation()) {
                synchronized (lock) {
                    turn++;
                    events.add(new CustomerMessage(turn, said.customer()));
                }
                record(send(conversation, said.customer()));
            }
        } finally {
            close(conversation);
        }
    }

    private Conversation open(Opening opening) throws InterruptedException {
        try {
            return openOnce(opening);
        } catch (AgentFailure refused) {
            if (refused.kind() != Kind.NOT_WORKED_ON) {
                throw refused;
            }
            return resends().after(refused, () -> openOnce(opening));
        }
    }

    private Conversation openOnce(Opening opening) throws InterruptedException {
        Watchdog.Watch watch = watch();
        Conversation conversation;
        try {
            conversation = client.open(opening);
        } catch (Throwable thrown) {
            throw watch.end() ? timedOut() : Failures.of(thrown);
        }
        if (watch.end()) {
            throw timedOut();
        }
        if (conversation == null) {
            throw new AgentFailure(Kind.HOPELESS, "the agent's client opened no conversation: it returned null");
        }
        return conversation;
    }

    private Answer send(Conversation conversation, String message) throws InterruptedException {
        Answer answer;
        try {
            answer = sendOnce(conversation, message);
        } catch (AgentFailure refused) {
            if (refused.kind() != Kind.NOT_WORKED_ON) {
                throw refused;
            }
            answer = resends().after(refused, () -> sendOnce(conversation, message));
        }
        reachability.answered();
        return answer;
    }

    private Answer sendOnce(Conversation conversation, String message) throws InterruptedException {
        Watchdog.Watch watch = watch();
        Answer answer;
        try {
            answer = conversation.send(message);
        } catch (Throwable thrown) {
            throw watch.end() ? timedOut() : Failures.of(thrown);
        }
        if (watch.end()) {
            throw timedOut();
        }
        if (answer == null) {
            throw new AgentFailure(Kind.HOPELESS, "the agent's client returned null instead of an answer");
        }
        return answer;
    }

    /** Whatever goes wrong here, the answers that are in hand count. */
    private void close(Conversation conversation) {
        Watchdog.Watch watch = Watchdog.watch(
                Math.min(Math.max(left(), SHORTEST_CLOSE_NANOS), limits.turn().toNanos()), stuck);
        try {
            conversation.close();
        } catch (Throwable thrown) {
            note("closing the conversation failed: " + Failures.describe(thrown));
        } finally {
            if (watch.end()) {
                note("closing the conversation took too long and was interrupted");
            }
        }
    }

    private void record(Answer answer) {
        synchronized (lock) {
            usage = usage.plus(answer.usage());
            JsonNode handoff = answer.handoff();
            boolean handsOver = handoff != null && !handoff.isNull();
            if (answer.reply().isBlank() && answer.calls().isEmpty() && !handsOver) {
                throw new AgentFailure(
                        Kind.HOPELESS, "the agent's answer is empty: it has no reply, no tool call and no hand-off");
            }
            for (CalledTool call : answer.calls()) {
                events.add(new ToolCall(turn, call.name(), call.arguments(), call.result(), statusOf(call)));
            }
            if (!answer.reply().isBlank()) {
                events.add(new AgentReply(turn, answer.reply()));
            }
            if (handoff != null && handsOver) {
                events.add(new Handoff(turn, handoff));
            }
        }
    }

    private Status statusOf(CalledTool call) {
        if (call.status() != null) {
            return call.status();
        }
        JsonNode result = call.result();
        return result != null && request.evalCase().world().tellsOfFailure(result) ? Status.FAILED : Status.OK;
    }

    private boolean startAgain(AgentFailure failure) throws InterruptedException {
        synchronized (lock) {
            if (leftBehind || left() <= 0) {
                return false;
            }
            notes.add(
                    atTurn() + failure.getMessage() + "; the turn may have been worked on, so the trial started again");
            events.clear();
            turn = 0;
        }
        Thread.sleep(Math.min(RESTART_PAUSE_MILLIS, Math.max(left() / 1_000_000, 1)));
        return true;
    }

    private Replayed broken(AgentFailure failure, int restarts) {
        synchronized (lock) {
            String again = restarts == 0 ? "" : " (and the trial had started again after an earlier failure)";
            return new Replayed.Broken(
                    transcript(), usage, notes, atTurn() + failure.getMessage() + again, failure.getCause());
        }
    }

    private Resends resends() {
        return new Resends(reachability.hopeless() ? 1 : limits.sends(), this, reachability);
    }

    private Watchdog.Watch watch() {
        long left = left();
        if (left <= 0) {
            throw timedOut();
        }
        return Watchdog.watch(Math.min(left, limits.turn().toNanos()), stuck);
    }

    /** What is left of the trial's limit, in nanoseconds. */
    long left() {
        return end - System.nanoTime();
    }

    void note(String note) {
        synchronized (lock) {
            notes.add(atTurn() + note);
        }
    }

    private AgentFailure timedOut() {
        if (left() <= 0) {
            return new AgentFailure(
                    Kind.HOPELESS,
                    "the trial took longer than " + inWords(limits.trial())
                            + ", its limit with all repetitions (`timeout: {trial: …}`)");
        }
        return new AgentFailure(
                Kind.MAY_HAVE_WORKED,
                "the agent gave no answer within " + inWords(limits.turn()) + " (`timeout: {turn: …}`)");
    }

    private Transcript transcript() {
        return new Transcript(events, List.of(), client.tellsCalls());
    }

    private String atTurn() {
        return turn == 0 ? "" : "turn " + turn + ": ";
    }

    static String inWords(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000 || millis % 1_000 != 0) {
            return millis + " ms";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + " min" : millis / 1_000 + " s";
    }
}
