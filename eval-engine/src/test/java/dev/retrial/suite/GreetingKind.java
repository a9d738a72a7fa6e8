package dev.retrial.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.check.BoundedCheck;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.CheckResult;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Passed;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A kind of check that a team adds: how often, and with which words, the customer may be greeted. */
public final class GreetingKind implements CheckKind {

    @Override
    public String key() {
        return "greeting";
    }

    @Override
    public JsonNode schema() {
        try {
            return new ObjectMapper().readTree("""
                            {"type": "object", "minProperties": 1, "additionalProperties": false, "properties": {
                              "words": {"type": "array", "items": {"type": "string"}},
                              "at-most": {"type": "integer", "minimum": 0},
                              "throw": {"type": "boolean"}}}
                            """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json);
        List<Check> checks = new ArrayList<>();
        Spec words = spec.optional("words");
        if (words != null) {
            for (Spec word : words.items()) {
                if (word.text().equals("forbidden")) {
                    throw word.invalid("this word greets nobody");
                }
            }
            checks.add(new Words(words.texts()));
        }
        Spec atMost = spec.optional("at-most");
        if (atMost != null) {
            checks.add(new AtMost(atMost.integer(0, 100)));
        }
        if (spec.optional("throw") != null) {
            throw new IllegalStateException("secret");
        }
        return checks;
    }

    record Words(List<String> words) implements Check {
        @Override
        public String name() {
            return "greeting.words";
        }

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return Passed.PLAIN;
        }
    }

    record AtMost(int bound) implements BoundedCheck {
        @Override
        public String name() {
            return "greeting.at-most";
        }

        @Override
        public boolean looserThan(Check outer) {
            return bound > ((AtMost) outer).bound;
        }

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return Passed.PLAIN;
        }
    }
}
