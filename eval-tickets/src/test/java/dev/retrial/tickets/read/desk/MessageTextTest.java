package dev.retrial.tickets.read.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @Test
    void markup_becomes_lines_and_keeps_addresses_and_lists() {
        assertThat(
                        MessageText.of(
                                "<p>Hi&nbsp;Dana,</p><p>see <a href='https://x.example/a'>here</a> or <a href='https://x.example/b'>https://x.example/b</a>:</p>"
                                        + "<ul><li>One</li><li>Two</li></ul><script>alert(1)</script><style>p{}</style>Bye<br>Mo"))
                .isEqualTo(
                        "Hi Dana,\n\nsee here (https://x.example/a) or https://x.example/b:\n\n- One\n- Two\n\nBye\nMo");
    }

    @Test
    void what_is_no_markup_keeps_its_brackets() {
        assertThat(MessageText.of("if a < b and c > d\r\n\r\n\r\nthen\tx ")).isEqualTo("if a < b and c > d\n\nthen x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>New</div><div class=\"gmail_quote\">On Monday X wrote:<blockquote>Old</blockquote></div>",
                "<p>New</p><blockquote type=\"cite\">Old</blockquote>",
                "<p>New</p><div class=\"moz-cite-prefix\">On 1/2/26 X wrote:</div><blockquote type=\"cite\">Old</blockquote>",
                "<div>New</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">From: X</div><div>Old</div>",
                "<div>New</div><div class=\"gmail_signature\">X, Old Street</div>",
                "New\n\nOn Mon, 2 Mar 2026 at 09:15, X <x@example.com> wrote:\n> Old\n> Older",
                "New\n\nAm 02.03.2026 um 09:15 schrieb X:\n> Old",
                "New\n\nLe lun. 2 mars 2026 à 09:15, X a écrit :\n> Old",
                "New\n\nOn Mon, 2 Mar 2026 at 09:15, X\n<x@example.com> wrote:\n\n> Old\n",
                "New\n> Old",
                "New\n-----Original Message-----\nFrom: X\nOld",
                "New\n##- Please type your reply above this line -##\nOld",
                "New\n-- \nX\nOld Street"
            })
    void history_and_signature_go_where_they_are_marked(String body) {
        assertThat(MessageText.of(body)).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> You have 60 days\nThat is what your bot said!",
                "On Monday your bot wrote:\nYou have 60 days",
                "> only quoted",
                "I paid -- twice -- and wrote: nothing",
                "a\n--\nb"
            })
    void what_is_not_clearly_history_stays(String body) {
        assertThat(MessageText.of(body)).isEqualTo(body);
    }

    @Test
    void a_quotation_in_the_middle_of_markup_stays() {
        assertThat(MessageText.of("<p>You wrote</p><blockquote>60 days</blockquote><p>which is wrong</p>"))
                .isEqualTo("You wrote\n\n60 days\n\nwhich is wrong");
    }

    @Test
    void markup_that_is_nothing_but_history_is_kept() {
        assertThat(MessageText.of("<div class=\"gmail_quote\">Forwarded</div>")).isEqualTo("Forwarded");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:15:00Z, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00.5Z, 2026-03-02T09:15:00.500Z",
        "2026-03-02T10:15:00+01:00, 2026-03-02T09:15:00Z",
        "2026/03/02 02:15:00 -0700, 2026-03-02T09:15:00Z",
        "2026-03-02 09:15:00 UTC, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00, 2026-03-02T09:15:00Z",
        "1772442900, 2026-03-02T09:15:00Z",
        "1772442900000, 2026-03-02T09:15:00Z"
    })
    void times_are_read_as_help_desks_write_them(String text, Instant time) {
        assertThat(Times.of(TextNode.valueOf(text))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-13-02T09:15:00Z", "2026-03-02Tab:15:00Z", "2026-03-02", "99999999999999999999"
            })
    void what_is_no_time_is_none(String text) {
        assertThat(Times.of(TextNode.valueOf(text))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "exports/ticket-4711-comments.json, 4711",
        "exports/4711.json, 4711",
        "exports/tickets/4711/comments.json, 4711",
        "exports/4711/comments.json, 4711",
        "comments_4711_page-2.json, 4711",
        "2026-03-02-comments-4711.json.gz, 4711",
        "conversation-3011-threads.json, 3011",
        "export.zip!/ticket-12/comments.json, 12"
    })
    void a_files_name_tells_the_ticket(String name, String id) {
        assertThat(Ids.inFileName(name)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comments.json", "page-3.json", "2026-03-02.json", "12-13.json", "v2.json"})
    void a_files_name_that_tells_none_or_several_tells_nothing(String name) {
        assertThat(Ids.inFileName(name)).isNull();
    }
}
