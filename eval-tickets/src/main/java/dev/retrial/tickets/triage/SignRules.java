package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.HALLUCINATED_CAPABILITY;
import static dev.retrial.suite.FailureClass.LEAKED_CONTEXT;
import static dev.retrial.suite.FailureClass.LOST_CONTEXT;
import static dev.retrial.suite.FailureClass.WRONG_HANDOFF;
import static dev.retrial.suite.FailureClass.WRONG_POLICY;
import static dev.retrial.suite.FailureClass.WRONG_TONE;
import static dev.retrial.suite.FailureClass.WRONG_TOOL_CALL;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.TicketTurn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the help desk itself tells: {@code rating}, {@code outcome}, {@code reopened}, {@code monitor}, {@code tag}. */
final class SignRules implements Rule {

    private static final int TAGS = 200;

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        for (Rating rating : ticket.ticket.ratings()) {
            rating(rating, ticket.words, findings);
        }
        outcome(ticket, findings);
        for (MonitorFinding monitor : ticket.ticket.monitors()) {
            if (monitor.flagged()) {
                String said = monitor.monitor() + ". " + (monitor.explanation() == null ? "" : monitor.explanation());
                ReadTurn read = read(said, ticket.words);
                FailureClass failure = failure(read);
                findings.add("monitor", failure == null && isOfPolicies(read) ? WRONG_POLICY : failure, 0.7);
            }
        }
        List<String> tags = ticket.ticket.tags();
        for (int i = 0; i < tags.size() && i < TAGS; i++) {
            tag(tags.get(i), ticket.words, findings);
        }
    }

    private static boolean isOfPolicies(ReadTurn said) {
        for (int i = 0; i < said.scan.count; i++) {
            switch (said.scan.words[i]) {
                case "policy", "policies", "terms", "compliance", "guidelines", "rules" -> {
                    return true;
                }
                default -> {
                    // The next word may tell.
                }
            }
        }
        return false;
    }

    private static ReadTurn read(String said, CueWords words) {
        return new ReadTurn(0, new TicketTurn(Role.CUSTOMER, "", null, said, null, List.of(), List.of()), words);
    }

    private static void rating(Rating rating, CueWords words, Findings findings) {
        if (rating.verdict() != Rating.Verdict.BAD) {
            if (rating.verdict() == Rating.Verdict.GOOD) {
                findings.doubt("good-rating", rating.ofTheAgent() ? 0.5 : 0.9);
            }
            return;
        }
        String comment = rating.comment() == null ? "" : rating.comment();
        ReadTurn said = read(comment, words);
        boolean ofTheAgent = rating.ofTheAgent() || said.has(Cue.BOT);
        boolean aboutOthers =
                said.has(Cue.ELSEWHERE) && !said.has(Cue.BOT) && !said.has(Cue.LIE) && !said.has(Cue.WRONG);
        if (aboutOthers && !rating.ofTheAgent()) {
            findings.doubt("rating-of-something-else", 0.75);
            return;
        }
        FailureClass failure = failure(said);
        double score = ofTheAgent ? 0.5 : 0.15;
        findings.add("rating", failure, failure == null ? score : Math.max(score, ofTheAgent ? 0.6 : 0.4));
    }

    /** The class that a few words without context speak of, or null. */
    static @Nullable FailureClass failure(ReadTurn said) {
        if (said.has(Cue.FOREIGN) || said.has(Cue.BREACH) || said.has(Cue.INTERNAL)) {
            return LEAKED_CONTEXT;
        }
        if (said.has(Cue.TONE)) {
            return WRONG_TONE;
        }
        if (said.has(Cue.LATEHANDOVER)
                || said.has(Cue.WRONGTEAM)
                || said.has(Cue.NOCTX)
                || said.has(Cue.NEEDLESS)
                || said.together(Cue.HANDOVER, Cue.WRONG)
                || (said.has(Cue.HUMAN) && (said.has(Cue.AGAIN) || said.has(Cue.FORGOT)))) {
            return WRONG_HANDOFF;
        }
        if (said.has(Cue.INVENTED) || said.has(Cue.ABSENT) || said.has(Cue.NOTFOUND)) {
            return HALLUCINATED_CAPABILITY;
        }
        if (said.has(Cue.UNASKED) || (said.has(Cue.BYMISTAKE) && acts(said))) {
            return WRONG_TOOL_CALL;
        }
        if (said.has(Cue.ALREADY) || said.has(Cue.FORGOT)) {
            return LOST_CONTEXT;
        }
        if (said.has(Cue.WRONG) || said.has(Cue.LIE) || said.has(Cue.DENIED)) {
            return WRONG_POLICY;
        }
        return null;
    }

    static boolean acts(ReadTurn said) {
        for (int i = 0; i < said.sentenceCount(); i++) {
            if ((said.cues(i) & Cue.ANY_ACT) != 0) {
                return true;
            }
        }
        return false;
    }

    private static void outcome(ReadTicket ticket, Findings findings) {
        if (ticket.ticket.aiOutcome() != null) {
            switch (ticket.ticket.aiOutcome()) {
                case NEGATIVE_FEEDBACK -> findings.add("outcome", null, 0.3);
                case ESCALATED -> findings.add("outcome", null, 0.05);
                case ABANDONED -> findings.add("outcome", null, 0.1);
                case CONFIRMED_RESOLUTION -> findings.doubt("confirmed-resolution", 0.6);
                case ASSUMED_RESOLUTION, PROCEDURE_HANDOFF -> {
                    // Neither says anything: silence is no agreement, and a procedure does as it is told.
                }
            }
        }
        Integer reopens = ticket.ticket.effort().reopens();
        if (reopens != null && reopens > 0) {
            findings.add("reopened", null, 0.1);
        }
    }

    private static void tag(String tag, CueWords words, Findings findings) {
        ReadTurn said = read(
                tag.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').replace(':', ' '), words);
        boolean ofTheAgent = said.has(Cue.BOT);
        FailureClass failure = failure(said);
        if (ofTheAgent && failure != null) {
            findings.add("tag", failure == WRONG_POLICY ? null : failure, 0.5);
        } else if (failure == LEAKED_CONTEXT || said.has(Cue.INVENTED)) {
            findings.add("tag", failure, 0.4);
        } else if (said.has(Cue.WRONG)) {
            findings.add("tag", null, 0.25);
        }
    }
}
