package dev.retrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SpecTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_unknown_key_is_located_and_named_with_its_nearest() {
        InvalidExpectation invalid = invalid(
                () -> spec("{'tone': {'exclamtions': 0}}").required("tone").allowing("exclamations", "emoji"));

        assertThat(invalid.pointer()).isEqualTo("/tone/exclamtions");
        assertThat(invalid).hasMessage("unknown key 'exclamtions'; did you mean 'exclamations'?");
    }

    @Test
    void a_key_in_another_spelling_of_compound_words_is_near() {
        assertThat(Nearest.to("neverSays", List.of("says", "never-says"))).isEqualTo("never-says");
        assertThat(Nearest.to("any_of", List.of("any-of"))).isEqualTo("any-of");
    }

    @Test
    void a_word_unlike_all_others_has_no_nearest() {
        assertThat(Nearest.to("colour", List.of("says", "matches"))).isNull();
        assertThat(Nearest.to("x", List.of("a"))).isNull();
        assertThat(Nearest.to("a".repeat(100_000), List.of("a".repeat(100_000))))
                .isNull();
    }

    @Test
    void a_missing_key_is_named() {
        assertThatThrownBy(() -> spec("{}").required("title")).hasMessage("the key 'title' is missing");
    }

    @Test
    void pointers_escape_slashes_and_tildes() throws InvalidExpectation {
        Spec place = spec("{'a/b': {'~c': ['x', 'y']}}")
                .required("a/b")
                .required("~c")
                .items()
                .get(1);

        assertThat(place.pointer()).isEqualTo("/a~1b/~0c/1");
    }

    @Test
    void a_wrong_type_names_both_types_and_never_the_value() {
        assertThatThrownBy(
                        () -> spec("{'a': {'secret': 'hunter2'}}").required("a").text())
                .hasMessage("expected text, found a map");
        assertThatThrownBy(() -> spec("{'a': 42}").required("a").text())
                .hasMessage("expected text, found a number: quote it");
        assertThatThrownBy(() -> spec("{'a': null}").required("a").items())
                .hasMessage("expected a list, found nothing");
        assertThatThrownBy(() -> spec("[]").allowing("a")).hasMessage("expected a map, found a list");
    }

    @Test
    void an_empty_list_map_or_text_is_a_mistake() {
        assertThatThrownBy(() -> spec("[]").items()).hasMessage("this list is empty: give it an item or leave it out");
        assertThatThrownBy(() -> spec("{}").entries()).hasMessage("this map is empty: give it a key or leave it out");
        assertThatThrownBy(() -> spec("' '").text()).hasMessage("this text is empty");
    }

    @Test
    void a_whole_number_is_one_by_value() throws InvalidExpectation {
        assertThat(spec("3.0").integer(0, 5)).isEqualTo(3);
        assertThatThrownBy(() -> spec("3.5").integer(0, 5)).hasMessage("expected a whole number");
        assertThatThrownBy(() -> spec("7").integer(0, 5)).hasMessage("expected a whole number from 0 to 5");
    }

    @Test
    void a_huge_exponent_is_refused_without_being_written_out() {
        assertThatThrownBy(() -> spec("1e999999999").integer(0, 5)).isInstanceOf(InvalidExpectation.class);
        assertThatThrownBy(() -> Spec.of(JSON.getNodeFactory().numberNode(new java.math.BigDecimal("1e999999999")))
                        .integer(0, 5))
                .hasMessage("expected a whole number from 0 to 5");
    }

    @Test
    void a_word_must_be_one_of_the_known() {
        assertThatThrownBy(() -> spec("'anyorder'").word("any-order", "in-order"))
                .hasMessage("expected one of any-order, in-order; unknown word 'anyorder'; did you mean 'any-order'?");
    }

    @Test
    void a_name_in_a_reason_is_short_and_without_control_characters() {
        InvalidExpectation invalid =
                invalid(() -> spec("{'\\u0007" + "x".repeat(500) + "': 1}").allowing("a"));

        assertThat(invalid.reason()).isEqualTo("unknown key '\uFFFD" + "x".repeat(63) + "…'");
    }

    private static InvalidExpectation invalid(ThrowingCallable code) {
        return catchThrowableOfType(InvalidExpectation.class, code);
    }

    private static Spec spec(String json) {
        try {
            return Spec.of(JSON.readTree(json.replace('\'', '"')));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
