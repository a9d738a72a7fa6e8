package dev.retrial.run;

import dev.retrial.check.policy.RuleHolds;
import dev.retrial.scene.Catalogue;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Suite;
import dev.retrial.text.Particular;
import dev.retrial.text.Phrase;
import dev.retrial.text.PhraseSieve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The documents and rules that a suite knows by name, so that a reply which names one states the same as a reply which gives its address.
 *
 * <p>The id of a rule counts where it is written as one, with its hyphens: without them it may be plain English.
 */
final class NamedDocuments {

    private final List<Named> all = new ArrayList<>();

    NamedDocuments(Suite suite) {
        for (Map.Entry<String, List<String>> document :
                suite.catalogue().of(Catalogue.Group.DOCUMENTS).entrySet()) {
            Particular fact = new Particular(Particular.Kind.LINK, document.getKey());
            add(document.getKey(), true, fact);
            for (String other : document.getValue()) {
                add(other, true, fact);
            }
        }
        for (ScopedCheck check : suite.rules()) {
            if (check.check() instanceof RuleHolds holds && holds.rule().id().indexOf('-') > 0) {
                String id = holds.rule().id();
                add(id, false, new Particular(Particular.Kind.ID, id));
            }
        }
    }

    /**
     * What has a name.
     *
     * @param phrase the name
     * @param fact what whoever says it states
     */
    private record Named(Phrase phrase, Particular fact) {}

    private void add(String name, boolean inflected, Particular fact) {
        try {
            all.add(new Named(inflected ? Phrase.inflected(name) : Phrase.of(name), fact));
        } catch (IllegalArgumentException e) {
            // There is nothing in the name that could be looked for.
        }
    }

    /** Adds those that the text names. */
    void addTo(Set<Particular> said, String text) {
        if (all.isEmpty()) {
            return;
        }
        PhraseSieve words = PhraseSieve.of(text);
        for (Named named : all) {
            if (!said.contains(named.fact) && words.mayHold(named.phrase) && named.phrase.isIn(text)) {
                said.add(named.fact);
            }
        }
    }
}
