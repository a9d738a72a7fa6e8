package dev.retrial.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckKindsTest {

    private static final CheckKinds KINDS = CheckKinds.of(List.of(new Kind("haiku"), new Kind("rhyme")));

    @Test
    void each_key_is_bound_by_its_kind_in_the_order_of_the_map() throws InvalidExpectation {
        assertThat(KINDS.bindAll(expect().put("rhyme", 1).put("haiku", 2), Vocabulary.EMPTY))
                .extracting(Check::name)
                .containsExactly("rhyme", "haiku");
    }

    @Test
    void an_unknown_key_is_named_with_its_nearest() {
        InvalidExpectation invalid = catchThrowableOfType(
                InvalidExpectation.class, () -> KINDS.bindAll(expect().put("hiaku", 1), Vocabulary.EMPTY));

        assertThat(invalid).hasMessage("unknown expectation 'hiaku'; did you mean 'haiku'?");
        assertThat(invalid.pointer()).isEqualTo("/hiaku");
    }

    @Test
    void a_key_that_may_not_stand_here_is_told_what_may() {
        assertThatThrownBy(() ->
                        KINDS.bindAll(expect().put("haiku", 1), Vocabulary.EMPTY, Set.of("rhyme", "not-installed")))
                .hasMessage("'haiku' cannot be expected here; what can: rhyme");
    }

    @Test
    void what_a_kind_refuses_is_located_from_the_map() {
        InvalidExpectation invalid = catchThrowableOfType(
                InvalidExpectation.class, () -> KINDS.bindAll(expect().put("haiku", "x"), Vocabulary.EMPTY));

        assertThat(invalid.pointer()).isEqualTo("/haiku");
    }

    @Test
    void an_empty_map_expects_nothing_and_is_refused() {
        assertThatThrownBy(() -> KINDS.bindAll(expect(), Vocabulary.EMPTY))
                .hasMessage("this map is empty: give it a key or leave it out");
    }

    @Test
    void two_kinds_of_one_key_are_told_apart_by_their_classes() {
        assertThatThrownBy(() -> CheckKinds.of(List.of(new Kind("haiku"), new Kind("haiku"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two kinds of checks have the key 'haiku': " + Kind.class.getName());
    }

    @Test
    void the_schema_is_put_together_from_the_kinds() {
        assertThat(KINDS.schema(Set.of("haiku")).toString())
                .isEqualTo("{\"type\":\"object\",\"minProperties\":1,\"additionalProperties\":false,"
                        + "\"properties\":{\"haiku\":{\"type\":\"integer\"}}}");
    }

    private static ObjectNode expect() {
        return JsonNodeFactory.instance.objectNode();
    }

    private record Kind(String key) implements CheckKind {

        @Override
        public JsonNode schema() {
            return expect().put("type", "integer");
        }

        @Override
        public List<Check> bind(JsonNode spec, Vocabulary vocabulary) throws InvalidExpectation {
            Spec.of(spec).integer(0, 9);
            return List.of(new Check() {
                @Override
                public String name() {
                    return key;
                }

                @Override
                public CheckResult evaluate(
                        dev.retrial.transcript.Transcript transcript, dev.retrial.scene.Scene scene) {
                    return Passed.PLAIN;
                }
            });
        }
    }
}
