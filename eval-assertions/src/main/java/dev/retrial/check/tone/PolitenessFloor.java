package dev.retrial.check.tone;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code tone.politeness}: replies are as polite as others were, as far as their wording tells.
 *
 * <p>There is no absolute figure to hold a reply against: what a team finds polite enough is in the replies that it accepted.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PolitenessFloor implements Check {

    /** How much less polite than an accepted reply is still as polite, where nothing else is said: a standard deviation among requests between strangers. */
    public static final double MARGIN = 0.65;

    /** Of how many replies a calibration has to be made. */
    public static final int CALIBRATION = 30;

    private final @Nullable String file;
    private final List<String> given;
    private final boolean calibrated;
    private final double margin;

    private PolitenessFloor(@Nullable String file, List<String> given, boolean calibrated, double margin) {
        this.file = file;
        this.given = List.copyOf(given);
        this.calibrated = calibrated;
        this.margin = margin;
    }

    /** The last reply is as polite as the least polite of the case's accepted ones, but for the margin. */
    public static PolitenessFloor ofAccepted(double margin) {
        return new PolitenessFloor(null, List.of(), false, margin);
    }

    /** The last reply is as polite as the least polite of these, but for the margin. */
    public static PolitenessFloor of(List<String> accepted, double margin) {
        return new PolitenessFloor(null, accepted, false, margin);
    }

    /** Every reply is as polite as all but the least polite twentieth of those of a calibration file. */
    public static PolitenessFloor calibratedBy(String file) {
        return new PolitenessFloor(file, List.of(), true, 0);
    }

    /** Every reply is as polite as all but the least polite twentieth of these. */
    public static PolitenessFloor calibratedBy(List<String> replies) {
        return new PolitenessFloor(null, replies, true, 0);
    }

    @Override
    public String name() {
        return "tone.politeness";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        AgentReply last = transcript.lastReply();
        if (last == null) {
            return new NotApplicable("there is no reply");
        }
        List<Double> others;
        try {
            others = scores(references(scene));
        } catch (IllegalStateException e) {
            return new Errored(String.valueOf(e.getMessage()));
        }
        if (calibrated && others.size() < CALIBRATION) {
            return new Errored(
                    "a calibration needs at least " + CALIBRATION + " replies in English; there are " + others.size());
        }
        if (others.isEmpty()) {
            return new NotApplicable("undecided: there is no accepted reply in English to compare with");
        }
        return compare(calibrated ? transcript.replies() : List.of(last), floor(others));
    }

    private List<String> references(Scene scene) {
        if (!given.isEmpty()) {
            return given;
        }
        return file == null ? scene.background().accepted() : scene.background().calibration(file);
    }

    private static List<Double> scores(List<String> replies) {
        List<Double> scores = new ArrayList<>(replies.size());
        for (String reply : replies) {
            if (English.isLikely(reply)) {
                scores.add(Politeness.of(reply));
            }
        }
        Collections.sort(scores);
        return scores;
    }

    private double floor(List<Double> sorted) {
        return calibrated ? sorted.get(sorted.size() / 20) : sorted.get(0) - margin;
    }

    private CheckResult compare(List<AgentReply> replies, double floor) {
        boolean decided = false;
        for (AgentReply reply : replies) {
            if (English.isLikely(reply.text())) {
                double above = Politeness.of(reply.text()) - floor;
                if (above <= -Politeness.UNDECIDED) {
                    return failed(reply, floor, above + floor);
                }
                decided |= above >= Politeness.UNDECIDED;
            }
        }
        return decided
                ? Passed.PLAIN
                : new NotApplicable("undecided: too near to what " + (calibrated ? "the calibration" : "was accepted")
                        + " allows, or not in English");
    }

    private Failed failed(AgentReply reply, double floor, double score) {
        return new Failed(
                "politeness of " + rounded(floor) + " or more, as "
                        + (calibrated ? "calibrated" : "in accepted replies") + " (score)",
                "politeness of " + rounded(score),
                reply.turn(),
                List.of(new Evidence(reply.turn(), 0, reply.text().length())),
                null);
    }

    private static String rounded(double score) {
        return Double.toString(Math.round(score * 100) / 100.0);
    }
}
