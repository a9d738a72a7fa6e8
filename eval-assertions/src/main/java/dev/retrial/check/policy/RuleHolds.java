package dev.retrial.check.policy;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Errored;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.check.Severity;
import dev.retrial.check.policy.Condition.CannotTell;
import dev.retrial.check.policy.Condition.Holds;
import dev.retrial.check.policy.Happening.Seen;
import dev.retrial.scene.Scene;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code policy.<id>}: a rule holds wherever it applies; where it is demanded, it must have applied too.
 *
 * <p>It is not applicable where the rule does not apply: its {@code when} does not hold, or its event does not occur.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RuleHolds implements Check {

    private static final String NEVER_APPLIED = "the rule did not apply: ";

    private final Rule rule;
    private final boolean demanded;

    private RuleHolds(Rule rule, boolean demanded) {
        this.rule = rule;
        this.demanded = demanded;
    }

    /** The rule holds where it applies. */
    public static RuleHolds of(Rule rule) {
        return new RuleHolds(rule, false);
    }

    /** The rule applies and holds. */
    public RuleHolds demanded() {
        return new RuleHolds(rule, true);
    }

    /** The rule. */
    public Rule rule() {
        return rule;
    }

    /** Whether the rule must have applied. */
    public boolean isDemanded() {
        return demanded;
    }

    /** Whether, by what this check has found, the rule applied. */
    public static boolean applied(CheckResult result) {
        return result instanceof Passed
                || result instanceof Errored
                || (result instanceof Failed failed && !failed.was().startsWith(NEVER_APPLIED));
    }

    @Override
    public String name() {
        return "policy." + rule.id();
    }

    /** A rule that did not apply though it was demanded was not broken. */
    @Override
    public Severity severity(CheckResult result) {
        Severity whole = severity();
        return whole == Severity.CRITICAL && result instanceof Failed && !applied(result) ? Severity.MAJOR : whole;
    }

    /** A rule that a case demands gates in that case, whatever it weighs elsewhere. */
    @Override
    public Severity severity() {
        return demanded && rule.severity() == Severity.ADVISORY ? Severity.MAJOR : rule.severity();
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        if (!transcript.callsKnown() && rule.needsCalls()) {
            return new NotApplicable("the tool calls are not known");
        }
        CheckResult result = rule.isFor(scene.cohort())
                ? judge(new Timeline(transcript, scene))
                : new NotApplicable("the rule is not for cohort " + scene.cohort());
        return demanded && result instanceof NotApplicable none
                ? Failed.of(sentence(), NEVER_APPLIED + none.reason())
                : result;
    }

    private CheckResult judge(Timeline timeline) {
        try {
            Start start = start(timeline);
            if (start.reason != null) {
                return new NotApplicable(start.reason);
            }
            return switch (rule.form()) {
                case NEVER -> never(timeline, start);
                case MUST -> must(timeline, start);
                case EACH -> each(timeline, start);
            };
        } catch (CannotTell e) {
            return new Errored(e.reason());
        }
    }

    /**
     * Where the rule begins to hold.
     *
     * @param index the place
     * @param reason why it does not at all, or null
     * @param unknown why it cannot be told whether it does, or null
     */
    private record Start(
            int index, @Nullable String reason, @Nullable String unknown) {}

    private Start start(Timeline timeline) throws CannotTell {
        Trigger when = rule.when();
        if (when == null) {
            return new Start(timeline.from(), null, null);
        }
        if (when.happening() == null) {
            return started(when, timeline, timeline.size(), timeline.from());
        }
        for (int i = 0; i < timeline.size(); i++) {
            if (when.happensAt(timeline, i)) {
                // An outcome is that of a turn, so what was done in the turn counts.
                int begin = when.happening() instanceof Happening.Stood ? timeline.turnBegins(i) : i;
                Start start = started(when, timeline, i, Math.max(begin, timeline.from()));
                if (start.reason == null) {
                    return start;
                }
            }
        }
        return new Start(0, "what it waits for ('when') did not happen", null);
    }

    private static Start started(Trigger when, Timeline timeline, int at, int begin) throws CannotTell {
        Condition condition = when.condition();
        if (condition == null) {
            return new Start(begin, null, null);
        }
        return switch (condition.holds(timeline, at)) {
            case YES -> new Start(begin, null, null);
            case NO -> new Start(0, "its condition ('when') does not hold: " + condition.describe(timeline, at), null);
            case UNKNOWN -> new Start(begin, null, condition.missing(timeline, at));
        };
    }

    private CheckResult never(Timeline timeline, Start start) throws CannotTell {
        Condition condition = rule.event().condition();
        boolean met = false;
        for (int i = start.index; i < end(timeline, start); i++) {
            Seen seen = seen(rule.event(), timeline, i);
            if (seen == null) {
                continue;
            }
            met = true;
            Holds holds = condition == null ? Holds.YES : condition.holds(timeline, i);
            if (holds == Holds.UNKNOWN && condition != null) {
                return new Errored(condition.missing(timeline, i));
            }
            if (holds == Holds.YES) {
                return start.unknown == null ? failed(seen, condition, timeline, i) : new Errored(start.unknown);
            }
        }
        if (start.unknown != null) {
            return new NotApplicable(start.unknown);
        }
        if (condition == null) {
            return Passed.PLAIN;
        }
        if (condition.usesArguments()) {
            return met ? Passed.PLAIN : new NotApplicable("what it is about did not happen");
        }
        return switch (condition.holds(timeline, timeline.size())) {
            case YES -> Passed.PLAIN;
            case NO ->
                new NotApplicable("its condition does not hold: " + condition.describe(timeline, timeline.size()));
            case UNKNOWN -> new NotApplicable(condition.missing(timeline, timeline.size()));
        };
    }

    private CheckResult must(Timeline timeline, Start start) throws CannotTell {
        if (start.unknown != null) {
            return new NotApplicable(start.unknown);
        }
        Condition condition = rule.event().condition();
        for (int i = start.index; i < end(timeline, start); i++) {
            Seen seen = seen(rule.event(), timeline, i);
            if (seen == null) {
                continue;
            }
            Holds holds = condition == null ? Holds.YES : condition.holds(timeline, i);
            if (holds == Holds.UNKNOWN && condition != null) {
                return new Errored(condition.missing(timeline, i));
            }
            if (holds == Holds.YES) {
                return seen.evidence().isEmpty() ? Passed.PLAIN : new Passed(seen.evidence());
            }
        }
        Trigger when = rule.when();
        Seen begun = when == null || start.index >= timeline.size() ? null : seen(when, timeline, start.index);
        Integer within = rule.within();
        String limit = within == null ? "" : within == 1 ? " within one reply" : " within " + within + " replies";
        return new Failed(
                sentence(),
                "it did not happen" + limit
                        + (begun == null ? "" : "\nafter " + begun.description() + ", turn " + begun.turn()),
                begun == null ? null : begun.turn(),
                List.of(),
                null);
    }

    private CheckResult each(Timeline timeline, Start start) throws CannotTell {
        Condition condition = rule.event().condition();
        boolean met = false;
        for (int i = start.index; i < end(timeline, start); i++) {
            Seen seen = seen(rule.event(), timeline, i);
            if (seen == null) {
                continue;
            }
            Holds holds = condition == null ? Holds.YES : condition.holds(timeline, i);
            if (holds == Holds.UNKNOWN && condition != null) {
                return new Errored(condition.missing(timeline, i));
            }
            if (holds == Holds.NO) {
                continue;
            }
            met = true;
            if (!isPreceded(timeline, i)) {
                return start.unknown == null ? failed(seen, condition, timeline, i) : new Errored(start.unknown);
            }
        }
        if (!met) {
            return new NotApplicable("what it is about did not happen");
        }
        return start.unknown == null ? Passed.PLAIN : new NotApplicable(start.unknown);
    }

    private boolean isPreceded(Timeline timeline, int index) throws CannotTell {
        Trigger before = rule.before();
        if (before == null) {
            return true;
        }
        if (before.happening() instanceof Happening.CustomerAgreed) {
            // Only the last word counts: who agreed once may have changed their mind.
            int last = timeline.customerBefore(index);
            return last >= 0 && before.happensAt(timeline, last) && holds(before, timeline, last);
        }
        for (int i = index - 1; i >= 0; i--) {
            Integer within = rule.within();
            if (within != null && timeline.replies(i, index) > within) {
                return false;
            }
            if (before.happensAt(timeline, i) && holds(before, timeline, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Trigger trigger, Timeline timeline, int index) throws CannotTell {
        Condition condition = trigger.condition();
        if (condition == null) {
            return true;
        }
        return switch (condition.holds(timeline, index)) {
            case YES -> true;
            case NO -> false;
            case UNKNOWN -> throw new CannotTell(condition.missing(timeline, index));
        };
    }

    /** Behind the last event that the rule has in view. */
    private int end(Timeline timeline, Start start) {
        Integer within = rule.within();
        if (within == null || rule.form() == Rule.Form.EACH) {
            return timeline.size();
        }
        int end = start.index;
        int replies = 0;
        while (end < timeline.size() && replies < within) {
            replies += timeline.replies(end, end + 1);
            end++;
        }
        return end;
    }

    private static @Nullable Seen seen(Trigger trigger, Timeline timeline, int index) {
        Happening happening = trigger.happening();
        return happening == null ? null : happening.find(timeline, index);
    }

    private Failed failed(Seen seen, @Nullable Condition condition, Timeline timeline, int index) {
        Trigger when = rule.when();
        Condition why = condition != null ? condition : when == null ? null : when.condition();
        List<Evidence> evidence = seen.evidence();
        return new Failed(
                sentence(),
                seen.description()
                        + ", turn " + seen.turn()
                        + (why == null ? "" : "\nwhere " + why.describe(timeline, index)),
                seen.turn(),
                evidence,
                null);
    }

    private String sentence() {
        String version = rule.version() == null ? "" : "version " + rule.version();
        String source = rule.source() == null ? "" : rule.source();
        if (version.isEmpty() && source.isEmpty()) {
            return rule.says();
        }
        return rule.says() + "\n(" + version + (version.isEmpty() || source.isEmpty() ? "" : ", ") + source + ")";
    }
}
