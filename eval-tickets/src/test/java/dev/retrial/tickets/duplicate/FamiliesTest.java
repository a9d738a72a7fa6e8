package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.FailureClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamiliesTest {

    private static final String STORY =
            "your assistant promised me a refund for the lamp after sixty days and the shop now says thirty";
    private static final String COUSIN =
            "the shop says thirty days for a refund but your assistant told me sixty when I asked for the chair";
    private static final String OTHER =
            "I cannot sign in since the update this morning and every page with codes shows an empty white box";

    @TempDir
    Path directory;

    @Test
    void failures_of_a_class_about_one_tool_in_similar_words_are_a_family() throws IOException {
        assertThat(families(
                        member("t1", STORY, FailureClass.WRONG_POLICY, "issue_refund"),
                        member("t2", OTHER, FailureClass.WRONG_POLICY, "issue_refund"),
                        member("t3", COUSIN, FailureClass.WRONG_POLICY, "issue_refund", "refund-window")))
                .containsExactly(new Family(FailureClass.WRONG_POLICY, List.of("t1", "t3")));
    }

    @Test
    void another_class_is_another_family_whatever_the_words() throws IOException {
        assertThat(families(
                        member("t1", STORY, FailureClass.WRONG_POLICY, "issue_refund"),
                        member("t2", STORY, FailureClass.WRONG_TONE, "issue_refund")))
                .isEmpty();
    }

    @Test
    void without_a_tool_or_policy_in_common_there_is_no_family() throws IOException {
        assertThat(families(
                        member("t1", STORY, FailureClass.WRONG_POLICY, "issue_refund"),
                        member("t2", COUSIN, FailureClass.WRONG_POLICY, "lookup_order"),
                        member("t3", COUSIN, FailureClass.WRONG_POLICY)))
                .isEmpty();
    }

    @Test
    void failures_of_which_no_tool_is_known_are_held_together_by_their_words() throws IOException {
        assertThat(families(
                        member("t1", STORY, FailureClass.WRONG_TONE), member("t2", COUSIN, FailureClass.WRONG_TONE)))
                .hasSize(1);
    }

    @Test
    void the_order_does_not_matter() throws IOException {
        Stories stories = new Stories(3);
        List<FamilyMember> members = new ArrayList<>();
        List<List<String>> told = List.of(stories.words(50), stories.words(50), stories.words(50));
        for (int i = 0; i < 60; i++) {
            members.add(member(
                    "t" + i,
                    String.join(" ", stories.edited(told.get(i % 3), .3)),
                    FailureClass.values()[i % 2],
                    i % 5 == 0 ? "a" : "b"));
        }
        List<Family> families = new Families(NearDuplicatesTest.KEY, directory).of(members);
        Collections.shuffle(members, new Random(1));

        assertThat(new Families(NearDuplicatesTest.KEY, directory).of(members))
                .isEqualTo(families)
                .hasSizeGreaterThan(5);
        assertThat(directory).isEmptyDirectory();
    }

    private List<Family> families(FamilyMember... members) throws IOException {
        return new Families(NearDuplicatesTest.KEY, directory).of(List.of(members));
    }

    private static FamilyMember member(String ref, String text, FailureClass failure, String... about) {
        return new FamilyMember(Stories.text(ref, text), failure, Set.of(about));
    }
}
