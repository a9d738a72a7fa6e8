package dev.retrial.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** An item that is a phrase, or {@code any-of} several. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PhraseChoices {

    private PhraseChoices() {}

    /** The JSON Schema of such an item. */
    public static ObjectNode schema() {
        ObjectNode anyOf = Schema.map();
        Schema.with(anyOf, "any-of", "One of these.", Schema.texts());
        return Schema.anyOf(Schema.text(), anyOf);
    }

    /** The phrases of which one will do. */
    public static List<Phrase> of(Spec item) throws InvalidExpectation {
        if (item.isText()) {
            return List.of(phrase(item));
        }
        if (!item.isMap()) {
            throw item.wrongType("text");
        }
        List<Phrase> phrases = new ArrayList<>();
        for (Spec choice : item.allowing("any-of").required("any-of").items()) {
            phrases.add(phrase(choice));
        }
        return phrases;
    }

    /** The phrases as a message shows them. */
    public static String quoted(List<Phrase> phrases) {
        if (phrases.size() == 1) {
            return Excerpt.quoted(phrases.get(0).written());
        }
        StringBuilder list = new StringBuilder("any of ");
        for (int i = 0; i < phrases.size(); i++) {
            list.append(i == 0 ? "" : ", ").append(Excerpt.quoted(phrases.get(i).written()));
        }
        return list.toString();
    }

    private static Phrase phrase(Spec spec) throws InvalidExpectation {
        try {
            return Phrase.of(spec.text());
        } catch (IllegalArgumentException e) {
            throw spec.invalid(e);
        }
    }
}
