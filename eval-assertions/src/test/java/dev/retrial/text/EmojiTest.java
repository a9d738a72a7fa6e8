package dev.retrial.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.fellbaum.jemoji.EmojiManager;
import net.fellbaum.jemoji.Qualification;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDE0A", // a smile
                "\uD83D\uDC4D\uD83C\uDFFD", // a thumb in a colour
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66", // a family
                "\uD83C\uDDE9\uD83C\uDDEA", // a flag
                "1\uFE0F\u20E3", // a keycap
                "\u2764\uFE0F", // a heart as a picture
                "\u2764\uFE0F\u200D\uD83D\uDD25", // a heart on fire
                "\u2705", // the check mark that is a picture
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F" // England
            })
    void what_a_reader_sees_as_one_is_one(String emoji) {
        assertThat(all("Hi " + emoji + emoji + " 1")).containsExactly(emoji, emoji);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A9 \u00AE \u2122",
                "\u2713 \u2714 \u2716",
                "\u2764 \u2665 \u263A",
                "\u2192 \u2194 \u25B6",
                "10 # *",
                "\u260E\uFE0E",
                "\u00A9\uFE0F 2026",
                "\u4F60\u597D",
                ":-)",
                "\uD835\uDC00",
                "\uD83D"
            })
    void what_was_text_before_it_was_an_emoji_is_none(String text) {
        assertThat(all(text)).isEmpty();
    }

    @Test
    void every_emoji_that_the_library_knows_is_found_as_one() {
        List<String> missed = new ArrayList<>();
        for (net.fellbaum.jemoji.Emoji emoji : EmojiManager.getAllEmojis()) {
            String text = emoji.getEmoji();
            boolean alwaysText = "\u00A9\u00AE\u2122".indexOf(text.charAt(0)) >= 0;
            if (emoji.getQualification() == Qualification.FULLY_QUALIFIED
                    && !alwaysText
                    && !all("x" + text + "x").equals(List.of(text))) {
                missed.add(text);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void below_the_emoji_blocks_nothing_is_one_that_the_library_does_not_know() {
        List<String> invented = new ArrayList<>();
        for (int c = 0; c < 0x1F300; c++) {
            String text = Character.toString(c);
            if (!(c >= 0x1F1E6 && c <= 0x1F1FF)
                    && !all(text).isEmpty()
                    && EmojiManager.getEmoji(text).isEmpty()) {
                invented.add(Integer.toHexString(c));
            }
        }
        assertThat(invented).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "\uD83D\uDE0A\u200D", "#", "\u200D", "\uD83C", "\u2764"})
    @Tag("large")
    void ten_megabytes_of_anything_take_a_moment(String piece) {
        String text = piece.repeat(10_000_000 / piece.length());

        int count = 0;
        for (Span span = Emoji.find(text, 0); span != null; span = Emoji.find(text, span.end())) {
            count++;
        }

        assertThat(count).isLessThanOrEqualTo(10_000_000);
    }

    private static List<String> all(String text) {
        List<String> found = new ArrayList<>();
        for (Span span = Emoji.find(text, 0); span != null; span = Emoji.find(text, span.end())) {
            found.add(span.in(text));
        }
        return found;
    }
}
