package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {

    @Test
    void a_message_in_a_letter_is_left_alone() {
        assertThat(kept("""
                        Hi Dana,

                        the lamp arrived broken.
                        I want my money back.

                        Best regards,
                        Robin Smith
                        Head of Lamps
                        +1 555 0100
                        """)).containsExactly("the lamp arrived broken.", "I want my money back.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, 2 Mar 2026 at 10:00, Dana <dana@example.com> wrote:\n> older\n> words",
                "Am 02.03.2026 um 10:00 schrieb Dana:\n> older words",
                "Le 2 mars 2026, Dana a écrit :\nolder words\nmore of them",
                "-----Original Message-----\nolder words",
                "From: Dana\nSent: Monday\nTo: Support\nolder words",
                "Von: Dana\nGesendet: Montag\nolder words",
                "-- \nRobin Smith, Lamps Ltd.",
                "Sent from my iPhone",
                "Thanks,\nRobin",
                "Thank you!\n\nSent from my iPad",
                "Mit freundlichen Grüßen\nRobin Schmidt",
                "This e-mail is confidential and only for the intended recipient.",
                "Many thanks\n> quoted"
            })
    void what_follows_a_message_is_left_out(String after) {
        assertThat(kept("The lamp arrived broken.\n" + after)).containsExactly("The lamp arrived broken.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks for the answer but the lamp is still broken",
                "The lamp is broken.\nThanks\nBut please do answer this time, will you?",
                "Dear customers are what you call us and then this",
                "I wrote to you from my phone",
                "High time that somebody answers"
            })
    void what_only_looks_like_it_is_kept(String text) {
        assertThat(String.join("\n", kept(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello!",
                "Hi Dana,",
                "Dear Mr. Smith,",
                "Sehr geehrte Damen und Herren,",
                "Bonjour",
                "Good morning team:"
            })
    void a_greeting_is_left_out(String greeting) {
        assertThat(kept(greeting + "\nThe lamp is broken")).containsExactly("The lamp is broken");
        if (!greeting.equals("Bonjour")) {
            assertThat(kept(greeting + " The lamp is broken")).containsExactly(" The lamp is broken");
        }
    }

    @Test
    void inline_answers_between_quoted_lines_are_kept() {
        assertThat(kept("On Monday Dana wrote:\n> did you try it?\nYes I did, twice\n> and?\nIt is still broken"))
                .containsExactly("Yes I did, twice", "It is still broken");
    }

    private static List<String> kept(String text) {
        List<String> kept = new ArrayList<>();
        Boilerplate.strip(text, (from, to) -> kept.add(text.substring(from, to)));
        return kept;
    }
}
