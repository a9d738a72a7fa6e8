package dev.retrial.replay;

import static dev.retrial.replay.ScriptedAgent.fails;
import static dev.retrial.replay.ScriptedAgent.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Answer.CalledTool;
import dev.retrial.agent.Answer.Usage;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.world.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveReplayTest {

    private static final ReplayLimits LIMITS = new ReplayLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 1);
    private static final ReplayLimits SHORT = new ReplayLimits(Duration.ofMillis(100), Duration.ofSeconds(10), 4, 1);

    @Test
    void what_is_said_and_done_is_recorded_in_order_with_its_turn() throws Exception {
        CalledTool call = new CalledTool(
                "lookup_order", Worlds.read("{\"order_id\":\"A-1\"}"), Worlds.read("{\"amount\":89}"), null);
        Answer second = new Answer(
                "A colleague takes over.", List.of(), Worlds.read("{\"queue\":\"billing\"}"), new Usage(7, 3));
        ScriptedAgent agent = new ScriptedAgent(
                (opening, message) -> new Answer("Let me see.", List.of(call), null, new Usage(10, 5)),
                (opening, message) -> second);

        Replayed replayed = replay(agent, LIMITS, Requests.saying("I want my money back.", "Now!"));

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.transcript().events())
                .containsExactly(
                        new CustomerMessage(1, "I want my money back."),
                        new ToolCall(1, "lookup_order", call.arguments(), call.result(), Status.OK),
                        new AgentReply(1, "Let me see."),
                        new CustomerMessage(2, "Now!"),
                        new AgentReply(2, "A colleague takes over."),
                        new Handoff(2, Worlds.read("{\"queue\":\"billing\"}")));
        assertThat(replayed.usage()).isEqualTo(new Usage(17, 8));
        assertThat(replayed.notes()).isEmpty();
        assertThat(agent.closed).isEqualTo(1);
    }

    @Test
    void a_result_that_tells_of_a_failure_is_a_failed_call_unless_the_agent_says_otherwise() throws Exception {
        CalledTool silent = new CalledTool("charge", Worlds.read("{}"), new TextNode("Error: declined"), null);
        CalledTool told = new CalledTool("charge", Worlds.read("{}"), new TextNode("Error: declined"), Status.OK);

        Replayed replayed = replay(
                new ScriptedAgent((opening, message) -> Answer.of("Done.", List.of(silent, told))),
                LIMITS,
                Requests.saying("Pay").world(Worlds.of("{}", "^Error")));

        assertThat(replayed.transcript().calls())
                .extracting(ToolCall::status)
                .containsExactly(Status.FAILED, Status.OK);
    }

    @Test
    void a_refused_message_is_sent_again_into_the_same_conversation() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(
                says("Hello."), fails(new AgentFailure(Kind.NOT_WORKED_ON, "busy")), says("Here you are."));

        Replayed replayed = replay(agent, LIMITS, Requests.saying("Hi", "My order"));

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(agent.received).containsExactly("1: Hi", "1: My order", "1: My order");
        assertThat(replayed.notes()).singleElement().asString().startsWith("turn 2: busy; sent again after ");
    }

    @Test
    void a_refused_message_waits_as_long_as_the_agent_asks() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(
                fails(new AgentFailure(Kind.NOT_WORKED_ON, "busy", Duration.ofMillis(1_200), null)), says("Hello."));
        long start = System.nanoTime();

        replay(agent, LIMITS, Requests.saying("Hi"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(1_200));
    }

    @Test
    void a_wait_that_is_longer_than_the_trial_ends_it_at_once() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(
                fails(new AgentFailure(Kind.NOT_WORKED_ON, "busy", Duration.ofHours(1), null)), says("Hello."));

        Replayed replayed = replay(agent, LIMITS, Requests.saying("Hi"));

        assertThat(((Replayed.Broken) replayed).reason())
                .isEqualTo("turn 1: busy; it asks to wait 60 min, longer than what is left of the trial's limit");
        assertThat(agent.received).hasSize(1);
    }

    @Test
    void a_message_that_is_always_refused_is_given_up_after_four_times() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(says("Hello."), fails(new AgentFailure(Kind.NOT_WORKED_ON, "busy")));

        Replayed replayed = replay(agent, LIMITS, Requests.saying("Hi", "My order"));

        assertThat(((Replayed.Broken) replayed).reason()).isEqualTo("turn 2: busy; sent 4 times");
        assertThat(agent.received).containsExactly("1: Hi", "1: My order", "1: My order", "1: My order", "1: My order");
        assertThat(replayed.transcript().events()).hasSize(3);
    }

    @Test
    void an_agent_that_has_never_answered_is_waited_for_once() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(fails(new AgentFailure(Kind.NOT_WORKED_ON, "connection refused")));
        TranscriptSource source = TranscriptSource.of(agent, LIMITS);

        source.replay(Requests.saying("Hi").build());
        Replayed second = source.replay(Requests.saying("Hello").build());

        assertThat(agent.received).containsExactly("1: Hi", "1: Hi", "1: Hi", "1: Hi", "2: Hello");
        assertThat(((Replayed.Broken) second).reason())
                .isEqualTo(
                        "turn 1: connection refused; it has not answered anything in this run, so it was not asked again");
    }

    @Test
    void a_turn_that_may_have_been_worked_on_starts_the_trial_again_in_a_new_conversation_and_world() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(
                (opening, message) -> {
                    opening.world().call("coupon", Worlds.read("{}"));
                    return Answer.of("Hello.");
                },
                fails(new AgentFailure(Kind.MAY_HAVE_WORKED, "500")),
                (opening, message) -> Answer.of(opening.world()
                        .call("coupon", Worlds.read("{}"))
                        .content()
                        .textValue()),
                says("Here you are."));

        Replayed replayed = replay(
                agent,
                LIMITS,
                Requests.saying("Hi", "My order")
                        .world(Worlds.of("{\"coupon\":[{\"times\":1,\"returns\":\"yours\"}]}")));

        assertThat(agent.received).containsExactly("1: Hi", "1: My order", "2: Hi", "2: My order");
        assertThat(replayed.transcript().replies())
                .extracting(AgentReply::text)
                .containsExactly("yours", "Here you are.");
        assertThat(replayed.notes())
                .containsExactly("turn 2: 500; the turn may have been worked on, so the trial started again");
        assertThat(agent.closed).isEqualTo(2);
    }

    @Test
    void a_trial_starts_again_once_only() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(fails(new AgentFailure(Kind.MAY_HAVE_WORKED, "500")));

        Replayed replayed = replay(agent, LIMITS, Requests.saying("Hi"));

        assertThat(((Replayed.Broken) replayed).reason())
                .isEqualTo("turn 1: 500 (and the trial had started again after an earlier failure)");
        assertThat(agent.received).containsExactly("1: Hi", "2: Hi");
    }

    @Test
    void what_is_hopeless_is_not_tried_again() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(fails(new AgentFailure(Kind.HOPELESS, "401 Unauthorized")));

        Replayed replayed = replay(agent, LIMITS, Requests.saying("Hi"));

        assertThat(((Replayed.Broken) replayed).reason()).isEqualTo("turn 1: 401 Unauthorized");
        assertThat(agent.received).hasSize(1);
    }

    @Test
    void an_answer_with_nothing_in_it_is_an_error() throws Exception {
        Replayed replayed = replay(new ScriptedAgent(says("  ")), LIMITS, Requests.saying("Hi"));

        assertThat(((Replayed.Broken) replayed).reason())
                .isEqualTo("turn 1: the agent's answer is empty: it has no reply, no tool call and no hand-off");
    }

    @Test
    void a_call_without_a_reply_is_an_answer() throws Exception {
        CalledTool call = new CalledTool("handoff_to_human", Worlds.read("{}"), null, null);

        Replayed replayed = replay(
                new ScriptedAgent((opening, message) -> Answer.of("", List.of(call))), LIMITS, Requests.saying("Hi"));

        assertThat(replayed.transcript().replies()).isEmpty();
        assertThat(replayed.transcript().calls()).hasSize(1);
    }

    @Test
    void calls_are_unknown_where_the_client_does_not_tell_them() throws Exception {
        AgentClient silent = new AgentClient() {
            @Override
            public dev.retrial.agent.Conversation open(dev.retrial.agent.Opening opening) {
                return message -> Answer.of("Hello.");
            }

            @Override
            public boolean tellsCalls() {
                return false;
            }
        };

        assertThat(replay(silent, LIMITS, Requests.saying("Hi")).transcript().callsKnown())
                .isFalse();
    }

    @Test
    void a_client_that_throws_names_the_exception_and_its_place_but_not_its_message() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(fails(new IllegalStateException("token sk-secret is not valid")));

        Replayed.Broken broken = (Replayed.Broken) replay(agent, LIMITS, Requests.saying("Hi"));

        assertThat(broken.reason())
                .startsWith("turn 1: the agent's client threw java.lang.IllegalStateException at dev.retrial.replay.")
                .doesNotContain("secret");
        assertThat(broken.cause()).isInstanceOf(IllegalStateException.class);
        assertThat(agent.received).containsExactly("1: Hi", "2: Hi");
    }

    @Test
    void a_client_whose_classes_do_not_link_is_not_tried_again() throws Exception {
        ScriptedAgent agent = new ScriptedAgent((opening, message) -> {
            throw new NoClassDefFoundError("com/acme/Missing");
        });

        Replayed.Broken broken = (Replayed.Broken) replay(agent, LIMITS, Requests.saying("Hi"));

        assertThat(broken.reason()).contains("java.lang.NoClassDefFoundError");
        assertThat(agent.received).hasSize(1);
    }

    @Test
    void a_turn_that_takes_too_long_is_interrupted_and_the_trial_starts_again() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(
                (opening, message) -> {
                    Thread.sleep(60_000);
                    return Answer.of("too late");
                },
                says("Hello."));

        Replayed replayed = replay(agent, SHORT, Requests.saying("Hi"));

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.notes())
                .containsExactly("turn 1: the agent gave no answer within 100 ms (`timeout: {turn: …}`);"
                        + " the turn may have been worked on, so the trial started again");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void an_answer_after_the_limit_does_not_count_though_the_interruption_was_swallowed() throws Exception {
        ScriptedAgent agent = new ScriptedAgent((opening, message) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException swallowed) {
                // As many clients do.
            }
            return Answer.of("too late");
        });

        Replayed replayed = replay(agent, SHORT, Requests.saying("Hi"));

        assertThat(((Replayed.Broken) replayed).reason()).startsWith("turn 1: the agent gave no answer within 100 ms");
    }

    @Test
    void the_trials_limit_covers_all_repetitions() throws Exception {
        ReplayLimits limits = new ReplayLimits(Duration.ofSeconds(5), Duration.ofMillis(400), 4, 1);
        ScriptedAgent agent = new ScriptedAgent((opening, message) -> {
            Thread.sleep(300);
            return Answer.of("Hello.");
        });

        Replayed replayed = replay(agent, limits, Requests.saying("Hi", "My order"));

        assertThat(((Replayed.Broken) replayed).reason())
                .isEqualTo("turn 2: the trial took longer than 400 ms,"
                        + " its limit with all repetitions (`timeout: {trial: …}`)");
    }

    @Test
    void an_agent_that_takes_no_notice_of_its_interruption_is_left_behind() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        ScriptedAgent agent = new ScriptedAgent(false, (opening, message) -> {
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException ignored) {
                    // This is what makes it stubborn.
                }
            }
            return Answer.of("much too late");
        });
        long start = System.nanoTime();

        Replayed replayed = replay(agent, SHORT, Requests.saying("Hi"));

        assertThat(((Replayed.Broken) replayed).reason())
                .startsWith("turn 1: the agent gave no answer within 100 ms and took no notice");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        Thread stuck = agent.servedBy;
        assertThat(stuck).isNotSameAs(Thread.currentThread());
        release.countDown();
        assertThat(agent.received).as("nothing is sent once it was left behind").hasSize(1);
    }

    @Test
    void a_client_that_ends_when_interrupted_is_served_on_the_callers_thread() throws Exception {
        ScriptedAgent polite = new ScriptedAgent(true, says("Hello."));
        ScriptedAgent stubborn = new ScriptedAgent(false, says("Hello."));

        replay(polite, LIMITS, Requests.saying("Hi"));
        replay(stubborn, LIMITS, Requests.saying("Hi"));

        assertThat(polite.servedBy).isSameAs(Thread.currentThread());
        assertThat(stubborn.servedBy).isNotSameAs(Thread.currentThread());
    }

    @Test
    void cancelling_the_run_ends_the_trial_wherever_it_waits() throws Exception {
        for (boolean onTheCallersThread : new boolean[] {true, false}) {
            CountDownLatch sent = new CountDownLatch(1);
            AgentClient agent = new ScriptedAgent(onTheCallersThread, (opening, message) -> {
                sent.countDown();
                Thread.sleep(60_000);
                return Answer.of("too late");
            });
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread thread = new Thread(() -> {
                try {
                    replay(agent, LIMITS, Requests.saying("Hi"));
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            thread.start();
            assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();
            thread.join(5_000);

            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void cancelling_the_run_ends_a_wait_between_two_attempts() throws Exception {
        AgentClient agent = new ScriptedAgent(
                says("Hello."), fails(new AgentFailure(Kind.NOT_WORKED_ON, "busy", Duration.ofSeconds(8), null)));
        Thread trial = Thread.currentThread();
        Thread canceller = new Thread(() -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            trial.interrupt();
        });
        canceller.start();

        assertThatThrownBy(() -> replay(agent, LIMITS, Requests.saying("Hi", "My order")))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void a_case_in_which_nobody_says_anything_is_an_error() throws Exception {
        Replayed replayed = replay(new ScriptedAgent(says("Hello.")), LIMITS, Requests.saying());

        assertThat(((Replayed.Broken) replayed).reason()).startsWith("the case has no `conversation`");
    }

    @Test
    void a_conversation_that_cannot_be_closed_leaves_a_note() throws Exception {
        AgentClient agent = opening -> new dev.retrial.agent.Conversation() {
            @Override
            public Answer send(String message) {
                return Answer.of("Hello.");
            }

            @Override
            public void close() {
                throw new IllegalStateException("no");
            }
        };

        Replayed replayed = replay(agent, LIMITS, Requests.saying("Hi"));

        assertThat(replayed).isInstanceOf(Replayed.Complete.class);
        assertThat(replayed.notes())
                .singleElement()
                .asString()
                .startsWith("turn 1: closing the conversation failed: java.lang.IllegalStateException");
    }

    @Test
    void the_agent_is_told_who_speaks_and_when() throws Exception {
        ScriptedAgent agent = new ScriptedAgent(says("Hello."));

        replay(
                agent,
                LIMITS,
                Requests.saying("Hi")
                        .cohort("enterprise")
                        .trial(3)
                        .context(JsonNodeFactory.instance.objectNode().put("plan", "enterprise")));

        assertThat(agent.openings).singleElement().satisfies(opening -> {
            assertThat(opening.caseId()).isEqualTo("late-refund");
            assertThat(opening.cohort().id()).isEqualTo("enterprise");
            assertThat(opening.trial()).isEqualTo(3);
            assertThat(opening.context().path("plan").textValue()).isEqualTo("enterprise");
        });
    }

    private static Replayed replay(AgentClient agent, ReplayLimits limits, Requests request) throws Exception {
        return TranscriptSource.of(agent, limits).replay(request.build());
    }
}
