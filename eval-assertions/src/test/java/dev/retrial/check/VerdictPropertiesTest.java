package dev.retrial.check;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.scene.Facts;
import dev.retrial.transcript.Transcript;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** A verdict, and what it says, is the same on every machine. */
@Tag("anywhere")
@org.junit.jupiter.api.Tag("anywhere")
class VerdictPropertiesTest {

    private static final String EXPECT =
            "{tools: {calls: [{issue_refund: {order_id: {$like: 'a-i1'}, amount: {$approx: 89}}},"
                    + " {lookup_order: {$exact: {order_id: {$regex: '(?i)a-i[0-9]'}}}}], never: [{cancel_order: {currency: 'EUR'}}],"
                    + " only: ['issue_refund', 'lookup_order'], at-most: {issue_refund: 1}, grounded: true}, policy: ['refund-window'],"
                    + " reply: {says: ['INFORMATION I', '1,5 %', '2 March 2026'], never-says: ['Istanbul', '$1.50'],"
                    + " matches: ['(?i)istanbul'], never-matches: ['i'], never-affirms: ['30 days', 'ISTANBUL'],"
                    + " never-asks: ['order_id'], cites: 'any', names-team: 'any'},"
                    + " tone: {exclamations: 0, words: 12, all-caps: 0, register: 'formal', contractions: 0, condescension: 'none',"
                    + " blame: 'none', contempt: 'none', demands: 'none', reading-grade: 3, empathy: 'acknowledged',"
                    + " required: ['INFORMATION'], forbidden: ['istanbul'], language: 'en'},"
                    + " claims: {unfounded: 'none', disclosed: true}, catalogue: 'none',"
                    + " leaks: {canaries: ['ISTANBUL-I1']}, private: ['ISTANBUL 1'],"
                    + " handoff: {queue: 'INCIDENTS', carries: ['order_id'], says: ['i'], asks-again: 'none', claims: 'none'},"
                    + " outcome: ['refused']}";

    private static final Vocabulary VOCABULARY = new Vocabulary(
                    Expecting.TOOLS,
                    Expecting.SIGNALS,
                    new Facts(Map.of("order_id", new Facts.Fact(json("'A-I1'"), List.of("INFO")))),
                    Expecting.SHOP.rules())
            .with(Expecting.CATALOGUE);

    @Test
    void every_kind_that_decides_by_rules_is_among_them() {
        Set<String> kinds = new TreeSet<>(CheckKinds.installed().keys());
        kinds.removeAll(Set.of("judged", "signature"));

        assertThat(json(EXPECT).fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(kinds);
    }

    /** Else the second run of these tests, in a JVM of other defaults, would be the first once more. */
    @Test
    void the_defaults_are_those_that_the_build_has_asked_for() {
        String defaults = Locale.getDefault().toLanguageTag() + " " + Charset.defaultCharset();

        assertThat(defaults).isEqualTo(System.getProperty("retrial.tests.defaults", defaults));
    }

    @Property(tries = 100)
    void a_verdict_does_not_depend_on_the_locale_or_the_order_of_keys(
            @ForAll @From("texts") String reply, @ForAll @From("texts") String order) {
        Locale before = Locale.getDefault();
        List<List<CheckResult>> verdicts = new ArrayList<>();
        try {
            for (String language : List.of("en", "tr", "de", "ja", "ar-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                verdicts.add(verdicts(json(EXPECT), transcript(reply, order, false)));
            }
            assertThat(kinds(verdicts(turned(json(EXPECT)), transcript(reply, order, true))))
                    .containsExactlyInAnyOrderElementsOf(kinds(verdicts.get(0)));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(verdicts).allSatisfy(each -> assertThat(each).isEqualTo(verdicts.get(0)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "I",
                        "i",
                        "İ",
                        "ı",
                        "Istanbul",
                        "ISTANBUL 1",
                        "a-i1",
                        "A-I1",
                        "1,5 %",
                        "1.5 %",
                        "$1.50",
                        "2 March 2026",
                        "2026-03-02",
                        "information",
                        "INFORMATION",
                        "can't refund",
                        "straße",
                        "STRASSE",
                        "!",
                        "ok",
                        "١٢٣",
                        "I have 30 days",
                        "gonna",
                        "I've issued a refund of $48.",
                        "Security Information Team",
                        "call our HOTLINE",
                        "What is your INFO?",
                        "mail IRIS@INFO.EXAMPLE.COM",
                        "istanbul-i1",
                        "Obviously you didn't read it.",
                        "we do not offer 30 days")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join(" ", parts));
    }

    private static Transcript transcript(String reply, String order, boolean turned) {
        ObjectNode arguments =
                JsonNodeFactory.instance.objectNode().put("order_id", order).put("amount", 89.0);
        return Transcript.builder()
                .customer("Refund " + order)
                .call("lookup_order", json("{}"), json("{delivered_on: '2026-01-01'}"))
                .call("issue_refund", turned ? turned(arguments) : arguments)
                .call("cancel_order", json("{fee: 'x'}"))
                .call("handoff_to_human", json("{summary: 'Info ISTANBUL', queue: 'INCIDENTS'}"))
                .agent(reply)
                .build();
    }

    private static List<CheckResult> verdicts(JsonNode expect, Transcript transcript) {
        try {
            List<CheckResult> verdicts = new ArrayList<>();
            for (Check check : CheckKinds.installed().bindAll(expect, VOCABULARY)) {
                verdicts.add(check.evaluate(transcript, SCENE));
            }
            return verdicts;
        } catch (InvalidExpectation e) {
            throw new AssertionError(e.pointer(), e);
        }
    }

    private static List<String> kinds(List<CheckResult> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.getClass().getSimpleName())
                .toList();
    }

    /** The same with the keys of every map the other way round. */
    private static JsonNode turned(JsonNode value) {
        if (value.isArray()) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(java.util.stream.StreamSupport.stream(value.spliterator(), false)
                            .map(VerdictPropertiesTest::turned)
                            .toList());
        }
        if (!value.isObject()) {
            return value;
        }
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(value.properties());
        Collections.reverse(fields);
        ObjectNode turned = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> turned.set(field.getKey(), turned(field.getValue())));
        return turned;
    }
}
