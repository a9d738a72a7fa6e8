package dev.retrial.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.JudgeModel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PatientModelTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void what_may_help_is_tried_three_times() {
        JudgeModel model = patient(Kind.MAY_HAVE_WORKED, 2);

        assertThat(model.answer("", "")).isEqualTo("yes");
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_cannot_help_is_not() {
        assertThatThrownBy(() -> patient(Kind.HOPELESS, 1).answer("", ""))
                .isInstanceOf(JudgeFailure.class)
                .hasMessage("the judge could not be asked: it fails");
        assertThat(asked).hasValue(1);
    }

    @Test
    void one_that_is_down_is_asked_once_until_it_answers() {
        JudgeModel model = patient(Kind.NOT_WORKED_ON, 5);
        assertThatThrownBy(() -> model.answer("", "")).hasMessage("the judge could not be asked, 3 times: it fails");
        assertThatThrownBy(() -> model.answer("", "")).hasMessage("the judge could not be asked: it fails");
        assertThat(asked).hasValue(4);

        assertThatThrownBy(() -> model.answer("", "")).isInstanceOf(JudgeFailure.class);
        assertThat(model.answer("", "")).isEqualTo("yes");
    }

    @Test
    void one_that_does_not_answer_is_left() {
        CountDownLatch never = new CountDownLatch(1);
        JudgeModel model = new PatientModel(
                (instructions, question) -> {
                    asked.incrementAndGet();
                    while (never.getCount() > 0) {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            // As some clients do.
                        }
                    }
                    return "late";
                },
                Duration.ofMillis(20),
                Duration.ZERO);

        assertThatThrownBy(() -> model.answer("", ""))
                .hasMessage(
                        "the judge could not be asked, 3 times: no answer within 20 ms; raise `judge.timeout` or ask a faster model");
        never.countDown();
    }

    @Test
    void an_interruption_ends_it_at_once() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        JudgeModel model = new PatientModel(
                (instructions, question) -> {
                    begun.countDown();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "late";
                },
                Duration.ofMinutes(1),
                Duration.ZERO);
        Thread asking = new Thread(() -> {
            try {
                model.answer("", "");
            } catch (RuntimeException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        asking.start();
        begun.await();
        asking.interrupt();
        asking.join();

        assertThat(thrown.get()).isInstanceOf(JudgeFailure.class).hasMessage("the judge was interrupted");
        assertThat(interrupted.get()).isTrue();
    }

    private JudgeModel patient(Kind kind, int failures) {
        JudgeModel model = (instructions, question) -> {
            if (asked.incrementAndGet() <= failures) {
                throw new AgentFailure(kind, "it fails");
            }
            return "yes";
        };
        return new PatientModel(model, Duration.ofSeconds(10), Duration.ZERO);
    }
}
