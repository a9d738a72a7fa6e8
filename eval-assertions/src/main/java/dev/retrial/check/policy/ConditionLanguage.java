package dev.retrial.check.policy;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.NotFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.string.StringEndsWithFunction;
import com.ezylang.evalex.functions.string.StringLengthFunction;
import com.ezylang.evalex.functions.string.StringStartsWithFunction;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixModuloOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.Token;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.match.WrittenTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What expressions may say.
 *
 * <p>Nothing that depends on the machine's language, no powers, no factorials, no random numbers, no clock but the case's, no patterns: an expression has one value, and soon.
 */
final class ConditionLanguage {

    static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(true)
            .stripTrailingZeros(true)
            .binaryAllowed(false)
            .zoneId(ZoneOffset.UTC)
            .locale(Locale.ROOT)
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .build();

    private ConditionLanguage() {}

    private static OperatorDictionaryIfc operators() {
        Map<String, OperatorIfc> operators = new LinkedHashMap<>();
        MapBasedOperatorDictionary dictionary = new MapBasedOperatorDictionary();
        operators.put("+", new Plus());
        operators.put("-", new Minus());
        operators.put("*", new InfixMultiplicationOperator());
        operators.put("/", new InfixDivisionOperator());
        operators.put("%", new InfixModuloOperator());
        operators.put("==", new Equality(true));
        operators.put("=", new Equality(true));
        operators.put("!=", new Equality(false));
        operators.put("<>", new Equality(false));
        operators.put("<", new Ordering(sign -> sign < 0));
        operators.put("<=", new Ordering(sign -> sign <= 0));
        operators.put(">", new Ordering(sign -> sign > 0));
        operators.put(">=", new Ordering(sign -> sign >= 0));
        operators.put("&&", new InfixAndOperator());
        operators.put("||", new InfixOrOperator());
        operators.forEach(dictionary::addOperator);
        dictionary.addOperator("!", new PrefixNotOperator());
        dictionary.addOperator("-", new PrefixMinusOperator());
        return dictionary;
    }

    private static FunctionDictionaryIfc functions() {
        MapBasedFunctionDictionary dictionary = new MapBasedFunctionDictionary();
        dictionary.addFunction("DAYS", new Lasting(86_400));
        dictionary.addFunction("HOURS", new Lasting(3_600));
        dictionary.addFunction("MINUTES", new Lasting(60));
        dictionary.addFunction("ABS", new AbsFunction());
        dictionary.addFunction("CEILING", new CeilingFunction());
        dictionary.addFunction("FLOOR", new FloorFunction());
        dictionary.addFunction("MAX", new MaxFunction());
        dictionary.addFunction("MIN", new MinFunction());
        dictionary.addFunction("NOT", new NotFunction());
        dictionary.addFunction("ROUND", new RoundFunction());
        dictionary.addFunction("STR_ENDS_WITH", new StringEndsWithFunction());
        dictionary.addFunction("STR_LENGTH", new StringLengthFunction());
        dictionary.addFunction("STR_STARTS_WITH", new StringStartsWithFunction());
        return dictionary;
    }

    static boolean isConstant(String name) {
        return name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false") || name.equalsIgnoreCase("null");
    }

    /** JSON as maps, lists and plain values. */
    static @Nullable Object plain(JsonNode json) {
        if (json.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                map.put(field.getKey(), plain(field.getValue()));
            }
            return map;
        }
        if (json.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            for (JsonNode item : json) {
                list.add(plain(item));
            }
            return list;
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isTextual() ? json.textValue() : null;
    }

    /** A date or a time that somebody wrote, as the instant that it is; anything else as it is. */
    private static EvaluationValue operand(EvaluationValue value) {
        if (value.isStringValue()) {
            WrittenTime time = WrittenTime.read(value.getStringValue());
            if (time != null) {
                return EvaluationValue.dateTimeValue(time.instant());
            }
        }
        return value;
    }

    private static String name(EvaluationValue value) {
        if (value.isNumberValue()) {
            return "a number";
        }
        if (value.isDateTimeValue()) {
            return "a time";
        }
        if (value.isDurationValue()) {
            return "a duration";
        }
        if (value.isStringValue()) {
            return "a text";
        }
        if (value.isBooleanValue()) {
            return "a truth value";
        }
        return value.isNullValue() ? "null" : value.isArrayValue() ? "a list" : "a map";
    }

    private static int compare(Token token, EvaluationValue left, EvaluationValue right) throws EvaluationException {
        EvaluationValue a = operand(left);
        EvaluationValue b = operand(right);
        if (a.isNumberValue() && b.isNumberValue()) {
            return a.getNumberValue().compareTo(b.getNumberValue());
        }
        if (a.isDateTimeValue() && b.isDateTimeValue()) {
            return a.getDateTimeValue().compareTo(b.getDateTimeValue());
        }
        if (a.isDurationValue() && b.isDurationValue()) {
            return a.getDurationValue().compareTo(b.getDurationValue());
        }
        if (left.isStringValue() && right.isStringValue()) {
            return left.getStringValue().compareTo(right.getStringValue());
        }
        throw new EvaluationException(token, name(a) + " and " + name(b) + " have no order");
    }

    private static boolean equal(EvaluationValue a, EvaluationValue b) {
        if (a.isNumberValue() && b.isNumberValue()) {
            return a.getNumberValue().compareTo(b.getNumberValue()) == 0;
        }
        if (a.isNullValue() || b.isNullValue()) {
            return a.isNullValue() && b.isNullValue();
        }
        return a.getDataType() == b.getDataType() && a.getValue().equals(b.getValue());
    }

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_ADDITIVE)
    private static final class Plus extends AbstractOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
                throws EvaluationException {
            EvaluationValue a = operand(operands[0]);
            EvaluationValue b = operand(operands[1]);
            if (a.isNumberValue() && b.isNumberValue()) {
                return EvaluationValue.numberValue(
                        a.getNumberValue().add(b.getNumberValue(), CONFIGURATION.getMathContext()));
            }
            if (a.isDateTimeValue() && b.isDurationValue()) {
                return EvaluationValue.dateTimeValue(a.getDateTimeValue().plus(b.getDurationValue()));
            }
            if (a.isDurationValue() && b.isDateTimeValue()) {
                return EvaluationValue.dateTimeValue(b.getDateTimeValue().plus(a.getDurationValue()));
            }
            if (a.isDurationValue() && b.isDurationValue()) {
                return EvaluationValue.durationValue(a.getDurationValue().plus(b.getDurationValue()));
            }
            throw new EvaluationException(token, name(a) + " and " + name(b) + " cannot be added");
        }
    }

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_ADDITIVE)
    private static final class Minus extends AbstractOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
                throws EvaluationException {
            EvaluationValue a = operand(operands[0]);
            EvaluationValue b = operand(operands[1]);
            if (a.isNumberValue() && b.isNumberValue()) {
                return EvaluationValue.numberValue(
                        a.getNumberValue().subtract(b.getNumberValue(), CONFIGURATION.getMathContext()));
            }
            if (a.isDateTimeValue() && b.isDateTimeValue()) {
                return EvaluationValue.durationValue(Duration.between(b.getDateTimeValue(), a.getDateTimeValue()));
            }
            if (a.isDateTimeValue() && b.isDurationValue()) {
                return EvaluationValue.dateTimeValue(a.getDateTimeValue().minus(b.getDurationValue()));
            }
            if (a.isDurationValue() && b.isDurationValue()) {
                return EvaluationValue.durationValue(a.getDurationValue().minus(b.getDurationValue()));
            }
            throw new EvaluationException(token, name(b) + " cannot be subtracted from " + name(a));
        }
    }

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_EQUALITY)
    private static final class Equality extends AbstractOperator {

        private final boolean wanted;

        Equality(boolean wanted) {
            this.wanted = wanted;
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) {
            return EvaluationValue.booleanValue(equal(operands[0], operands[1]) == wanted);
        }
    }

    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_COMPARISON)
    private static final class Ordering extends AbstractOperator {

        private final IntPredicate holds;

        Ordering(IntPredicate holds) {
            this.holds = holds;
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
                throws EvaluationException {
            return EvaluationValue.booleanValue(holds.test(compare(token, operands[0], operands[1])));
        }
    }

    private static EvaluationValue duration(Token token, EvaluationValue value, long seconds)
            throws EvaluationException {
        if (!value.isNumberValue()) {
            throw new EvaluationException(token, "a duration takes a number, and this is " + name(value));
        }
        try {
            return EvaluationValue.durationValue(Duration.ofSeconds(value.getNumberValue()
                    .multiply(BigDecimal.valueOf(seconds))
                    .toBigInteger()
                    .longValueExact()));
        } catch (ArithmeticException e) {
            throw new EvaluationException(token, "this duration is too long");
        }
    }

    @FunctionParameter(name = "number")
    private static final class Lasting extends AbstractFunction {

        private final long seconds;

        Lasting(long seconds) {
            this.seconds = seconds;
        }

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameters)
                throws EvaluationException {
            return duration(token, parameters[0], seconds);
        }
    }
}
