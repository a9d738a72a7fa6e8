package dev.retrial.check.leak;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.retrial.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The form of a telephone number.
 *
 * <p>International numbers are asked of libphonenumber; others are taken for one where a word beside them says so, where they are written as North American ones are, or where a country's usual grouping fits.
 */
final class PhoneForm {

    private static final int FEWEST = 7;
    private static final int MOST = 15;
    private static final int MOST_GROUPS = 8;

    /** Countries whose way of writing numbers tells a number without a word beside it. */
    private static final String[] REGIONS = {
        "GB", "FR", "DE", "ES", "IT", "NL", "BE", "CH", "AT", "AU", "IN", "BR", "JP"
    };

    private PhoneForm() {}

    /**
     * The number that the run is, or begins with, or null.
     *
     * @param run the run
     * @param thorough whether libphonenumber is asked, which takes a moment each time
     */
    static @Nullable Span in(DigitRun run, boolean thorough) {
        String text = run.text();
        int digits = run.digits();
        int first = run.groups().get(0).start();
        if (digits >= FEWEST && (text.charAt(run.start()) == '+' || (text.startsWith("00", first) && digits > 10))) {
            return international(run, thorough);
        }
        if (digits < FEWEST || digits > MOST || run.groups().size() > MOST_GROUPS || isDate(run) || isAmount(run)) {
            return null;
        }
        int end = extension(run);
        if ((end == run.end() && run.isContinued()) || !isPhone(run, digits, end, thorough)) {
            return null;
        }
        return new Span(text.charAt(run.start()) == '(' && !isBracketed(run) ? first : run.start(), end);
    }

    /** What stands behind a number may have been taken for a part of it, so the longest beginning that is a number counts. */
    private static @Nullable Span international(DigitRun run, boolean thorough) {
        for (int groups = Math.min(run.groups().size(), MOST_GROUPS); groups > 0; groups--) {
            int end = run.groups().get(groups - 1).end();
            int digits = run.digits(0, groups).length();
            if (digits >= FEWEST
                    && digits <= MOST + 2
                    && (!thorough || isPossible(run.text().substring(run.start(), end)))) {
                return new Span(run.start(), groups == run.groups().size() ? extension(run) : end);
            }
        }
        return null;
    }

    /** A bracket that opens the run is the number's own where it closes within it. */
    private static boolean isBracketed(DigitRun run) {
        int close = run.text().indexOf(')', run.start());
        return close >= 0 && close < run.end();
    }

    private static boolean isPhone(DigitRun run, int digits, int end, boolean thorough) {
        String text = run.text();
        int cue = Cues.nearest(text, run.start(), Cues.PHONE, false);
        int other = Cues.nearest(text, run.start(), Cues.OTHER, true);
        if (other >= 0 && (cue < 0 || other < cue)) {
            return false;
        }
        return cue >= 0
                || Cues.follows(text, end, Cues.PHONE_BEHIND)
                || isNorthAmerican(run, digits)
                || (thorough && isWrittenAsIn(run));
    }

    private static boolean isPossible(String written) {
        String number = written.startsWith("00") ? "+" + written.substring(2) : written;
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            return phones.isPossibleNumber(phones.parse(number, "ZZ"));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** Three, three and four digits with signs between them, perhaps with a one before them. */
    private static boolean isNorthAmerican(DigitRun run, int digits) {
        int groups = run.groups().size();
        int first = groups - 3;
        boolean shaped = (digits == 10 && groups == 3)
                || (digits == 11
                        && groups == 4
                        && run.length(0) == 1
                        && run.text().charAt(run.groups().get(0).start()) == '1');
        return shaped
                && run.length(first) == 3
                && run.length(first + 1) == 3
                && run.length(first + 2) == 4
                && "23456789".indexOf(run.text().charAt(run.groups().get(first).start())) >= 0;
    }

    /** Whether a country's numbers are written just so, zero and grouping included. */
    private static boolean isWrittenAsIn(DigitRun run) {
        if (run.groups().size() < 2 || run.text().charAt(run.groups().get(0).start()) != '0') {
            return false;
        }
        String written =
                run.text().substring(run.start(), run.end()).replace('.', ' ').replace('-', ' ');
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        for (String region : REGIONS) {
            try {
                PhoneNumber number = phones.parse(written, region);
                if (phones.isValidNumberForRegion(number, region)
                        && phones.format(number, PhoneNumberUtil.PhoneNumberFormat.NATIONAL)
                                .replace('-', ' ')
                                .equals(written)) {
                    return true;
                }
            } catch (NumberParseException e) {
                // Not there.
            }
        }
        return false;
    }

    /** Year, month and day in some order, perhaps with an hour. */
    private static boolean isDate(DigitRun run) {
        if (run.groups().size() < 3) {
            return false;
        }
        boolean yearFirst = run.length(0) == 4 && run.length(1) <= 2 && run.length(2) <= 2 && isYear(run.digits(0, 1));
        boolean yearLast = run.length(2) == 4 && run.length(0) <= 2 && run.length(1) <= 2 && isYear(run.digits(2, 3));
        return yearFirst || yearLast;
    }

    private static boolean isYear(String digits) {
        return digits.startsWith("19") || digits.startsWith("20");
    }

    /** Thousands with points or blanks between them, and nothing else. */
    private static boolean isAmount(DigitRun run) {
        if (run.groups().size() < 2
                || run.length(0) > 3
                || run.text().charAt(run.groups().get(0).start()) == '0') {
            return false;
        }
        for (int i = 1; i < run.groups().size(); i++) {
            if (run.length(i) != 3 || !run.between(i - 1).equals(".")) {
                return false;
            }
        }
        return true;
    }

    /** The end of the number, an extension ("x4587") included. */
    private static int extension(DigitRun run) {
        String text = run.text();
        int at = run.end();
        if (at + 1 < text.length() && text.charAt(at) == 'x' && PersonalData.isDigit(text.charAt(at + 1))) {
            int end = at + 1;
            while (end < text.length() && end - at <= 7 && PersonalData.isDigit(text.charAt(end))) {
                end++;
            }
            return end;
        }
        return at;
    }
}
