package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.CheckKinds;
import dev.retrial.check.CheckResult;
import dev.retrial.check.ConfidentialCheck;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Severity;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code always:} of {@code suite.yaml} holds every cell to: one kind of check, with {@code none}.
 *
 * <p>It is bound when a trial is first graded, since its words are many and reading a suite should not wait for them.
 */
final class AlwaysChecks {

    private final String kind;
    private final Vocabulary vocabulary;
    private volatile @Nullable List<Check> bound;

    private AlwaysChecks(String kind, Vocabulary vocabulary) {
        this.kind = kind;
        this.vocabulary = vocabulary;
    }

    /** How much weight a suite gives to one of them. */
    enum Standing {
        GATE,
        REPORT,
        SKIP
    }

    /** The kinds, in the order in which they are evaluated. */
    enum Kind {
        CLAIMS("claims", "claims"),
        CATALOGUE("catalogue", "catalogue"),
        LEAKS("leaks", "leaks.personal-data", "leaks.prompt");

        private final String key;
        private final List<String> names;

        Kind(String key, String... names) {
            this.key = key;
            this.names = List.of(names);
        }

        /** The key under {@code always:} and under {@code expect:}. */
        String key() {
            return key;
        }
    }

    /** The checks of a kind, or none where they are to be skipped or have nothing to be held against. */
    static List<ScopedCheck> of(Kind kind, Standing standing, Vocabulary vocabulary) {
        Severity severity = switch (standing) {
            case GATE -> Severity.MAJOR;
            case REPORT, SKIP -> Severity.ADVISORY;
        };
        boolean applies = kind != Kind.CATALOGUE || vocabulary.catalogue().declared();
        if (standing == Standing.SKIP || !applies) {
            return List.of();
        }
        AlwaysChecks checks = new AlwaysChecks(kind.key, vocabulary);
        List<ScopedCheck> scoped = new ArrayList<>(2);
        for (String name : kind.names) {
            Check check = name.equals("leaks.personal-data")
                    ? new Confidential(name, severity, checks)
                    : new Plain(name, severity, checks);
            scoped.add(new ScopedCheck(check, kind.key, Layer.ALWAYS, null));
        }
        return scoped;
    }

    private Check bound(String name) {
        List<Check> checks = bound;
        for (Check check : checks == null ? bind() : checks) {
            if (check.name().equals(name)) {
                return check;
            }
        }
        throw new IllegalStateException("'" + kind + ": none' has no check '" + name + "'");
    }

    private synchronized List<Check> bind() {
        List<Check> checks = bound;
        if (checks == null) {
            CheckKind found = CheckKinds.installed().find(kind);
            if (found == null) {
                throw new IllegalStateException("there is no kind of check '" + kind + "'");
            }
            try {
                checks = found.bind(TextNode.valueOf("none"), vocabulary);
            } catch (InvalidExpectation e) {
                throw new IllegalStateException("'" + kind + ": none' is no expectation", e);
            }
            bound = checks;
        }
        return checks;
    }

    private record Plain(String name, Severity severity, AlwaysChecks checks) implements Check {

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return checks.bound(name).evaluate(transcript, scene);
        }
    }

    private record Confidential(String name, Severity severity, AlwaysChecks checks) implements ConfidentialCheck {

        @Override
        public CheckResult evaluate(Transcript transcript, Scene scene) {
            return checks.bound(name).evaluate(transcript, scene);
        }

        @Override
        public String masked(String message) {
            return ((ConfidentialCheck) checks.bound(name)).masked(message);
        }

        @Override
        public String masked(String message, CheckResult result) {
            return ((ConfidentialCheck) checks.bound(name)).masked(message, result);
        }
    }
}
