package dev.retrial.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code $approx: 89.9} or {@code $approx: [89.9, 0.5]}: a number that is nearly that one.
 *
 * <p>Without a tolerance only what floating-point arithmetic loses is forgiven: one part in a million.
 */
record ApproxValue(BigDecimal value, BigDecimal within, JsonNode written) implements ValueMatcher {

    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

    /** Beyond this a difference of two numbers could have a thousand million digits. */
    private static final int LONGEST = 400;

    static ValueMatcher read(Spec operand) throws InvalidExpectation {
        if (operand.isList()) {
            List<Spec> parts = operand.items();
            if (parts.size() != 2) {
                throw operand.invalid("expected a number and how far from it, [value, within]");
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
        BigDecimal number = moderate(value);
        BigDecimal distance = within == null ? number.abs().multiply(MILLIONTH) : moderate(within);
        if (within != null && distance.signum() < 0) {
            throw within.invalid("how far it may be off is not negative");
        }
        return new ApproxValue(number, distance, operand.json());
    }

    private static BigDecimal moderate(Spec spec) throws InvalidExpectation {
        BigDecimal number = spec.number();
        if (!isModerate(number)) {
            throw spec.invalid("this number is too large or too small");
        }
        return number;
    }

    private static boolean isModerate(BigDecimal number) {
        return Math.abs((long) number.scale()) < LONGEST && number.precision() < LONGEST;
    }

    @Override
    public boolean matches(JsonNode actual) {
        if (!actual.isNumber()
                || (actual.isFloatingPointNumber()
                        && !actual.isBigDecimal()
                        && !Double.isFinite(actual.doubleValue()))) {
            return false;
        }
        BigDecimal other = actual.decimalValue();
        return isModerate(other) && other.subtract(value).abs().compareTo(within) <= 0;
    }

    @Override
    public String describe() {
        return "{\"$approx\":" + CompactJson.of(written) + "}";
    }
}
