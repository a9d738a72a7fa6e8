package dev.retrial.check.tone;

import dev.retrial.check.BoundedCheck;
import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.scene.Scene;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code tone.<count>}: the figure of every reply in scope is within bounds.
 *
 * @param count what is counted
 * @param min the least there may be
 * @param max the most there may be; infinite where there is no bound
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ToneBound(ToneCount count, double min, double max) implements BoundedCheck {

    /** No more than that. */
    public static ToneBound atMost(ToneCount count, double max) {
        return new ToneBound(count, 0, max);
    }

    @Override
    public String name() {
        return count.checkName();
    }

    @Override
    public Severity severity() {
        return count.severity();
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        if (replies.isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        for (AgentReply reply : replies) {
            Tally tally = count.in(reply.text());
            if (tally.figure() < min || tally.figure() > max) {
                return failed(reply, tally);
            }
        }
        return Passed.PLAIN;
    }

    private Failed failed(AgentReply reply, Tally tally) {
        List<Evidence> evidence = new ArrayList<>();
        for (Span place : tally.places()) {
            evidence.add(new Evidence(reply.turn(), place.start(), place.end()));
        }
        String was = count.describe(tally.figure());
        if (!tally.places().isEmpty()) {
            was += ": " + Excerpt.around(reply.text(), tally.places().get(0));
        }
        return new Failed(describe(), was, reply.turn(), evidence, null);
    }

    private String describe() {
        return count.tier() == Tier.MARKER ? bounds() + " (marker)" : bounds();
    }

    private String bounds() {
        if (max == 0) {
            return count.describe(0);
        }
        if (min == 0) {
            return "at most " + count.describe(max);
        }
        if (max == Double.POSITIVE_INFINITY) {
            return "at least " + count.describe(min);
        }
        if (min == max) {
            return count.describe(min);
        }
        return "from " + count.describe(min).replace(" " + count.plural(), "") + " to " + count.describe(max);
    }

    @Override
    public boolean looserThan(Check outer) {
        return outer instanceof ToneBound other
                && other.count == count
                && min <= other.min
                && max >= other.max
                && !equals(other);
    }
}
