package dev.retrial.tickets.read.intercom;

import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.read.desk.Assembly;
import dev.retrial.tickets.read.desk.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Intercom's monitors and scorecards say of a conversation. */
final class IntercomQuality {

    private static final Set<String> WRONG = Set.of(
            "fail",
            "failed",
            "flagged",
            "negative",
            "bad",
            "poor",
            "violation",
            "violated",
            "unresolved",
            "not_met",
            "missed",
            "true");

    private IntercomQuality() {}

    static void add(Fields record, Assembly ticket) {
        for (Fields finding : IntercomDesk.list(record, "monitor_evaluations")) {
            add(finding, "", ticket);
        }
        for (Fields scorecard : IntercomDesk.list(record, "scorecards")) {
            String name = name(scorecard);
            add(scorecard, "", ticket);
            for (String key : List.of("criteria", "ratings", "questions", "evaluations")) {
                for (Fields criterion : IntercomDesk.list(scorecard, key)) {
                    add(criterion, name == null ? "" : name + ": ", ticket);
                }
            }
        }
    }

    private static void add(Fields finding, String prefix, Assembly ticket) {
        String name = name(finding);
        String result = first(finding, List.of("result", "score", "overall_score", "rating", "value"));
        if (result != null) {
            ticket.monitor(new MonitorFinding(
                    prefix + (name == null ? "unnamed" : name),
                    result,
                    WRONG.contains(result.toLowerCase(Locale.ROOT)),
                    first(finding, List.of("explanation", "comment", "reason", "notes"))));
        }
    }

    private static @Nullable String name(Fields finding) {
        return first(finding, List.of("monitor_name", "scorecard_name", "name", "title", "question"));
    }

    private static @Nullable String first(Fields finding, List<String> keys) {
        for (String key : keys) {
            if (finding.node().path(key).isValueNode()) {
                String text = finding.filled(key);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }
}
