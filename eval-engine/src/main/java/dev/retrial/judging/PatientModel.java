package dev.retrial.judging;

import dev.retrial.agent.AgentFailure;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.JudgeModel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A model that is given a time and asked again where that may help.
 *
 * <p>Each call runs on a thread of its own, since a client that does not end when it is interrupted must not hold up the run.
 * Once the model could not be reached at all, and until it answers again, it is asked only once each time: a judge that is not there should not cost minutes a cell.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PatientModel implements JudgeModel {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final JudgeModel model;
    private final Duration timeout;
    private final Duration firstWait;
    private volatile boolean down;

    /**
     * A model with patience.
     *
     * @param model the model
     * @param timeout how long one answer may take
     */
    public PatientModel(JudgeModel model, Duration timeout) {
        this(model, timeout, FIRST_WAIT);
    }

    PatientModel(JudgeModel model, Duration timeout, Duration firstWait) {
        this.model = model;
        this.timeout = timeout;
        this.firstWait = firstWait;
    }

    @Override
    public @Nullable String name() {
        return model.name();
    }

    @Override
    public String settings() {
        return model.settings();
    }

    @Override
    public String answer(String instructions, String question) {
        int attempts = down ? 1 : ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            try {
                String answer = within(instructions, question);
                down = false;
                return answer;
            } catch (AgentFailure e) {
                if (e.kind() == AgentFailure.Kind.HOPELESS || attempt >= attempts) {
                    down = e.kind() != AgentFailure.Kind.HOPELESS;
                    throw new JudgeFailure(
                            "the judge could not be asked"
                                    + (attempt == 1 ? "" : ", " + attempt + " times")
                                    + ": " + e.getMessage(),
                            e);
                }
                pause(e.retryAfter(), attempt);
            }
        }
    }

    private String within(String instructions, String question) {
        FutureTask<String> asking = new FutureTask<>(() -> model.answer(instructions, question));
        Thread thread = new Thread(asking, "retrial-judge");
        thread.setDaemon(true);
        thread.start();
        try {
            return asking.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            asking.cancel(true);
            throw interrupted(e);
        } catch (TimeoutException e) {
            asking.cancel(true);
            throw new AgentFailure(
                    AgentFailure.Kind.MAY_HAVE_WORKED,
                    "no answer within " + timeout.toMillis() + " ms; raise `judge.timeout` or ask a faster model",
                    null,
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new JudgeFailure(
                    "the judge could not be asked: its model threw "
                            + (e.getCause() == null ? e : e.getCause())
                                    .getClass()
                                    .getName(),
                    e);
        }
    }

    private void pause(@Nullable Duration asked, int attempt) {
        Duration wait = asked == null ? firstWait.multipliedBy(1L << (attempt - 1)) : asked;
        try {
            Thread.sleep(Math.min(wait.toMillis(), LONGEST_WAIT.toMillis()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static JudgeFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new JudgeFailure("the judge was interrupted", e);
    }
}
