package dev.retrial.check.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Passed;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code handoff.carries}: the person gets this to read.
 *
 * <p>What is named is a fact of the case, whose value must be in what is handed over; else a field that must be filled, or in plain text a label with something behind it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HandoffCarries extends HandoffCheck {

    private final String carried;

    /**
     * What must go along.
     *
     * @param carried the name of a fact or of a field
     */
    public HandoffCarries(String carried, Handoffs handoffs) {
        super(handoffs);
        this.carried = carried;
    }

    @Override
    public String name() {
        return "handoff.carries";
    }

    @Override
    String expected() {
        return carried;
    }

    @Override
    CheckResult evaluate(HandedOver handedOver, Transcript transcript, Scene scene) {
        Facts.Fact fact = scene.facts().byName().get(carried);
        String value = fact == null ? null : valueOf(fact);
        if (value != null) {
            try {
                return handedOver.holds(value)
                        ? Passed.PLAIN
                        : failed("the fact " + carried, without(handedOver), handedOver);
            } catch (IllegalArgumentException e) {
                return new Errored("the fact " + carried + " holds nothing that could be looked for");
            }
        }
        return handedOver.field(carried) != null || handedOver.isLabelled(carried)
                ? Passed.PLAIN
                : failed(carried, without(handedOver), handedOver);
    }

    private static String without(HandedOver handedOver) {
        return "not in " + handedOver.shown();
    }

    /** The fact as text, or null where it is no scalar. */
    static @Nullable String valueOf(Facts.Fact fact) {
        JsonNode value = fact.value();
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
