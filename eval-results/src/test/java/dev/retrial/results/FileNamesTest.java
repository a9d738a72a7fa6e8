package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"refund-late_2.v1", "acme.Outer$SupportAgentTest", "Rückgabe (alt)", "console", "com", "x.nul"})
    void an_id_that_can_be_a_name_is_its_own(String id) {
        assertThat(FileNames.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                "../x",
                "a/b",
                "a\\b",
                "/etc",
                "C:x",
                "a\0b",
                "a\nb",
                "con",
                "NUL.txt",
                "com1",
                "x.",
                ".x",
                " x",
                "x ",
                "a?",
                "a~0123456789ab"
            })
    void any_other_has_a_name_that_is_one_plain_segment(String id) {
        String name = FileNames.of(id);
        assertThat(name).matches("_[A-Za-z0-9_-]*~[0-9a-f]{12}").isNotEqualTo(id);
        assertThat(Path.of("dir").resolve(name).normalize()).isEqualTo(Path.of("dir", name));
    }

    @Test
    void ids_that_are_replaced_alike_stay_apart() {
        assertThat(FileNames.of("a/b")).isNotEqualTo(FileNames.of("a:b"));
    }

    @Test
    void a_long_id_has_a_short_name_of_its_own() {
        String one = "ü".repeat(100) + "1";
        String two = "ü".repeat(100) + "2";
        assertThat(FileNames.of(one)).hasSizeLessThan(120).isNotEqualTo(FileNames.of(two));
    }
}
