package dev.retrial.suite;

import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Vocabulary;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Words;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code expect:} of any layer, kind by kind, so that one mistake does not hide another. */
final class ExpectReader {

    private final Complaints complaints;
    private final TextPool pool;
    private final BoundBefore boundBefore;

    /** A reader that binds every expectation anew. */
    ExpectReader(Complaints complaints, TextPool pool) {
        this(complaints, pool, new BoundBefore());
    }

    /** A reader that knows what other files with the same vocabulary have expected. */
    ExpectReader(Complaints complaints, TextPool pool, BoundBefore boundBefore) {
        this.complaints = complaints;
        this.pool = pool;
        this.boundBefore = boundBefore;
    }

    /**
     * A check with the place of its key.
     *
     * @param check the check
     * @param place where it is written
     */
    record Placed(ScopedCheck check, YamlNode place) {}

    /**
     * Binds the expectations of one layer.
     *
     * @param expect the value of {@code expect:}
     * @param expectable the kinds that may stand here, or null for all
     * @param turn the customer's turn, from 1, or null for the whole trial
     */
    List<Placed> read(
            YamlNode expect,
            @Nullable Collection<String> expectable,
            Layer layer,
            @Nullable Integer turn,
            Vocabulary vocabulary) {
        List<Placed> checks = new ArrayList<>();
        if (!(expect instanceof YamlMapping mapping)) {
            complaints.at(expect, "'expect' takes a map of expectations");
            return checks;
        }
        if (mapping.entries().isEmpty()) {
            complaints.at(expect, "'expect' is empty: give it an expectation or leave it out");
            return checks;
        }
        Map<String, Schemas.Kind> kinds = Schemas.kinds();
        for (YamlMapping.Entry entry : mapping.entries()) {
            String key = entry.name();
            Schemas.Kind kind = kinds.get(key);
            if (kind == null) {
                complaints.at(entry.key(), Words.missing("unknown expectation", key, known(kinds, expectable)));
            } else if (expectable != null && !expectable.contains(key)) {
                complaints.at(
                        entry.key(),
                        "a cohort expects only " + String.join(", ", known(kinds, expectable))
                                + ": what is true for every customer belongs into the suite or the case");
            } else if (kind.shape().accepts(entry.value(), key, complaints)) {
                bind(kind, entry, layer, turn, vocabulary, checks);
            }
        }
        return checks;
    }

    private static List<String> known(Map<String, Schemas.Kind> kinds, @Nullable Collection<String> expectable) {
        List<String> known = new ArrayList<>();
        for (String key : kinds.keySet()) {
            if (expectable == null || expectable.contains(key)) {
                known.add(key);
            }
        }
        return known;
    }

    private void bind(
            Schemas.Kind kind,
            YamlMapping.Entry entry,
            Layer layer,
            @Nullable Integer turn,
            Vocabulary vocabulary,
            List<Placed> checks) {
        CheckKind checkKind = kind.kind();
        String key = checkKind.key();
        try {
            List<Check> bound = boundBefore.bind(checkKind, kind.shape().json(entry.value(), pool), vocabulary);
            if (bound.isEmpty()) {
                complaints.at(entry.key(), Words.quoted(key) + " expects nothing");
            }
            for (Check check : bound) {
                ScopedCheck scoped = new ScopedCheck(check, key, layer, turn);
                checks.add(new Placed(scoped, Places.ofCheck(entry, check.name())));
            }
        } catch (InvalidExpectation e) {
            complaints.at(Places.of(entry, e.pointer()), e.getMessage());
        } catch (RuntimeException e) {
            // A team's own kind: whatever it does, the other files are read.
            complaints.at(
                    entry.key(),
                    Words.quoted(key) + " cannot be read: "
                            + checkKind.getClass().getName() + " threw "
                            + e.getClass().getName());
        }
    }
}
