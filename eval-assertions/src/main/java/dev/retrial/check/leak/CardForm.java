package dev.retrial.check.leak;

import dev.retrial.text.Span;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.jspecify.annotations.Nullable;

/** The form of a card number: of the length that its issuer gives it, in one piece or in groups, with the right check digit. */
final class CardForm {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    private CardForm() {}

    /** The first card number among the groups of a run, or null. */
    static @Nullable Span in(DigitRun run) {
        for (int from = 0; from < run.groups().size(); from++) {
            int digits = 0;
            for (int until = from; until < run.groups().size() && digits < LONGEST; until++) {
                if (until > from && !isOneSign(run.between(until - 1))) {
                    break;
                }
                digits += run.length(until);
                boolean ends = until + 1 < run.groups().size() || !run.isContinued();
                if (digits >= SHORTEST
                        && digits <= LONGEST
                        && ends
                        && (until == from || (isGrouped(run, from, until) && !isCutOut(run, from, until, digits)))) {
                    String number = run.digits(from, until + 1);
                    if (isIssued(number) && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number)) {
                        return new Span(
                                run.groups().get(from).start(),
                                run.groups().get(until).end());
                    }
                }
            }
        }
        return null;
    }

    /** Three groups of four beside a fourth are a part of a longer number, such as an invoice's; one in ten of those has the right check digit by chance. */
    private static boolean isCutOut(DigitRun run, int from, int until, int digits) {
        return digits == SHORTEST
                && ((from > 0 && run.length(from - 1) == 4 && isOneSign(run.between(from - 1)))
                        || (until + 1 < run.groups().size()
                                && run.length(until + 1) == 4
                                && isOneSign(run.between(until))));
    }

    private static boolean isOneSign(String between) {
        return between.length() == 1 && " -\u00A0\u202F\u2011".contains(between);
    }

    /** Cards are written in groups of four, or as four, six and five or four. */
    private static boolean isGrouped(DigitRun run, int from, int until) {
        if (run.length(from) != 4) {
            return false;
        }
        for (int i = from + 1; i < until; i++) {
            if (run.length(i) != 4 && run.length(i) != 6) {
                return false;
            }
        }
        return true;
    }

    /** Whether an issuer gives out numbers that begin so and are that long. */
    private static boolean isIssued(String number) {
        int length = number.length();
        int four = Integer.parseInt(number.substring(0, 4));
        int two = four / 100;
        return switch (number.charAt(0)) {
            case '4' -> length == 13 || length == 16 || length == 19;
            case '3' -> isThree(length, two);
            case '5' -> (two >= 51 && two <= 55) ? length == 16 : (two == 50 || two >= 56);
            case '6' -> true;
            case '2' -> four == 2131 ? length == 15 : four >= 2200 && four <= 2720 && length == 16;
            case '1' -> four == 1800 && length == 15;
            default -> false;
        };
    }

    private static boolean isThree(int length, int two) {
        return switch (two) {
            case 34, 37 -> length == 15;
            case 35 -> length >= 16;
            case 30, 36, 38, 39 -> length >= 14;
            default -> false;
        };
    }
}
