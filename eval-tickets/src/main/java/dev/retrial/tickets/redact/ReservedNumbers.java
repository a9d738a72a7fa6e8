package dev.retrial.tickets.redact;

import java.util.Locale;

/**
 * Numbers that are nobody's, from what is set aside for examples and films, in the form of the number that they replace.
 */
final class ReservedNumbers {

    /** Real area codes; 555-0100 to 555-0199 is fictitious in each of them. */
    private static final int[] AREAS = {202, 206, 212, 214, 303, 305, 312, 404, 415, 503, 512, 602, 617, 702, 713};

    private static final String[] VISA = {"4111111111111111", "4242424242424242", "4012888888881881", "4000056655665556"
    };
    private static final String[] MASTERCARD = {"5555555555554444", "5105105105105100", "5200828282828210"};
    private static final String[] AMEX = {"378282246310005", "371449635398431"};
    private static final String[] DISCOVER = {"6011111111111117", "6011000990139424"};

    private ReservedNumbers() {}

    /**
     * A telephone number that is nobody's.
     *
     * @param written the number that it replaces
     * @param region the country by which numbers without a country code are read
     * @param choice what chooses it
     */
    static String phone(String written, String region, long choice) {
        String digits = KnownParties.digits(written);
        boolean international = written.stripLeading().startsWith("+") || digits.startsWith("00");
        String country = international ? (digits.startsWith("00") ? digits.substring(2) : digits) : "";
        int hundred = (int) (choice % 100);
        int thousand = (int) (choice % 1_000);
        int area = AREAS[(int) (choice / 1_000 % AREAS.length)];
        if (international) {
            if (country.startsWith("44")) {
                return String.format(Locale.ROOT, "+44 7700 900%03d", thousand);
            }
            if (country.startsWith("49")) {
                return String.format(Locale.ROOT, "+49 30 23125%03d", thousand);
            }
            if (country.startsWith("33")) {
                return String.format(Locale.ROOT, "+33 1 99 00 %02d %02d", choice / 100 % 100, hundred);
            }
            if (country.startsWith("46")) {
                return String.format(Locale.ROOT, "+46 8 465 004 %02d", hundred);
            }
            if (country.startsWith("61")) {
                return String.format(Locale.ROOT, "+61 2 5550 %04d", choice % 10_000);
            }
            String full = "1" + area + "55501" + String.format(Locale.ROOT, "%02d", hundred);
            return country.startsWith("1") && country.length() == 11
                    ? "+" + filled(written.substring(written.indexOf('+') + 1), full)
                    : String.format(Locale.ROOT, "+1 %d-555-01%02d", area, hundred);
        }
        if (digits.startsWith("0")) {
            return switch (region) {
                case "DE" -> String.format(Locale.ROOT, "030 23125%03d", thousand);
                case "FR" -> String.format(Locale.ROOT, "01 99 00 %02d %02d", choice / 100 % 100, hundred);
                case "SE" -> String.format(Locale.ROOT, "08-465 004 %02d", hundred);
                case "AU" -> String.format(Locale.ROOT, "(02) 5550 %04d", choice % 10_000);
                default ->
                    digits.length() == 11
                            ? filled(written, String.format(Locale.ROOT, "07700900%03d", thousand))
                            : String.format(Locale.ROOT, "07700 900%03d", thousand);
            };
        }
        String local = String.format(Locale.ROOT, "55501%02d", hundred);
        return switch (digits.length()) {
            case 7 -> filled(written, local);
            case 10 -> filled(written, area + local);
            case 11 ->
                digits.startsWith("1") ? filled(written, "1" + area + local) : area + "-555-01" + local.substring(5);
            default -> area + "-555-01" + local.substring(5);
        };
    }

    /** A card number for tests, of the same issuer where there is one, in groups where it was written so. */
    static String card(String written, long choice) {
        String digits = KnownParties.digits(written);
        String[] of = switch (digits.charAt(0)) {
            case '3' -> AMEX;
            case '5', '2' -> MASTERCARD;
            case '6' -> DISCOVER;
            default -> VISA;
        };
        String number = of[(int) (choice % of.length)];
        if (number.length() == digits.length()) {
            return filled(written, number);
        }
        return number;
    }

    /** An IBAN of the same country and length with right check digits, of a bank that there is not. */
    static String iban(String written, long choice) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            if (Letters.isWordPart(written.charAt(i))) {
                plain.append(Character.toUpperCase(written.charAt(i)));
            }
        }
        long rest = choice;
        StringBuilder account = new StringBuilder();
        for (int i = 4; i < plain.length(); i++) {
            boolean digit = Character.isDigit(plain.charAt(i));
            if (i < 8) {
                account.append(digit ? '0' : 'Z');
            } else {
                account.append(digit ? (char) ('0' + rest % 10) : (char) ('A' + rest % 26));
                rest = rest / 7 + 1;
            }
        }
        String country = plain.substring(0, 2);
        int remainder = 0;
        for (char c : (account + country + "00").toCharArray()) {
            int value = Character.isDigit(c) ? c - '0' : c - 'A' + 10;
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return filledWith(written, country + String.format(Locale.ROOT, "%02d", 98 - remainder) + account);
    }

    /** An address of the ranges for documentation. */
    static String ip(String written, long choice) {
        if (written.indexOf(':') >= 0) {
            return "2001:db8::" + Long.toHexString(1 + choice % 0xFFFE);
        }
        return (choice % 2 == 0 ? "192.0.2." : "198.51.100.") + (1 + choice / 2 % 254);
    }

    /** A social security number of those that advertisements may show. */
    static String socialSecurity(long choice) {
        return "987-65-432" + choice % 10;
    }

    /** The digits of a number in the places of another's. */
    static String filled(String written, String digits) {
        StringBuilder filled = new StringBuilder(written.length());
        int next = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            filled.append(Letters.isDigit(c) && next < digits.length() ? digits.charAt(next++) : c);
        }
        return filled.toString();
    }

    private static String filledWith(String written, String signs) {
        StringBuilder filled = new StringBuilder(written.length());
        int next = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            filled.append(Letters.isWordPart(c) && next < signs.length() ? signs.charAt(next++) : c);
        }
        return filled.toString();
    }
}
