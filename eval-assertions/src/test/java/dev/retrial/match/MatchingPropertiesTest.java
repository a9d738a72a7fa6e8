package dev.retrial.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.InvalidExpectation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MatchingPropertiesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 2_000)
    void in_any_order_no_assignment_serves_more(@ForAll("tables") boolean[][] fits) {
        int calls = fits.length == 0 ? 0 : fits[0].length;

        assertThat(Assignment.inAnyOrder(rows(fits), calls).size()).isEqualTo(best(fits, 0, new boolean[calls]));
    }

    @Property(tries = 2_000)
    void in_order_no_assignment_serves_more(@ForAll("tables") boolean[][] fits) {
        int calls = fits.length == 0 ? 0 : fits[0].length;

        assertThat(Assignment.inOrder(rows(fits), calls).size()).isEqualTo(bestInOrder(fits, 0, 0, calls));
    }

    @Property
    void unordered_is_what_some_permutation_is(
            @ForAll @Size(max = 5) List<@IntRange(max = 3) Integer> wanted,
            @ForAll @Size(max = 5) List<@IntRange(max = 3) Integer> given)
            throws InvalidExpectation {
        if (wanted.isEmpty()) {
            return;
        }
        // Each wanted number stands for "at most that".
        ArrayNode items = NODES.arrayNode();
        wanted.forEach(most -> items.addObject().putArray("$range").addNull().add(most));
        ArrayNode list = NODES.arrayNode();
        given.forEach(list::add);
        List<Integer> sortedWanted = new ArrayList<>(wanted);
        List<Integer> sortedGiven = new ArrayList<>(given);
        Collections.sort(sortedWanted);
        Collections.sort(sortedGiven);
        boolean possible = wanted.size() == given.size();
        for (int i = 0; possible && i < wanted.size(); i++) {
            possible = sortedGiven.get(i) <= sortedWanted.get(i);
        }

        assertThat(matcher("$unordered", items).matches(NODES.objectNode().set("a", list)))
                .isEqualTo(possible);
    }

    @Property
    void what_was_sent_matches_itself_whatever_the_order_of_its_keys(@ForAll("objects") ObjectNode sent)
            throws InvalidExpectation {
        JsonNode turned = reversed(sent);

        assertThat(Arguments.matcher(sent).matches(turned)).isTrue();
        assertThat(Arguments.matcher(NODES.objectNode().set("$exact", sent)).matches(turned))
                .isTrue();
    }

    @Property
    void mismatches_are_empty_exactly_when_it_matches(
            @ForAll("objects") ObjectNode expected, @ForAll("objects") ObjectNode actual) throws InvalidExpectation {
        for (JsonNode written : List.of(expected, NODES.objectNode().set("$exact", expected))) {
            ArgumentMatcher matcher = Arguments.matcher(written);

            assertThat(matcher.mismatches(actual).isEmpty()).isEqualTo(matcher.matches(actual));
        }
    }

    @Property
    void not_is_the_opposite(@ForAll("objects") ObjectNode expected, @ForAll("objects") ObjectNode actual)
            throws InvalidExpectation {
        assertThat(Arguments.matcher(NODES.objectNode().set("$not", expected)).matches(actual))
                .isNotEqualTo(Arguments.matcher(expected).matches(actual));
    }

    private static ArgumentMatcher matcher(String name, JsonNode operand) throws InvalidExpectation {
        return Arguments.matcher(NODES.objectNode().set("a", NODES.objectNode().set(name, operand)));
    }

    @Provide
    Arbitrary<boolean[][]> tables() {
        return Arbitraries.integers()
                .between(0, 5)
                .flatMap(slots -> Arbitraries.integers()
                        .between(0, 5)
                        .flatMap(calls -> Arbitraries.of(true, false)
                                .array(boolean[].class)
                                .ofSize(calls)
                                .array(boolean[][].class)
                                .ofSize(slots)));
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        Arbitrary<JsonNode> scalars = Arbitraries.of(
                NODES.numberNode(1),
                NODES.numberNode(1.0),
                NODES.textNode("1"),
                NODES.textNode("é"),
                NODES.nullNode(),
                NODES.booleanNode(true));
        Arbitrary<JsonNode> lists =
                scalars.list().ofMaxSize(3).map(items -> NODES.arrayNode().addAll(items));
        Arbitrary<JsonNode> inner = Arbitraries.maps(Arbitraries.of("a", "b"), scalars)
                .ofMaxSize(2)
                .map(fields -> NODES.objectNode().setAll(fields));
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), Arbitraries.oneOf(scalars, lists, inner))
                .ofMaxSize(4)
                .map(fields -> (ObjectNode) NODES.objectNode().setAll(fields));
    }

    private static JsonNode reversed(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(value.properties());
        Collections.reverse(fields);
        ObjectNode reversed = NODES.objectNode();
        fields.forEach(field -> reversed.set(field.getKey(), reversed(field.getValue())));
        return reversed;
    }

    private static int[][] rows(boolean[][] fits) {
        int[][] rows = new int[fits.length][];
        for (int slot = 0; slot < fits.length; slot++) {
            boolean[] row = fits[slot];
            rows[slot] = java.util.stream.IntStream.range(0, row.length)
                    .filter(call -> row[call])
                    .toArray();
        }
        return rows;
    }

    private static int best(boolean[][] fits, int slot, boolean[] used) {
        if (slot == fits.length) {
            return 0;
        }
        int best = best(fits, slot + 1, used);
        for (int call = 0; call < used.length; call++) {
            if (fits[slot][call] && !used[call]) {
                used[call] = true;
                best = Math.max(best, 1 + best(fits, slot + 1, used));
                used[call] = false;
            }
        }
        return best;
    }

    private static int bestInOrder(boolean[][] fits, int slot, int from, int calls) {
        if (slot == fits.length) {
            return 0;
        }
        int best = bestInOrder(fits, slot + 1, from, calls);
        for (int call = from; call < calls; call++) {
            if (fits[slot][call]) {
                best = Math.max(best, 1 + bestInOrder(fits, slot + 1, call + 1, calls));
            }
        }
        return best;
    }
}
