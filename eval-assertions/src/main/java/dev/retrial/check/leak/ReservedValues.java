package dev.retrial.check.leak;

import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;

/** What has the form of personal data and is nobody's, since it is set aside for examples, tests and films. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReservedValues {

    /** Numbers that payment companies publish for tests. */
    private static final Set<String> CARDS = Set.of(
            "4111111111111111",
            "4242424242424242",
            "4012888888881881",
            "4000056655665556",
            "4000000000000002",
            "4222222222222",
            "5555555555554444",
            "5105105105105100",
            "5200828282828210",
            "2223003122003222",
            "378282246310005",
            "371449635398431",
            "6011111111111117",
            "6011000990139424",
            "3056930009020004",
            "30569309025904",
            "3566002020360505",
            "3530111333300000");

    /** Account numbers that standards show. */
    private static final Set<String> IBANS = Set.of(
            "DE89370400440532013000",
            "GB82WEST12345698765432",
            "GB29NWBK60161331926819",
            "FR1420041010050500013M02606",
            "NL91ABNA0417164300",
            "CH9300762011623852957",
            "ES9121000418450200051332",
            "AT611904300234573201");

    private static final Set<String> SOCIAL_SECURITY = Set.of("078051120", "219099999", "123456789");

    private static final String[] DOMAINS = {
        "example.com", "example.org", "example.net", "example", "test", "invalid", "localhost", "local"
    };

    /** How numbers begin that no telephone has, with their country's and with a zero. */
    private static final String[] PHONES = {
        "447700900",
        "07700900",
        "442079460",
        "02079460",
        "441134960",
        "01134960",
        "441632960",
        "01632960",
        "493023125",
        "03023125",
        "496990009",
        "06990009",
        "3319900",
        "019900",
        "33261919",
        "0261919",
        "33639980",
        "0639980",
        "468465004",
        "08465004",
        "6125550",
        "025550",
        "6127010",
        "027010",
        "61491570",
        "0491570"
    };

    private ReservedValues() {}

    /**
     * Whether a value is nobody's.
     *
     * @param type what form it has
     * @param value the value as it was found
     */
    public static boolean has(PersonalDatum.Type type, String value) {
        return switch (type) {
            case EMAIL -> isReservedDomain(value.substring(value.lastIndexOf('@') + 1));
            case CARD -> CARDS.contains(digits(value));
            case IBAN -> isReservedIban(plain(value));
            case IP -> isReservedAddress(value.toLowerCase(Locale.ROOT));
            case SSN -> SOCIAL_SECURITY.contains(digits(value)) || digits(value).startsWith("98765432");
            case PHONE -> isReservedPhone(digits(value));
        };
    }

    private static boolean isReservedDomain(String host) {
        String domain = host.toLowerCase(Locale.ROOT);
        for (String reserved : DOMAINS) {
            if (domain.equals(reserved) || domain.endsWith("." + reserved)) {
                return true;
            }
        }
        return false;
    }

    /** Of a bank that there is not: the first four signs behind the check digits are zeros or the last letter. */
    private static boolean isReservedIban(String iban) {
        boolean nobodys = iban.length() > 8;
        for (int i = 4; nobodys && i < 8; i++) {
            nobodys = iban.charAt(i) == '0' || iban.charAt(i) == 'Z';
        }
        return nobodys || IBANS.contains(iban);
    }

    private static boolean isReservedAddress(String address) {
        return address.startsWith("192.0.2.")
                || address.startsWith("198.51.100.")
                || address.startsWith("203.0.113.")
                || address.startsWith("2001:db8:")
                || address.equals("8.8.8.8")
                || address.equals("1.1.1.1");
    }

    private static boolean isReservedPhone(String digits) {
        int length = digits.length();
        // 555-0100 to 555-0199 in every area, and directory enquiries.
        if (length >= 7 && length <= 13) {
            String local = digits.substring(length - 7);
            if (local.startsWith("55501") || local.equals("5551212")) {
                return true;
            }
        }
        String national = digits.startsWith("00") ? digits.substring(2) : digits;
        for (String reserved : PHONES) {
            if (national.startsWith(reserved)) {
                return true;
            }
        }
        return false;
    }

    private static String digits(String value) {
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (PersonalData.isDigit(value.charAt(i))) {
                digits.append(value.charAt(i));
            }
        }
        return digits.toString();
    }

    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (PersonalData.isWordPart(value.charAt(i))) {
                plain.append(value.charAt(i));
            }
        }
        return plain.toString().toUpperCase(Locale.ROOT);
    }
}
