package dev.retrial.suite.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private final Heard heard = new Heard();

    @Test
    void text_is_decoded() {
        assertThat(Utf8.decode("é😀".getBytes(StandardCharsets.UTF_8), heard)).isEqualTo("é😀");
    }

    @Test
    void a_byte_order_mark_is_left_out() {
        assertThat(Utf8.decode("\uFEFFtitle".getBytes(StandardCharsets.UTF_8), heard))
                .isEqualTo("title");
    }

    @Test
    void a_replacement_character_that_somebody_wrote_is_text() {
        assertThat(Utf8.decode("a\uFFFDb".getBytes(StandardCharsets.UTF_8), heard))
                .isEqualTo("a\uFFFDb");
        assertThat(heard.all).isEmpty();
    }

    @Test
    void a_byte_of_another_encoding_is_located() {
        byte[] latin1 = "title: é\nwhy: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Utf8.decode(latin1, heard)).isNull();
        assertThat(heard.all).containsExactly("1:8: the byte at offset 7 is not UTF-8: save the file as UTF-8");
    }

    @Test
    void the_column_of_a_wrong_byte_counts_characters() {
        byte[] bytes = "a\n😀x".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xC3;

        assertThat(Utf8.decode(bytes, heard)).isNull();
        assertThat(heard.all).containsExactly("2:2: the byte at offset 6 is not UTF-8: save the file as UTF-8");
    }

    @Test
    void UTF_16_is_named() {
        assertThat(Utf8.decode("\uFEFFtitle".getBytes(StandardCharsets.UTF_16LE), heard))
                .isNull();
        assertThat(heard.all).containsExactly("1:1: the file is UTF-16: save it as UTF-8");
    }
}
