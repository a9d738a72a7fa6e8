package dev.retrial.replay;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.replay.LiveReplay.Reachability;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends again what was refused before it was worked on.
 *
 * <p>The first attempt is made elsewhere, so that a run in which nothing is refused loads none of Failsafe's classes.
 */
final class Resends {

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final double JITTER = 0.25;
    private static final Duration NO_WISH = Duration.ofNanos(-1);

    private final int sends;
    private final TrialReplay trial;
    private final Reachability reachability;

    private int sent = 1;

    Resends(int sends, TrialReplay trial, Reachability reachability) {
        this.sends = sends;
        this.trial = trial;
        this.reachability = reachability;
    }

    /** Something to do again. */
    interface Attempt<T> {

        T make() throws InterruptedException;
    }

    /**
     * Tries until it succeeds, fails otherwise, was tried often enough, or the trial's limit is near.
     *
     * @param first how the first attempt failed
     */
    <T> T after(AgentFailure first, Attempt<T> attempt) throws InterruptedException {
        if (sends <= 1) {
            throw withReason(first, "; it has not answered anything in this run, so it was not asked again");
        }
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handleIf(thrown -> isRefusal(thrown) && fits((AgentFailure) thrown))
                .withMaxAttempts(sends)
                .withMaxDuration(Duration.ofNanos(Math.max(trial.left(), 1)))
                .withBackoff(FIRST_DELAY, LONGEST_DELAY)
                .withJitter(JITTER)
                .withDelayFnOn(context -> wanted(context.getLastException()), AgentFailure.class)
                .onRetryScheduled(event -> trial.note(message(event.getLastException()) + "; sent again after "
                        + TrialReplay.inWords(event.getDelay())))
                .build();
        CheckedSupplier<T> again = new Attempts<>(first, attempt);
        try {
            return Failsafe.with(policy).get(again);
        } catch (AgentFailure failure) {
            throw isRefusal(failure) ? givenUp(failure) : failure;
        } catch (FailsafeException wrapped) {
            if (wrapped.getCause() instanceof InterruptedException) {
                Thread.interrupted();
                throw new InterruptedException("the run was cancelled");
            }
            throw wrapped;
        }
    }

    private AgentFailure givenUp(AgentFailure last) {
        reachability.gaveUp();
        if (!fits(last)) {
            return withReason(
                    last,
                    "; it asks to wait " + TrialReplay.inWords(wait(last))
                            + ", longer than what is left of the trial's limit");
        }
        return withReason(last, "; sent " + sent + " times");
    }

    /** A refusal stays one, but the trial is over: nothing is left to try. */
    private static AgentFailure withReason(AgentFailure failure, String reason) {
        return new AgentFailure(Kind.HOPELESS, failure.getMessage() + reason, null, failure.getCause());
    }

    private static boolean isRefusal(@Nullable Throwable thrown) {
        return thrown instanceof AgentFailure failure && failure.kind() == Kind.NOT_WORKED_ON;
    }

    private boolean fits(AgentFailure failure) {
        return wait(failure).toNanos() < trial.left();
    }

    private static Duration wait(AgentFailure failure) {
        Duration asked = failure.retryAfter();
        return asked == null ? Duration.ZERO : asked;
    }

    /** How long to wait by the agent's wish: the jitter may take a quarter away, so a third is added. Less than nothing leaves it to the policy. */
    private static Duration wanted(Throwable failure) {
        Duration asked = ((AgentFailure) failure).retryAfter();
        return asked == null ? NO_WISH : asked.plus(asked.dividedBy(3));
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /** Fails first as the attempt made elsewhere did, so that the policy waits before it tries. */
    private final class Attempts<T> implements CheckedSupplier<T> {

        private @Nullable AgentFailure first;
        private final Attempt<T> attempt;

        private Attempts(AgentFailure first, Attempt<T> attempt) {
            this.first = first;
            this.attempt = attempt;
        }

        @Override
        public T get() throws InterruptedException {
            AgentFailure failure = first;
            if (failure != null) {
                first = null;
                throw failure;
            }
            sent++;
            return attempt.make();
        }
    }
}
