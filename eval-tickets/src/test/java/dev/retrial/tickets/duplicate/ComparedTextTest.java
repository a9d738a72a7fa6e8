package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.tickets.Party;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.duplicate.ComparedText.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedTextTest {

    @Test
    void the_parties_names_become_placeholders() {
        NamePlaceholders names = new NamePlaceholders(List.of(
                new Party("1", Role.CUSTOMER, List.of("Dana Smith"), List.of(), List.of(), null),
                new Party("2", Role.HUMAN_AGENT, List.of("J. Müller"), List.of(), List.of(), null)));

        assertThat(names.in("I am Dana Smith. Müller knows; Danas lamp and smith's, J. too"))
                .isEqualTo("I am [name]. [name] knows; Danas lamp and smith's, J. too");
        assertThat(names.in("Dana\nSmith")).isEqualTo("[name]\n[name]");
        assertThat(names.in("nobody")).isEqualTo("nobody");
    }

    @Test
    void a_view_is_what_a_case_would_hold() {
        ComparedText text = new ComparedText(
                "t",
                List.of(
                        new Said(false, "a"),
                        new Said(true, "b"),
                        new Said(false, "c"),
                        new Said(true, "d"),
                        new Said(false, "e")));

        assertThat(text.upTo(3).said())
                .containsExactly(new Said(false, "a"), new Said(false, "c"), new Said(true, "d"));
        Fingerprints fingerprints = new Fingerprints(NearDuplicatesTest.KEY);
        int[] words = fingerprints.words(text);
        assertThat(fingerprints.views(words, words.length))
                .containsExactly(fingerprints.words(text.upTo(1)), fingerprints.words(text.upTo(3)));
    }
}
