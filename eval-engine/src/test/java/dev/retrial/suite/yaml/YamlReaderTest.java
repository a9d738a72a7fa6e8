package dev.retrial.suite.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private static final String CUT_OFF =
            "YAML cuts the text off at ' #': quote the text, or put a space behind # to make it a comment";

    @Test
    void nodes_know_where_they_begin() {
        YamlMapping root = (YamlMapping) read("title: Refund\ntags:\n  - billing\n");

        assertThat(root.entry("tags").key()).isEqualTo(new YamlScalar("tags", true, 2, 1));
        YamlSequence tags = (YamlSequence) root.get("tags");
        assertThat(tags.items()).containsExactly(new YamlScalar("billing", true, 3, 5));
    }

    @Test
    void columns_count_characters_as_an_editor_does() {
        YamlMapping root = (YamlMapping) read("{😀é: x}\n");

        assertThat(root.get("😀é").column()).isEqualTo(6);
    }

    @Test
    void lines_that_end_like_on_Windows_count_once() {
        YamlMapping root = (YamlMapping) read("title: a\r\nwhy: b\r\n");

        assertThat(root.get("why")).isEqualTo(new YamlScalar("b", true, 2, 6));
    }

    @Test
    void JSON_is_YAML() {
        YamlMapping root = (YamlMapping) read("{\"title\": \"a\", \"tags\": [\"b\"]}");

        assertThat(root.get("title")).isEqualTo(new YamlScalar("a", false, 1, 11));
    }

    @Test
    void a_file_of_comments_is_an_empty_scalar() {
        assertThat(((YamlScalar) read("# nothing yet\n")).isEmpty()).isTrue();
    }

    @Test
    void a_repeated_key_is_named_with_its_first_line() {
        assertThat(complaints("title: a\nwhy: b\ntitle: c\n"))
                .containsExactly("3:1: the key 'title' is here twice: it is already on line 1");
    }

    @Test
    void a_key_that_is_repeated_among_many_is_found() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            yaml.append("key").append(i).append(": x\n");
        }
        assertThat(complaints(yaml + "key7: y\n"))
                .containsExactly("51:1: the key 'key7' is here twice: it is already on line 8");
    }

    @Test
    void every_repeated_key_is_reported() {
        assertThat(complaints("a: 1\na: 2\nb: 1\nb: 2\n")).hasSize(2);
    }

    @Test
    void text_cut_off_by_a_number_sign_is_an_error() {
        assertThat(complaints("customer: My order is #1042, hurry\n")).containsExactly("1:23: " + CUT_OFF);
    }

    @Test
    void an_item_cut_off_by_a_number_sign_is_an_error() {
        assertThat(complaints("- \"a\"\n- order #1042\n")).containsExactly("2:9: " + CUT_OFF);
    }

    @Test
    void a_value_that_is_all_cut_off_is_an_error() {
        assertThat(complaints("order_id: #1042\nwhy: x\n")).containsExactly("1:11: " + CUT_OFF);
    }

    @Test
    void a_line_of_text_that_is_taken_for_a_comment_is_an_error() {
        assertThat(complaints("customer: My order is\n  #1042\nwhy: x\n")).containsExactly("2:3: " + CUT_OFF);
    }

    @Test
    void the_number_sign_is_found_behind_characters_beyond_the_basic_plane() {
        assertThat(complaints("why: 😀😀\ncustomer: 😀 order #1042\n")).containsExactly("2:19: " + CUT_OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: a # a comment\n",
                "#title: b\ntitle: a\n",
                "tags:\n  #- b\n  - a\n",
                "title: a\n#why: b\nowner: c\n",
                "title: \"order #1042\"\n",
                "title: order#1042\n",
                "why: |\n  #1042\n  and #1043\ntitle: a\n",
                "title: a #\n",
                "turn:\n  a: b\n  #c: d\n  e: f\n",
                "empty:\n  #c: d\ntitle: a\n"
            })
    void comments_and_quoted_number_signs_are_fine(String yaml) {
        assertThat(complaints(yaml)).isEmpty();
    }

    @Test
    void an_alias_is_refused_as_text_to_be_quoted() {
        assertThat(complaints("says:\n  - *important\n"))
                .containsExactly("2:5: text that begins with '*' must be quoted: aliases are not read");
    }

    @Test
    void text_that_begins_with_a_star_and_a_space_is_refused() {
        assertThat(complaints("- * please\n"))
                .containsExactly("1:4: text that begins with '*' must be quoted: aliases are not read");
    }

    @Test
    void an_anchor_is_refused() {
        assertThat(complaints("says: &x hello\n"))
                .containsExactly("1:7: text that begins with '&' must be quoted: anchors are not read");
    }

    @Test
    void an_anchor_on_a_map_is_refused() {
        assertThat(complaints("base: &x\n  a: b\n"))
                .containsExactly("1:7: text that begins with '&' must be quoted: anchors are not read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"says: !important\n", "says: !!str 5\n", "says: ! 5\n", "says: !<tag:yaml.org,2002:str> x\n"})
    void a_tag_is_refused(String yaml) {
        assertThat(complaints(yaml))
                .containsExactly("1:7: text that begins with '!' must be quoted: tags are not read");
    }

    @Test
    void a_tag_directive_is_refused() {
        assertThat(complaints("%TAG ! tag:example.com,2026:\n---\na: b\n"))
                .containsExactly("1:1: tags are not read: remove the %TAG line");
    }

    @Test
    void a_merge_key_is_refused() {
        assertThat(complaints("<<: {a: b}\n"))
                .containsExactly("1:1: '<<' does not merge maps here: write the keys out");
    }

    @Test
    void an_alias_bomb_ends_at_its_first_anchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(complaints(bomb.toString()))
                .first()
                .isEqualTo("1:5: text that begins with '&' must be quoted: anchors are not read");
    }

    @Test
    void a_second_document_is_refused() {
        assertThat(complaints("---\ntitle: a\n---\ntitle: b\n"))
                .containsExactly("3:1: a second document begins here: a file holds one");
    }

    @Test
    void a_document_may_be_marked() {
        assertThat(complaints("---\ntitle: a\n...\n")).isEmpty();
    }

    @Test
    void a_tab_that_indents_is_named() {
        assertThat(complaints("expect:\n\ttools: none\n"))
                .containsExactly("2:1: a tab cannot indent in YAML: use spaces");
    }

    @Test
    void a_second_colon_asks_for_quotes() {
        assertThat(complaints("title: Refund: demanded\n"))
                .containsExactly("1:14: a second ': ' in one line makes no sense to YAML: quote the text");
    }

    @Test
    void a_quote_that_is_never_closed_is_reported_where_it_opens() {
        assertThat(complaints("title: a\nwhy: \"open\nowner: b\n"))
                .containsExactly("2:6: the quote that opens here is never closed");
    }

    @Test
    void a_character_that_begins_nothing_asks_for_quotes() {
        assertThat(complaints("title: @home\n"))
                .containsExactly("1:8: text that begins with this character must be quoted");
    }

    @Test
    void lines_that_do_not_line_up_are_named() {
        assertThat(complaints("expect:\n    tools: none\n  reply: x\n"))
                .containsExactly("3:3: this does not line up with the lines above: check the indentation");
    }

    @Test
    void a_flow_list_that_is_not_closed_is_named() {
        assertThat(complaints("tags: [a, b\nwhy: c\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2:");
    }

    @Test
    void a_map_as_a_key_is_refused() {
        assertThat(complaints("? {a: b}\n: c\n")).containsExactly("1:3: a key must be text, not a map or a list");
    }

    @Test
    void a_missing_key_is_refused() {
        assertThat(complaints("?\n: a\n")).containsExactly("1:2: a key is missing before ':'");
    }

    @Test
    void a_NUL_is_named_with_its_place() {
        assertThat(complaints("title: a\nwhy: b\0c\n"))
                .containsExactly("2:7: the character U+0000 must not be in a YAML file: remove it, or write it as an"
                        + " escape in double quotes");
    }

    @Test
    void nesting_ends_at_64() {
        assertThat(complaints("[".repeat(64) + "]".repeat(64))).isEmpty();
        assertThat(complaints("[".repeat(65) + "]".repeat(65)))
                .containsExactly("1:65: maps and lists lie more than 64 deep in one another");
    }

    @Test
    void a_million_brackets_end_at_the_same_depth() {
        assertThat(complaints("[".repeat(1_000_000)))
                .containsExactly("1:65: maps and lists lie more than 64 deep in one another");
    }

    @Test
    void an_escape_of_a_character_that_does_not_exist_is_an_error() {
        assertThat(complaints("why: \"\\UFFFFFFFF\"\n")).hasSize(1);
    }

    private static YamlNode read(String yaml) {
        return YamlReader.read(yaml, (line, column, reason) -> {
            throw new AssertionError(line + ":" + column + ": " + reason);
        });
    }

    private static List<String> complaints(String yaml) {
        Heard heard = new Heard();
        YamlNode root = YamlReader.read(yaml, heard);
        assertThat(root == null).isEqualTo(!heard.all.isEmpty());
        return heard.all;
    }
}
