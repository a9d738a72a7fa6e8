package dev.retrial.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartTest {

    static Stream<Part> parts() {
        return Stream.of(
                new Part(null, null, null, null),
                new Part("enterprise", null, null, null),
                new Part("enterprise", "hard", "wrong-policy", "pay day"),
                new Part(null, "easy", null, "x=y"),
                new Part(null, null, null, "billing"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_is_known_by_its_name(Part part) {
        assertThat(Part.named(part.name())).isEqualTo(part);
    }
}
