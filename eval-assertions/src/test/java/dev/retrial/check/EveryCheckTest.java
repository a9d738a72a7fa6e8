package dev.retrial.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.CheckTable.Row;
import dev.retrial.check.CheckTable.Trial;
import dev.retrial.check.report.FailureText;
import dev.retrial.check.report.Finding;
import dev.retrial.documentation.SignatureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every kind of check that exists to {@link CheckTable}: what passes, what fails and with which words, where it does not apply, and what breaks it. */
class EveryCheckTest {

    private static final List<String> VERDICTS = List.of("passes", "fails", "not applicable", "errs");

    /** Keys that are no check of their own but a part of others. */
    private static final Set<String> PARTS =
            Set.of("tools.order", "tools.may", "leaks.allow", "tone.leave-out", "judged.criterion", "judged.class");

    /** Keys whose check goes by a shorter name. */
    private static final Set<String> SHORT = Set.of("claims.unfounded");

    @Test
    void every_kind_of_check_and_every_key_of_one_stands_in_the_table() {
        Set<String> missing = new TreeSet<>();
        Set<String> known = names();
        for (String kind : CheckKinds.installed().keys()) {
            CheckKind found = CheckKinds.installed().find(kind);
            if (found == null || found instanceof SignatureKind) {
                continue;
            }
            if (known.stream().noneMatch(name -> name.equals(kind) || name.startsWith(kind + "."))) {
                missing.add(kind);
            }
            for (String key : keys(found.schema(), new TreeSet<>())) {
                String name = kind + "." + key;
                if (!known.contains(name) && !PARTS.contains(name) && !SHORT.contains(name)) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_check_that_some_row_binds_stands_in_the_table() {
        Set<String> bound = new TreeSet<>();
        for (Row row : CheckTable.rows()) {
            row.trials.values().forEach(trial -> checks(trial).forEach(check -> bound.add(check.name())));
        }
        bound.removeAll(names());
        assertThat(bound).isEmpty();
    }

    @Test
    void every_row_says_of_each_verdict_how_it_comes_about_or_why_it_cannot() {
        List<String> silent = new ArrayList<>();
        for (Row row : CheckTable.rows()) {
            for (String verdict : VERDICTS) {
                if (row.trials.containsKey(verdict) == row.impossible.containsKey(verdict)) {
                    silent.add(row.name + " " + verdict);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @TestFactory
    List<DynamicTest> every_verdict_is_given_in_these_words() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : CheckTable.rows()) {
            row.trials.forEach((verdict, trial) -> tests.add(DynamicTest.dynamicTest(
                    row.expect + " " + verdict,
                    () -> assertThat(told(row.name, trial))
                            .isEqualTo(verdict + (trial.told().isEmpty() ? "" : ": " + trial.told())))));
        }
        return tests;
    }

    private static String told(String name, Trial trial) {
        Check check = check(name, trial);
        CheckResult result = check.evaluate(trial.transcript(), trial.scene());
        if (result instanceof NotApplicable none) {
            return "not applicable: " + none.reason();
        }
        if (result instanceof Errored errored) {
            return "errs: " + errored.reason();
        }
        return result instanceof Failed ? "fails: " + facts(trial, check, result) : "passes";
    }

    static Check check(String name, Trial trial) {
        return checks(trial).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + name));
    }

    /** The facts of a failure as people read them, without the headline and the replies around them. */
    private static String facts(Trial trial, Check check, CheckResult result) {
        String message = FailureText.of(trial.transcript(), List.of(new Finding(check, result)))
                .message();
        int begin = message.indexOf("\n\ncheck ") + 2;
        int end = message.indexOf("\n\nreply, turn ");
        return message.substring(begin, end < 0 ? message.length() : end);
    }

    private static List<Check> checks(Trial trial) {
        return Expecting.checks(
                trial.expect(),
                new Vocabulary(Expecting.TOOLS, Expecting.SIGNALS, trial.facts(), Expecting.SHOP.rules())
                        .with(Expecting.CATALOGUE));
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Row row : CheckTable.rows()) {
            names.add(row.name);
        }
        return names;
    }

    /** The keys that a kind takes, not those within their values. */
    private static Set<String> keys(JsonNode schema, Set<String> keys) {
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        for (String choice : List.of("anyOf", "oneOf")) {
            for (JsonNode one : schema.path(choice)) {
                keys(one, keys);
            }
        }
        return keys;
    }
}
