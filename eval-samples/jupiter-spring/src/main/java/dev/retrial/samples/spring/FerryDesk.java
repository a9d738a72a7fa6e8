package dev.retrial.samples.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** The agent. */
@Service
public class FerryDesk {

    private static final Pattern ISLAND = Pattern.compile("\\b(Holm|Vik|Sund)\\b");
    private static final Pattern BOOKING = Pattern.compile("\\bF-\\d{4}\\b");

    private final Timetable timetable;

    FerryDesk(Timetable timetable) {
        this.timetable = timetable;
    }

    /** Something that the desk did on the way to a reply. */
    public record Step(String action, Map<String, String> details, String result) {}

    /** A reply and what was done for it. */
    public record Reply(String text, List<Step> steps) {}

    /** Answers a passenger. */
    public Reply answer(String message, boolean crew) {
        List<Step> steps = new ArrayList<>();
        Matcher island = ISLAND.matcher(message);
        if (!island.find()) {
            return new Reply("Which island is it?", steps);
        }
        String next = timetable.next(island.group());
        steps.add(new Step("next_sailing", Map.of("island", island.group()), next));
        Matcher booking = BOOKING.matcher(message);
        boolean wantsMoney = message.toLowerCase(Locale.ROOT).contains("money back");
        if (next.equals("cancelled") && wantsMoney && booking.find()) {
            steps.add(new Step("refund_booking", Map.of("booking", booking.group()), "refunded"));
            return new Reply(
                    "The boat to " + island.group() + " is cancelled. Booking " + booking.group() + " is refunded.",
                    steps);
        }
        if (next.equals("unknown")) {
            return new Reply("We have no boat to " + island.group() + ".", steps);
        }
        String text = next.equals("cancelled")
                ? "The boat to " + island.group() + " is cancelled today."
                : "The next boat to " + island.group() + " leaves at " + next + ".";
        return new Reply(crew ? text : text + " Safe travels!", steps);
    }
}
