package dev.retrial.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.transcript.ToolCall.Status;
import dev.retrial.world.World.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ScriptedWorldTest {

    private static final JsonNode ANY = Worlds.read("{}");

    @Test
    void the_first_answer_whose_arguments_match_is_given() {
        World world = world("""
                {"lookup_order": [
                  {"when": {"order_id": "A-1"}, "returns": {"amount": 89}},
                  {"when": {"order_id": "A-2"}, "returns": {"amount": 12}},
                  {"fails": "No such order"}]}""");

        assertThat(world.call("lookup_order", Worlds.read("{\"order_id\": \"A-2\"}")))
                .isEqualTo(new ToolResult(Status.OK, Worlds.read("{\"amount\": 12}")));
    }

    @Test
    void an_answer_may_be_a_failure() {
        World world = world("{\"lookup_order\": [{\"fails\": \"No such order\"}]}");

        ToolResult result = world.call("lookup_order", ANY);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.content().textValue()).isEqualTo("No such order");
    }

    @Test
    void a_tool_without_an_answer_fails_and_says_why() {
        ToolResult result = world("{}").call("issue_refund", ANY);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.content().textValue()).isEqualTo("no answer in this case's world for issue_refund");
    }

    @Test
    void arguments_that_no_answer_fits_fail_and_say_that_it_is_the_arguments() {
        World world = world("{\"lookup_order\": [{\"when\": {\"order_id\": \"A-1\"}, \"returns\": {}}]}");

        ToolResult result = world.call("lookup_order", Worlds.read("{\"order_id\": \"A-9\"}"));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.content().textValue())
                .isEqualTo("no answer in this case's world for lookup_order with these arguments at this point");
    }

    @Test
    void an_answer_is_used_up_after_its_times_and_the_next_one_follows() {
        World world = world("""
                {"status": [
                  {"times": 1, "returns": "pending"}, {"times": 1, "returns": "pending"}, {"times": 1, "returns": "sent"}]}""");

        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(world.call("status", ANY).content().textValue());
        }

        assertThat(answers)
                .containsExactly(
                        "pending",
                        "pending",
                        "sent",
                        "no answer in this case's world for status with these arguments at this point");
    }

    @Test
    void an_answer_may_wait_for_a_call_that_succeeded_before() {
        World world = world("""
                {"lookup_order": [
                   {"after": {"cancel_order": {"order_id": "A-1"}}, "returns": "cancelled"}, {"returns": "open"}],
                 "cancel_order": [{"returns": true}]}""");

        String before = world.call("lookup_order", ANY).content().textValue();
        world.call("cancel_order", Worlds.read("{\"order_id\": \"A-2\"}"));
        String afterAnother = world.call("lookup_order", ANY).content().textValue();
        world.call("cancel_order", Worlds.read("{\"order_id\": \"A-1\"}"));
        String after = world.call("lookup_order", ANY).content().textValue();

        assertThat(List.of(before, afterAnother, after)).containsExactly("open", "open", "cancelled");
    }

    @Test
    void a_call_that_failed_is_not_one_that_came_before() {
        World world = world("""
                {"lookup_order": [{"after": {"cancel_order": {}}, "returns": "cancelled"}, {"returns": "open"}],
                 "cancel_order": [{"fails": "Too late"}]}""");

        world.call("cancel_order", ANY);

        assertThat(world.call("lookup_order", ANY).content().textValue()).isEqualTo("open");
    }

    @Test
    void a_result_that_tells_of_a_failure_is_a_failed_call() {
        World world = new ScriptedWorld(Worlds.of("""
                {"lookup_order": [{"returns": "Error: unknown"}], "charge": [{"returns": {"error": "declined"}}]}""", "^Error|\"error\":"));

        assertThat(world.call("lookup_order", ANY).status()).isEqualTo(Status.FAILED);
        assertThat(world.call("charge", ANY).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void what_is_limited_is_given_exactly_so_often_whoever_asks() throws Exception {
        World world = world("{\"coupon\": [{\"times\": 100, \"returns\": \"yours\"}, {\"fails\": \"none left\"}]}");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Status>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                calls.add(() -> world.call("coupon", ANY).status());
            }

            int given = 0;
            for (Future<Status> call : threads.invokeAll(calls)) {
                given += call.get() == Status.OK ? 1 : 0;
            }

            assertThat(given).isEqualTo(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_answers_can_be_written_down_as_the_case_has_them() {
        String written =
                "{\"lookup_order\":[{\"when\":{\"id\":{\"$regex\":\"A-.*\"}},\"returns\":1},{\"fails\":\"No\"}]}";

        assertThat(world(written).answers()).isEqualTo(Worlds.read(written));
    }

    @Test
    void a_world_without_answers_says_so() {
        assertThat(world("{}").answersAnything()).isFalse();
        assertThat(world("{\"a\": [{\"returns\": 1}]}").answersAnything()).isTrue();
    }

    private static World world(String json) {
        return new ScriptedWorld(Worlds.of(json));
    }
}
