package dev.retrial.check.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import java.util.List;
import org.apiguardian.api.API;

/** {@code catalogue: none}: nothing is invented. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CatalogueKind implements CheckKind {

    /** Found by the service loader. */
    public CatalogueKind() {}

    @Override
    public String key() {
        return "catalogue";
    }

    @Override
    public JsonNode schema() {
        return Schema.word("none")
                .put("description", "No team, queue, document, link or channel is named that does not exist.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        Spec spec = Spec.of(json);
        spec.word("none");
        try {
            return List.of(OnlyWhatExists.against(vocabulary.catalogue()));
        } catch (IllegalArgumentException e) {
            throw spec.invalid(e);
        }
    }
}
