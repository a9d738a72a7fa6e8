package dev.retrial.check.tone;

import dev.retrial.check.BoundedCheck;
import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Severity;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A check of tone that does not see some parts of the replies.
 *
 * @param check the check
 * @param parts what it does not see
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LeavingOut(Check check, Set<Part> parts) implements BoundedCheck {

    /** Copies the set. */
    public LeavingOut {
        parts = Set.copyOf(parts);
    }

    /** The check, which does not see these parts; itself where there are none, or where a part is what it counts. */
    public static Check of(Check check, Set<Part> parts) {
        Set<Part> hidden = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        if (check instanceof ToneBound bound && bound.count() == ToneCount.CODE_BLOCKS) {
            hidden.remove(Part.CODE);
        }
        return hidden.isEmpty() ? check : new LeavingOut(check, hidden);
    }

    @Override
    public String name() {
        return check.name();
    }

    @Override
    public Severity severity() {
        return check.severity();
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<Event> events = new ArrayList<>(transcript.events().size());
        for (Event event : transcript.events()) {
            events.add(event instanceof AgentReply reply ? new AgentReply(reply.turn(), seen(reply.text())) : event);
        }
        return check.evaluate(new Transcript(events, transcript.earlier(), transcript.callsKnown()), scene);
    }

    /** Of the same length, so that evidence points to where it was. */
    private String seen(String text) {
        String seen = text;
        // Code first: a quote in a piece of code opens no quotation.
        for (Part part : new Part[] {Part.CODE, Part.QUOTATIONS}) {
            if (parts.contains(part)) {
                seen = part.leftOutOf(seen);
            }
        }
        return seen;
    }

    @Override
    public boolean looserThan(Check outer) {
        return outer instanceof LeavingOut other
                && other.parts.equals(parts)
                && check instanceof BoundedCheck bounded
                && bounded.looserThan(other.check);
    }
}
