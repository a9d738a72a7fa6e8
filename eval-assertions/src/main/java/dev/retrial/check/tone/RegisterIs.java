package dev.retrial.check.tone;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code tone.register}: every reply in scope is in this register, as far as its surface tells.
 *
 * <p>A reply near a border, or in another language than English, is undecided and passed over; where all are, the check is not applicable.
 *
 * @param register the register
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RegisterIs(Register register) implements Check {

    @Override
    public String name() {
        return "tone.register";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        if (replies.isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        boolean decided = false;
        for (AgentReply reply : replies) {
            if (English.isLikely(reply.text())) {
                Formality formality = Formality.of(reply.text());
                Boolean holds = register.holds(formality.score());
                if (Boolean.FALSE.equals(holds)) {
                    return failed(reply, formality);
                }
                decided |= holds != null;
            }
        }
        return decided
                ? Passed.PLAIN
                : new NotApplicable("undecided: no reply is clearly " + register.key() + " or clearly not, in English");
    }

    private Failed failed(AgentReply reply, Formality formality) {
        boolean tooCasual = formality.score() < 0;
        List<Span> places = tooCasual ? formality.casual() : formality.formal();
        List<Evidence> evidence = new ArrayList<>();
        for (Span place : places) {
            evidence.add(new Evidence(reply.turn(), place.start(), place.end()));
        }
        StringBuilder was = new StringBuilder(tooCasual ? "casual" : "formal")
                .append(", ")
                .append(Math.round(formality.score() * 100) / 100.0)
                .append(" of -1 to 1");
        for (int i = 0; i < Math.min(5, places.size()); i++) {
            was.append(i == 0 ? ": " : ", ").append(Excerpt.quoted(places.get(i).in(reply.text())));
        }
        return new Failed("a " + register.key() + " register (score)", was.toString(), reply.turn(), evidence, null);
    }
}
