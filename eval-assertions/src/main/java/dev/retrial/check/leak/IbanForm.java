package dev.retrial.check.leak;

import dev.retrial.text.Span;
import java.util.Locale;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;

/** The form of an IBAN, in one piece or in groups, in whatever case, whose check digits are right. */
final class IbanForm {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    private IbanForm() {}

    /** The IBAN that begins here, or null. */
    static @Nullable Span at(String text, int start) {
        StringBuilder iban = new StringBuilder(LONGEST);
        int end = start;
        Span best = null;
        for (int i = start; i < text.length() && iban.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (PersonalData.isDigit(c) || PersonalData.isLetter(c)) {
                iban.append(c);
                end = i + 1;
                boolean ends = end == text.length() || !PersonalData.isWordPart(text.charAt(end));
                if (ends && iban.length() >= SHORTEST && isValid(iban.toString())) {
                    best = new Span(start, end);
                }
            } else if ((c != ' ' && c != '-') || i != end || iban.length() % 4 != 0) {
                break;
            }
        }
        return best;
    }

    private static boolean isValid(String iban) {
        return IBANValidator.getInstance().isValid(iban.toUpperCase(Locale.ROOT));
    }
}
