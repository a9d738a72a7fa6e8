package dev.retrial.suite;

import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Catalogue.Group;
import dev.retrial.suite.yaml.Complaints;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import dev.retrial.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code catalogue.yaml}: what exists and what does not. */
final class CatalogueReader {

    private final Complaints complaints;
    private final TextPool pool;

    CatalogueReader(Complaints complaints, TextPool pool) {
        this.complaints = complaints;
        this.pool = pool;
    }

    Catalogue read(YamlMapping root) {
        Fields fields = Fields.of(root, Schemas.catalogue(), "catalogue.yaml", "", complaints);
        Map<Group, Map<String, List<String>>> exists = new LinkedHashMap<>();
        YamlNode place = fields.get("exists");
        if (place != null) {
            Fields groups = Fields.sound(place, fields.shape("exists"));
            for (Group group : Group.values()) {
                Map<String, List<String>> names = names(groups.entries(group.key()));
                if (!names.isEmpty()) {
                    exists.put(group, names);
                }
            }
        }
        return new Catalogue(true, exists, names(fields.entries("absent")));
    }

    private Map<String, List<String>> names(List<YamlMapping.Entry> entries) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : entries) {
            List<String> others = new ArrayList<>();
            check(entry.name(), entry.key());
            if (entry.value() instanceof YamlSequence sequence) {
                for (YamlNode item : sequence.items()) {
                    String other = ((YamlScalar) item).text();
                    check(other, item);
                    others.add(pool.one(other));
                }
            }
            names.put(pool.one(entry.name()), others);
        }
        return names;
    }

    /** A name of which nothing could be found in a reply. */
    private void check(String name, YamlNode place) {
        try {
            Phrase.of(name);
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage();
            complaints.at(place, reason == null ? "this is no name" : reason);
        }
    }
}
