package dev.retrial.tickets.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionKeyTest {

    private static final String HEX = "9c1f7d3be24a58066d9f0b7c3e5a1284";

    @Test
    void a_reference_is_the_same_each_time_and_has_sixteen_digits() {
        assertThat(RedactionKey.of(HEX).reference("zendesk", "42"))
                .matches("hmac:[0-9a-f]{16}")
                .isEqualTo(RedactionKey.of(HEX).reference("zendesk", "42"))
                .isNotEqualTo(RedactionKey.of(HEX).reference("intercom", "42"));
    }

    @Test
    void another_key_gives_other_references() {
        assertThat(RedactionKey.of(HEX).reference("zendesk", "42"))
                .isNotEqualTo(RedactionKey.of(HEX.replace('9', '8')).reference("zendesk", "42"));
    }

    @Test
    void a_missing_key_is_an_error_that_says_how_to_make_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedactionKey.from(Map.of()))
                .withMessageContaining("RETRIAL_KEY is not set")
                .withMessageContaining("openssl rand -hex 32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "9c1f7d3be24a58066d9f0b7c3e5a128",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "12345678901234567890123456789012345678901234567890",
                "changemechangemechangemechangeme"
            })
    void a_key_that_is_easily_guessed_is_refused_without_being_shown(String weak) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedactionKey.of(weak))
                .withMessageContaining("too easily guessed")
                .withMessageNotContaining(weak);
    }

    @Test
    void base64_of_sixteen_bytes_is_enough() {
        assertThat(RedactionKey.of("kzV0o2lJqE7b1mXcT9dRaw")).isNotNull();
    }

    @Test
    void the_key_has_no_form_as_text() {
        assertThat(RedactionKey.of(HEX)).hasToString("RedactionKey");
    }
}
