package dev.retrial.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @Test
    void a_plain_id_is_its_own_name() {
        assertThat(FileNames.of("refund-late_2.v1")).isEqualTo("refund-late_2.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", ".", "", "../x", "a/b", "a\\b", "/etc", "C:x", "a\0b", "con", "nul.txt", "com1", "x.", ".x", "ü",
                "a b"
            })
    void any_other_id_has_a_name_that_is_one_plain_segment(String id) {
        String name = FileNames.of(id);
        assertThat(name).matches("[A-Za-z0-9_-][A-Za-z0-9._-]*~[0-9a-f]{12}").isNotEqualTo(id);
        assertThat(Path.of("dir").resolve(name).normalize()).isEqualTo(Path.of("dir", name));
        assertThat(name.substring(0, name.indexOf('~'))).isNotIn("con", "nul.txt", "com1");
    }

    @Test
    void a_suite_that_is_a_class_has_the_name_of_the_class() {
        assertThat(FileNames.ofSuite("acme.Outer$SupportAgentTest")).isEqualTo("acme.Outer$SupportAgentTest");
        assertThat(FileNames.ofSuite("../evals")).matches("[A-Za-z0-9_-][A-Za-z0-9._-]*~[0-9a-f]{12}");
    }

    @Test
    void ids_that_differ_in_case_alone_have_names_that_differ_on_every_file_system() {
        assertThat(FileNames.of("Refund").toLowerCase(java.util.Locale.ROOT)).isNotEqualTo(FileNames.of("refund"));
        assertThat(FileNames.of("Refund")).isNotEqualToIgnoringCase(FileNames.of("REFUND"));
    }

    @Test
    void ids_that_are_replaced_alike_stay_apart() {
        assertThat(FileNames.of("a/b")).isNotEqualTo(FileNames.of("a:b"));
    }

    @Test
    void a_long_id_has_a_short_name_of_its_own() {
        String long1 = "x".repeat(400) + "1";
        String long2 = "x".repeat(400) + "2";
        assertThat(FileNames.of(long1)).hasSizeLessThan(120).isNotEqualTo(FileNames.of(long2));
    }
}
