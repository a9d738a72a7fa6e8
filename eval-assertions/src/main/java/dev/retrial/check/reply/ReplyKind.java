package dev.retrial.check.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.PhraseChoices;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Facts;
import dev.retrial.text.TextPattern;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** {@code reply:} what the agent says and does not say. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ReplyKind implements CheckKind {

    /** Found by the service loader. */
    public ReplyKind() {}

    @Override
    public String key() {
        return "reply";
    }

    @Override
    public JsonNode schema() {
        ObjectNode schema = Schema.map();
        Schema.with(schema, "says", "Each is said in some reply.", Schema.list(PhraseChoices.schema()));
        Schema.with(schema, "never-says", "None is said in any reply.", Schema.list(PhraseChoices.schema()));
        Schema.with(schema, "matches", "Each RE2 pattern is found in some reply.", Schema.texts());
        Schema.with(schema, "never-matches", "No RE2 pattern is found in any reply.", Schema.texts());
        Schema.with(
                schema, "never-affirms", "None is said to be so in any reply.", Schema.list(PhraseChoices.schema()));
        Schema.with(schema, "never-asks", "No reply asks the customer for any of these facts.", Schema.texts());
        Schema.with(
                schema,
                "cites",
                "Each document of the catalogue is given in some reply; any: one of them.",
                Schema.anyOf(Schema.word("any"), Schema.texts()));
        Schema.with(
                schema,
                "names-team",
                "Each team of the catalogue is named in some reply; any: one of them.",
                Schema.anyOf(Schema.word("any"), Schema.texts()));
        return schema.put("description", "What the agent says and does not say.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json)
                .allowing(
                        "says",
                        "never-says",
                        "matches",
                        "never-matches",
                        "never-affirms",
                        "never-asks",
                        "cites",
                        "names-team");
        List<Check> checks = new ArrayList<>();
        for (Spec entry : spec.entries().values()) {
            if (entry.key().equals("cites") || entry.key().equals("names-team")) {
                bindNames(entry, vocabulary.catalogue(), checks);
                continue;
            }
            for (Spec item : entry.items()) {
                checks.add(
                        switch (entry.key()) {
                            case "says" -> new Says(PhraseChoices.of(item));
                            case "never-says" -> new NeverSays(PhraseChoices.of(item));
                            case "never-affirms" -> new NeverAffirms(PhraseChoices.of(item));
                            case "never-asks" -> neverAsks(item, vocabulary.facts());
                            case "matches" -> new Matches(pattern(item));
                            default -> new NeverMatches(pattern(item));
                        });
            }
        }
        return checks;
    }

    private static void bindNames(Spec entry, Catalogue catalogue, List<Check> checks) throws InvalidExpectation {
        boolean cites = entry.key().equals("cites");
        Catalogue.Group group = cites ? Catalogue.Group.DOCUMENTS : Catalogue.Group.TEAMS;
        for (Spec item : entry.oneOrMore()) {
            String name = item.text();
            boolean any = item == entry;
            if (any) {
                item.word("any");
            }
            List<String> known = catalogue.namesOf(group);
            if (!any && !known.isEmpty() && !known.contains(name)) {
                throw item.unknown("the catalogue has no such name among its " + group.key(), name, known);
            }
            try {
                checks.add(
                        cites
                                ? NamesFromCatalogue.cites(any ? null : name, catalogue)
                                : NamesFromCatalogue.team(any ? null : name, catalogue));
            } catch (IllegalArgumentException e) {
                throw item.invalid(e);
            }
        }
    }

    /** Where no facts are known, as in the layers above the case, they are looked up when the check is evaluated. */
    private static NeverAsks neverAsks(Spec item, Facts facts) throws InvalidExpectation {
        String name = item.text();
        Facts.Fact fact = facts.byName().get(name);
        if (fact == null && !facts.byName().isEmpty()) {
            throw item.unknown("the case has no fact", name, facts.byName().keySet());
        }
        return fact == null ? NeverAsks.of(name) : NeverAsks.of(name, fact);
    }

    private static TextPattern pattern(Spec spec) throws InvalidExpectation {
        try {
            TextPattern pattern = TextPattern.of(spec.text());
            if (pattern.find("") != null) {
                throw spec.invalid("this pattern matches nothing at all, so it is found in every reply");
            }
            return pattern;
        } catch (IllegalArgumentException e) {
            throw spec.invalid(e);
        }
    }
}
