package dev.retrial.samples.support.played;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The system prompt as the model reads it: it knows no rule that is not written there. */
record Instructions(String text) {

    private static final Pattern REFUND_DAYS = Pattern.compile("later than (\\d+) days after its delivery");
    private static final Pattern TODAY = Pattern.compile("Today is (\\d{4}-\\d{2}-\\d{2})");

    /** Whether a rule is there, by a phrase of it. */
    boolean say(String phrase) {
        return text.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT));
    }

    /** The customer's attribute that the prompt lists under this name. */
    @Nullable
    String attribute(String name) {
        return first(Pattern.compile("(?m)^- " + Pattern.quote(name) + ": (.+)$"));
    }

    /** After how many days nothing is refunded, or null where no rule says so. */
    @Nullable
    Integer refundDays() {
        String days = first(REFUND_DAYS);
        return days == null ? null : Integer.valueOf(days);
    }

    /** Today's date, or the first of all days where the prompt tells none. */
    String today() {
        String today = first(TODAY);
        return today == null ? "1970-01-01" : today;
    }

    /** Whether this customer is told no dates. */
    boolean leaveDatesOut() {
        return say("on the starter plan leave dates out") && "starter".equals(attribute("plan"));
    }

    /** The voice that the persona asks for. */
    Voice voice() {
        if (say("write formally")) {
            return Voice.FORMAL;
        }
        return say("be terse") ? Voice.TERSE : Voice.FRIENDLY;
    }

    private @Nullable String first(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
