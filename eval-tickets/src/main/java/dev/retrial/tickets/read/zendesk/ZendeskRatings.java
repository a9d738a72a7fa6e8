package dev.retrial.tickets.read.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Rating.Verdict;
import dev.retrial.tickets.read.desk.Assembly;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.Gathered.Piece;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Satisfaction in Zendesk: the older one on tickets and in lists of its own, and the answers to surveys that took its place. */
final class ZendeskRatings {

    private ZendeskRatings() {}

    static void add(Gathered pieces, Assembly ticket, @Nullable Fields record) {
        boolean any = false;
        for (Piece piece : pieces.all("rating")) {
            any |= legacy(piece.fields(), ticket);
        }
        if (!any && record != null && record.node().path("satisfaction_rating").isObject()) {
            legacy(record.object("satisfaction_rating"), ticket);
        }
        pieces.all("survey").forEach(survey -> survey(survey.fields(), ticket));
    }

    private static boolean legacy(Fields rating, Assembly ticket) {
        String score = rating.filled("score");
        Verdict verdict = score == null ? null : word(score);
        if (score == null || verdict == null) {
            return false;
        }
        String reason = rating.filled("reason");
        String comment = rating.filled("comment");
        ticket.rating(new Rating(verdict, score, comment == null ? reason : comment, false));
        if (reason != null && comment != null) {
            ticket.field("satisfaction_reason", reason);
        }
        return true;
    }

    private static @Nullable Verdict word(String score) {
        String word = score.toLowerCase(Locale.ROOT);
        if (word.startsWith("good")) {
            return Verdict.GOOD;
        }
        return word.startsWith("bad") ? Verdict.BAD : null;
    }

    /** An answered survey; an offered one has no answer. Where the answer stands differs, so it is looked for. */
    private static void survey(Fields survey, Assembly ticket) {
        JsonNode rating = find(survey.node(), List.of("rating", "rating_value", "score"), 0);
        JsonNode category = find(survey.node(), List.of("rating_category"), 0);
        JsonNode comment = find(survey.node(), List.of("comment", "feedback", "open_ended_answer"), 0);
        if (comment == null) {
            comment = openAnswer(survey.node());
        }
        Verdict verdict = category == null ? null : word(category.asText());
        if (verdict == null && rating != null) {
            verdict = rating.isNumber() ? number(rating.asInt()) : word(rating.asText());
        }
        if (verdict == null) {
            return;
        }
        String words = comment == null ? null : comment.asText().strip();
        ticket.rating(new Rating(
                verdict,
                rating == null ? category == null ? "" : category.asText() : rating.asText(),
                words == null || words.isEmpty() ? null : words,
                false));
    }

    private static Verdict number(int stars) {
        return stars >= 4 ? Verdict.GOOD : stars == 3 ? Verdict.NEUTRAL : Verdict.BAD;
    }

    private static @Nullable JsonNode openAnswer(JsonNode survey) {
        for (JsonNode answer : survey.path("answers")) {
            if (answer.path("type").asText().equals("open_ended")) {
                JsonNode value = find(answer, List.of("value", "answer", "text"), 0);
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    private static @Nullable JsonNode find(JsonNode in, List<String> keys, int depth) {
        if (depth > 6) {
            return null;
        }
        for (String key : keys) {
            JsonNode value = in.get(key);
            if (value != null && value.isValueNode() && !value.isNull()) {
                return value;
            }
        }
        for (JsonNode child : in) {
            JsonNode found = child.isContainerNode() ? find(child, keys, depth + 1) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
