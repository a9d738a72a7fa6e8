package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code $date: 2026-03-02}: a text that is that day, or a time on it; {@code $date: 2026-03-02T09:15:00Z}: that instant, in whatever offset it is written.
 *
 * <p>{@code [date, 2d]} allows for a difference; whole days are counted by the calendar where both sides name days.
 */
record DateValue(WrittenTime time, Duration within, JsonNode written) implements ValueMatcher {

    private static final String EXAMPLES = "an ISO date or time, such as 2026-03-02 or 2026-03-02T09:15:00Z";
    private static final long DAY = 86_400;

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        if (operand.isList()) {
            List<Spec> parts = operand.items();
            if (parts.size() != 2) {
                throw operand.invalid("expected a date and how far from it, [date, within]");
            }
            return of(parts.get(0), parts.get(1), operand);
        }
        if (operand.isMap()) {
            operand.allowing("value", "within");
            return of(operand.required("value"), operand.required("within"), operand);
        }
        return of(operand, null, operand);
    }

    private static ValueMatcher of(Spec value, @Nullable Spec within, Spec operand) throws InvalidExpectation {
        WrittenTime time = WrittenTime.read(value.text());
        if (time == null) {
            throw value.invalid("expected " + EXAMPLES);
        }
        Duration distance = within == null ? Duration.ZERO : WrittenTime.duration(within.text());
        if (distance == null || distance.isNegative()) {
            throw within == null
                    ? operand.invalid("expected a duration")
                    : within.invalid("expected a duration, such as 2d, 36h or 15m");
        }
        return new DateValue(time, distance, operand.json());
    }

    @Override
    public boolean matches(JsonNode actual) {
        WrittenTime other = actual.isTextual() ? WrittenTime.read(actual.textValue()) : null;
        if (other == null) {
            return false;
        }
        if (time.isDay() && within.getSeconds() % DAY == 0 && within.getNano() == 0) {
            return Math.abs(other.day().toEpochDay() - time.day().toEpochDay()) <= within.toSeconds() / DAY;
        }
        // A day is no instant: it says less than is asked for, unless it may be off.
        return (!other.isDay() || time.isDay() || !within.isZero())
                && Duration.between(time.instant(), other.instant()).abs().compareTo(within) <= 0;
    }

    @Override
    public String describe() {
        return "{\"$date\":" + CompactJson.of(written) + "}";
    }
}
