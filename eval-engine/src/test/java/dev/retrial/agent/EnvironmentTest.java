package dev.retrial.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.retrial.agent.AgentFailure.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private final Environment environment =
            Environment.of(Map.of("TOKEN", "s3cret", "EMPTY", "", "NESTED", "${TOKEN} ${message}"));

    @Test
    void a_variable_is_replaced_wherever_it_stands() {
        assertThat(environment.expand("Bearer ${TOKEN}/${TOKEN}")).isEqualTo("Bearer s3cret/s3cret");
    }

    @Test
    void a_default_holds_only_where_the_variable_is_not_set() {
        assertThat(environment.expand("${HOST:-http://localhost:8080/chat}")).isEqualTo("http://localhost:8080/chat");
        assertThat(environment.expand("${TOKEN:-none}")).isEqualTo("s3cret");
        assertThat(environment.expand("[${EMPTY:-none}]")).isEqualTo("[]");
        assertThat(environment.expand("[${HOST:-}]")).isEqualTo("[]");
    }

    @Test
    void a_variable_that_is_not_set_is_named() {
        assertThatThrownBy(() -> environment.expand("${TOKEN} ${AGENT_URL}"))
                .isInstanceOfSatisfying(
                        AgentFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.HOPELESS))
                .hasMessage(
                        "the environment variable AGENT_URL is not set; set it, or give it a default: ${AGENT_URL:-…}");
    }

    @Test
    void nothing_else_is_expanded() {
        for (String text : new String[] {"${message}", "$TOKEN", "${}", "${Token}", "${TOKEN", "$${", "{TOKEN}"}) {
            assertThat(environment.expand(text)).isEqualTo(text);
        }
    }

    @Test
    void a_value_is_not_expanded_again() {
        assertThat(environment.expand("${NESTED}")).isEqualTo("${TOKEN} ${message}");
    }

    @Test
    void every_text_of_a_JSON_value_is_expanded_but_no_key() throws Exception {
        JsonMapper json = new JsonMapper();

        assertThat(environment.expand(json.readTree("{\"${TOKEN}\": [\"${TOKEN}\", 1, null, {\"a\": \"x${EMPTY}\"}]}")))
                .isEqualTo(json.readTree("{\"${TOKEN}\": [\"s3cret\", 1, null, {\"a\": \"x\"}]}"));
    }
}
