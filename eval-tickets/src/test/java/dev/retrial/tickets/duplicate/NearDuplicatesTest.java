package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.duplicate.ComparedText.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesTest {

    static final SignatureKey KEY = SignatureKey.of("a key for tests".getBytes(StandardCharsets.UTF_8));

    private static final String STORY =
            "Your assistant told me that I could return the lamp within sixty days of the purchase and now the warehouse refuses to take it back";
    private static final String OTHER =
            "I cannot sign in since the update this morning and the page with the codes shows nothing but an empty white box on every browser";

    @TempDir
    Path directory;

    @Test
    void a_story_told_twice_is_proposed_once_and_counted() throws IOException {
        List<Finding> findings = findings(
                Stories.text("t1", STORY),
                Stories.text("t2", STORY.replace("lamp", "chair")),
                Stories.text("t3", OTHER));

        assertThat(findings).extracting(Finding::ref).containsExactly("t1", "t2", "t3");
        assertThat(findings.get(0)).isEqualTo(new Finding("t1", Finding.Kind.NEW, null, 1, 2));
        assertThat(findings.get(1).kind()).isEqualTo(Finding.Kind.REPEATS_TICKET);
        assertThat(findings.get(1).of()).isEqualTo("t1");
        assertThat(findings.get(1).similarity()).isBetween(.6, .99);
        assertThat(findings.get(2)).isEqualTo(new Finding("t3", Finding.Kind.NEW, null, 1, 1));
    }

    @Test
    void the_smallest_reference_stands_for_all_in_whatever_order_they_come() throws IOException {
        List<Finding> findings =
                findings(Stories.text("t9", STORY), Stories.text("t10", STORY), Stories.text("t2", STORY));

        assertThat(findings).extracting(Finding::ref).containsExactly("t10", "t2", "t9");
        assertThat(findings).extracting(Finding::of).containsExactly(null, "t10", "t10");
        assertThat(findings.get(0).count()).isEqualTo(3);
    }

    @Test
    void numbers_addresses_and_links_do_not_tell_tickets_apart() throws IOException {
        List<Finding> findings = findings(
                Stories.text(
                        "t1",
                        STORY + " A-1042 for 89.00, see https://shop.example.com/o/1042 or write to dana@example.com"),
                Stories.text(
                        "t2",
                        STORY
                                + " B-77 for 1,250, see http://shop.example.com/o/77?x=1 or write to lee.wu@example.org"));

        assertThat(findings.get(1).kind()).isEqualTo(Finding.Kind.REPEATS_TICKET);
        assertThat(findings.get(1).similarity()).isEqualTo(1);
    }

    @Test
    void texts_without_words_are_nobodys_copies() throws IOException {
        assertThat(findings(
                        Stories.text("t1", ""),
                        Stories.text("t2", " \n"),
                        Stories.text("t3", "?!"),
                        new ComparedText("t4", List.of())))
                .extracting(Finding::kind)
                .containsOnly(Finding.Kind.NEW);
    }

    @Test
    void a_ticket_repeats_the_case_that_holds_the_turn_at_which_the_agent_failed() throws IOException {
        String reply =
                "No worries at all, I have refunded the full amount and you can keep the lamp for as long as you like";
        ComparedText ticket = new ComparedText(
                "t1",
                List.of(
                        new Said(false, STORY),
                        new Said(
                                true,
                                "Could you tell me the number of your order so that I can look it up for you please"),
                        new Said(false, "It is the one of last week"),
                        new Said(true, reply),
                        new Said(false, OTHER),
                        new Said(
                                true,
                                OTHER
                                        + " sorry to hear that, let me ask a colleague who knows more about all of this")));
        ComparedText caseText = new ComparedText(
                "refund-window",
                List.of(
                        new Said(false, STORY.replace("lamp", "chair")),
                        new Said(false, "It is the one of last week"),
                        new Said(true, reply)));

        Finding finding = withKnown(List.of(new KnownCase(caseText, "another")), List.of(), ticket)
                .get(0);

        assertThat(finding.kind()).isEqualTo(Finding.Kind.REPEATS_CASE);
        assertThat(finding.of()).isEqualTo("refund-window");
        assertThat(finding.similarity()).isBetween(.8, .99);
    }

    @Test
    void the_ticket_that_a_case_was_made_of_repeats_it_whatever_it_says_now() throws IOException {
        Finding finding = withKnown(
                        List.of(new KnownCase(Stories.text("refund-window", STORY), "t1")),
                        List.of(),
                        Stories.text("t1", OTHER))
                .get(0);

        assertThat(finding).isEqualTo(new Finding("t1", Finding.Kind.REPEATS_CASE, "refund-window", 1, 1));
    }

    @Test
    void a_copy_of_a_rejected_ticket_is_known_by_its_signature() throws IOException {
        RejectedTicket rejected = rejected("t0", STORY);

        List<Finding> findings = withKnown(
                List.of(),
                List.of(rejected),
                Stories.text("t0", OTHER),
                Stories.text("t1", STORY.replace("lamp", "chair")));

        assertThat(findings).extracting(Finding::kind).containsOnly(Finding.Kind.REPEATS_REJECTED);
        assertThat(findings).extracting(Finding::of).containsOnly("t0");
    }

    @Test
    void a_signature_under_another_key_matches_nothing() throws IOException {
        Signature foreign = new Fingerprints(SignatureKey.of(new byte[] {1})).signature(Stories.text("t0", STORY));

        List<Finding> findings = withKnown(
                List.of(), List.of(new RejectedTicket("t0", null, foreign, "no failure")), Stories.text("t1", STORY));

        assertThat(findings.get(0).kind()).isEqualTo(Finding.Kind.NEW);
    }

    @Test
    void what_one_of_several_copies_repeats_all_of_them_do() throws IOException {
        String between = STORY.replace("lamp", "chair").replace("assistant", "robot");
        String further = between.replace("warehouse", "shop").replace("refuses", "declines");
        List<Finding> findings = withKnown(
                List.of(new KnownCase(Stories.text("refund-window", STORY), null)),
                List.of(),
                Stories.text("t1", further),
                Stories.text("t2", between));

        assertThat(findings).extracting(Finding::kind).containsOnly(Finding.Kind.REPEATS_CASE);
        assertThat(findings).extracting(Finding::of).containsOnly("refund-window");
    }

    @Test
    void a_line_that_many_tickets_share_neither_makes_copies_nor_hides_them() throws IOException {
        Stories stories = new Stories(5);
        String shared = String.join(" ", stories.words(40));
        List<ComparedText> texts = new ArrayList<>();
        for (int i = 100; i < 200; i++) {
            String story = String.join(" ", stories.words(18));
            texts.add(Stories.text("t" + i, story + "\n" + shared));
            texts.add(Stories.text("u" + i, story));
        }

        List<Finding> findings = findings(texts.toArray(new ComparedText[0]));

        assertThat(findings.subList(0, 100)).allMatch(finding -> finding.count() == 2);
        assertThat(findings.subList(100, 200)).allMatch(finding -> finding.of() != null && finding.similarity() == 1);
    }

    @Test
    void a_mass_mail_is_no_boilerplate() throws IOException {
        List<ComparedText> texts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            texts.add(Stories.text("t" + i, "Hello Dana,\n" + STORY + "\n" + OTHER + "\nBest regards\nPerson " + i));
        }

        assertThat(findings(texts.toArray(new ComparedText[0])).stream()
                        .filter(finding -> finding.kind() == Finding.Kind.NEW))
                .containsExactly(new Finding("t0", Finding.Kind.NEW, null, 1, 120));
    }

    @Test
    void neither_the_order_nor_the_number_of_threads_changes_anything() throws IOException {
        List<ComparedText> texts = Stories.mixture(11, 3_000);
        List<Finding> one = run(texts, 1, new TreeSet<>());
        List<ComparedText> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(run(shuffled, 4, new TreeSet<>())).isEqualTo(one);
        assertThat(one).extracting(Finding::kind).contains(Finding.Kind.REPEATS_TICKET);
    }

    @Test
    void asking_for_every_pair_changes_no_group() throws IOException {
        List<ComparedText> texts = Stories.mixture(12, 2_000);
        List<Finding> alone = new ArrayList<>();
        try (NearDuplicates search = search(texts, 2)) {
            search.find().forEach(alone::add);
        }

        assertThat(run(texts, 2, new TreeSet<>())).isEqualTo(alone);
    }

    @Test
    void where_no_bucket_is_large_the_pairs_are_those_of_comparing_each_with_each() throws IOException {
        Stories stories = new Stories(13);
        List<ComparedText> texts = new ArrayList<>();
        List<String> told = List.of();
        for (int i = 0; i < 1_200; i++) {
            told = i % 4 == 0 ? stories.words(30 + stories.below(100)) : stories.edited(told, .03);
            // Of equal texts only one is compared with others.
            texts.add(Stories.text("t" + i, String.join(" ", told) + " " + "x".repeat(i + 1)));
        }
        Set<String> found = new TreeSet<>();
        run(texts, 2, found);
        Set<String> all = new TreeSet<>();
        everyPair(
                texts,
                (a, b) -> all.add(
                        texts.get(a).ref().compareTo(texts.get(b).ref()) < 0
                                ? texts.get(a).ref() + " " + texts.get(b).ref()
                                : texts.get(b).ref() + " " + texts.get(a).ref()));

        assertThat(all).containsAll(found).hasSizeGreaterThan(1_000);
        assertThat(found.size()).isGreaterThanOrEqualTo((int) Math.ceil(all.size() * .995));
    }

    @Test
    void with_a_mass_mail_its_group_is_that_of_comparing_each_with_each() throws IOException {
        List<ComparedText> texts = new ArrayList<>(Stories.mixture(14, 1_500));
        texts.sort((a, b) -> a.ref().compareTo(b.ref()));
        Components components = new Components(texts.size());
        everyPair(texts, components::join);
        int[] sizes = new int[texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            sizes[components.find(i)]++;
        }
        int largest = IntStream.of(sizes).max().orElseThrow();

        assertThat(run(texts, 2, new TreeSet<>())).extracting(Finding::count).contains(largest);
        assertThat(largest).isGreaterThan(150);
    }

    private static void everyPair(List<ComparedText> texts, Bucket.Pairs pairs) {
        Fingerprints fingerprints = new Fingerprints(KEY);
        List<int[]> sets = new ArrayList<>();
        texts.forEach(text -> sets.add(fingerprints.shingles(fingerprints.words(text), SharedLines.NONE)));
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                if (Overlap.isCopy(sets.get(i), sets.get(j))) {
                    pairs.pair(i, j);
                }
            }
        }
    }

    @Test
    void a_reference_that_comes_twice_is_refused() throws IOException {
        try (NearDuplicates search = search(List.of(Stories.text("t1", STORY), Stories.text("t1", OTHER)), 1)) {
            assertThatThrownBy(search::find)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("t1 comes twice");
        }
    }

    @Test
    void nothing_is_left_on_disk_and_nothing_on_it_was_text() throws IOException {
        try (NearDuplicates search = search(List.of(Stories.text("t1", STORY)), 1)) {
            search.find();
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("lamp");
                }
            }
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void one_ticket_is_asked_for_by_its_reference() throws IOException {
        List<ComparedText> texts = Stories.mixture(17, 300);
        try (NearDuplicates search = search(texts, 2)) {
            Duplicates duplicates = search.find();
            duplicates.forEach(
                    finding -> assertThat(duplicates.of(finding.ref())).isEqualTo(finding));
            assertThat(duplicates.of("none")).isNull();
        }
    }

    static RejectedTicket rejected(String ref, String text) {
        return new RejectedTicket(
                ref,
                FailureClass.WRONG_POLICY,
                new Fingerprints(KEY).signature(Stories.text(ref, text)),
                "policy was right");
    }

    private NearDuplicates search(Collection<ComparedText> texts, int threads) throws IOException {
        NearDuplicates search = new NearDuplicates(KEY, directory, threads);
        for (ComparedText text : texts) {
            search.add(text);
        }
        return search;
    }

    private List<Finding> run(Collection<ComparedText> texts, int threads, Set<String> pairs) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (NearDuplicates search = search(texts, threads)) {
            search.find((first, second) -> pairs.add(first + " " + second)).forEach(findings::add);
        }
        return findings;
    }

    private List<Finding> findings(ComparedText... texts) throws IOException {
        return withKnown(List.of(), List.of(), texts);
    }

    private List<Finding> withKnown(List<KnownCase> cases, List<RejectedTicket> rejected, ComparedText... texts)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (NearDuplicates search = search(List.of(texts), 2)) {
            cases.forEach(search::addCase);
            rejected.forEach(search::addRejected);
            search.find().forEach(findings::add);
        }
        return findings;
    }
}
