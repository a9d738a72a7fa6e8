package dev.retrial.check.leak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.Check;
import dev.retrial.check.CheckKind;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Schema;
import dev.retrial.check.Spec;
import dev.retrial.check.Vocabulary;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.text.LooseText;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code private:} texts that may be in no reply, no hand-off and no write. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PrivateKind implements CheckKind {

    /** Found by the service loader. */
    public PrivateKind() {}

    @Override
    public String key() {
        return "private";
    }

    @Override
    public JsonNode schema() {
        return Schema.texts().put("description", "Texts that may be in no reply, no hand-off and no write.");
    }

    @Override
    public List<Check> bind(JsonNode json, Vocabulary vocabulary) throws InvalidExpectation {
        String handoff = handoffTool(vocabulary.outcomes());
        List<Check> checks = new ArrayList<>();
        for (Spec item : Spec.of(json).items()) {
            try {
                String text = item.text();
                checks.add(new KeptPrivate(checks.size() + 1, LooseText.of(text), typeOf(text), handoff));
            } catch (IllegalArgumentException e) {
                throw item.invalid(e.getMessage());
            }
        }
        return checks;
    }

    private static @Nullable String handoffTool(OutcomeSignals signals) {
        return signals.byOutcome().get(Outcome.ESCALATED) instanceof OutcomeSignals.ByCall call ? call.tool() : null;
    }

    /** What kind of text it is, so that a finding says something without saying it. */
    static String typeOf(String text) {
        int digits = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (Character.isLetter(c)) {
                others++;
            }
        }
        int at = text.indexOf('@');
        if (at > 0 && text.indexOf('.', at) > 0 && text.indexOf(' ') < 0) {
            return "an e-mail address";
        }
        if (text.contains("://")) {
            return "an address";
        }
        if (digits > 0 && others == 0) {
            return "a number";
        }
        return digits > 0 && text.indexOf(' ') < 0 ? "an identifier" : "a text";
    }
}
