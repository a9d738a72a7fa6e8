package dev.retrial.tickets.redact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Long numbers that no form tells: a customer's by the word before it, an order's by the word before it, and masked where there is none. */
final class NumberGuesses {

    /** What comes in the place of one that nobody knows. */
    static final String MASK = "[number?]";

    private static final int LONG = 7;
    private static final int BEFORE = 40;

    private static final String[] PERSONAL = {
        "account",
        "acct",
        "customer number",
        "customer no",
        "customer id",
        "customer #",
        "member",
        "membership",
        "passport",
        "licence",
        "license",
        "tax",
        "insurance",
        "policy number",
        "social",
        "ssn",
        "iban",
        "routing",
        "sort code",
        "kundennummer",
        "kunden-nr",
        "kundennr",
        "konto",
        "ausweis",
        "steuer",
        "versicherung",
        "numéro client",
        "numéro de client",
        "compte",
        "número de cliente",
        "cuenta",
        "dni",
        "nie",
        "client number",
        "user id",
        "device",
        "imei",
        "loyalty",
        "patient",
        "driver",
        "born",
        "birth",
        "national id",
        "id number",
        "ein",
        "vat"
    };

    private static final String[] ORDERS = {
        "order",
        "invoice",
        "ticket",
        "case",
        "tracking",
        "reference",
        "ref",
        "serial",
        "sku",
        "isbn",
        "version",
        "article",
        "parcel",
        "shipment",
        "transaction",
        "contract",
        "booking",
        "reservation",
        "flight",
        "model",
        "part",
        "build",
        "bestellung",
        "bestellnummer",
        "rechnung",
        "sendung",
        "vertrag",
        "commande",
        "facture",
        "pedido",
        "factura",
        "refund",
        "quote",
        "receipt",
        "product",
        "item",
        "batch",
        "error",
        "code",
        "request",
        "return",
        "rma",
        "package",
        "delivery",
        "issue",
        "bug",
        "po",
        "auftrag",
        "artikel",
        "amount",
        "total",
        "confirmation",
        "incident",
        "log"
    };

    private final List<String> regions;

    NumberGuesses(List<String> regions) {
        this.regions = regions;
    }

    /** Whether a field of this name holds the number of an order or of another thing, and nobody's. */
    static boolean isOrder(@Nullable String key) {
        return key != null && nearest(Letters.lower(key).replace('_', ' ').replace('-', ' '), ORDERS) >= 0;
    }

    void find(String text, @Nullable String key, List<Hit> sure, List<Hit> hits) {
        int next = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!Letters.isDigit(text.charAt(at))) {
                continue;
            }
            int start = start(text, at);
            int end = end(text, at);
            while (next < sure.size() && sure.get(next).end() <= start) {
                next++;
            }
            if (next < sure.size() && sure.get(next).start() < end) {
                at = Math.max(at, Math.max(end, sure.get(next).end()) - 1);
                if (sure.get(next).start() > start
                        && digits(text, start, sure.get(next).start()) >= LONG) {
                    hits.add(new Hit(start, sure.get(next).start(), EntityType.UNCERTAIN, 0.4, MASK));
                }
                continue;
            }
            Hit hit = judge(text, start, end, key);
            if (hit != null) {
                hits.add(hit);
            }
            at = end - 1;
        }
    }

    private @Nullable Hit judge(String text, int start, int end, @Nullable String key) {
        int digits = digits(text, start, end);
        if (digits < 4 || isAmount(text, start, end)) {
            return null;
        }
        String before = Letters.lower(text.substring(Math.max(0, start - BEFORE), start));
        before = before.substring(before.lastIndexOf('\n') + 1);
        int personal = nearest(before, PERSONAL);
        int order = nearest(before, ORDERS);
        if (personal >= 0 && (order < 0 || personal < order) && personal <= 25 && digits >= 5) {
            return new Hit(start, end, EntityType.ID, 0.85);
        }
        if (digits < LONG || isOrder(key) || (order >= 0 && order <= 25 && digits <= 22)) {
            return null;
        }
        String written = text.substring(start, end);
        if (isPhone(text, start, written)) {
            return new Hit(start, end, EntityType.PHONE, 0.7);
        }
        if (hasLetters(written) && digits < LONG + 3) {
            return null;
        }
        return new Hit(start, end, EntityType.UNCERTAIN, digits >= 9 ? 0.5 : 0.4, MASK);
    }

    /** A number that is given out in one of the team's countries, written with signs within or a zero before it. */
    private boolean isPhone(String text, int start, String written) {
        if (hasLetters(written)
                || (written.charAt(0) != '0'
                        && written.indexOf(' ') < 0
                        && written.indexOf('-') < 0
                        && (start == 0 || text.charAt(start - 1) != '+'))) {
            return false;
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        for (String region : regions) {
            try {
                if (phones.isValidNumberForRegion(phones.parse(written, region), region)) {
                    return true;
                }
            } catch (NumberParseException e) {
                // Not there.
            }
        }
        return false;
    }

    /** "1,234,567.00", "€ 12.000.000". */
    private static boolean isAmount(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        boolean money = "$€£¥".indexOf(before) >= 0
                || (start > 1 && before == ' ' && "$€£¥".indexOf(text.charAt(start - 2)) >= 0);
        int behind = end;
        while (behind < text.length() && text.charAt(behind) == ' ') {
            behind++;
        }
        return money
                || (behind < text.length() && "€£$%".indexOf(text.charAt(behind)) >= 0)
                || text.startsWith("EUR", behind)
                || text.startsWith("USD", behind)
                || (start >= 4 && (text.startsWith("EUR ", start - 4) || text.startsWith("USD ", start - 4)));
    }

    private static boolean hasLetters(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (Letters.isLetter(written.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** An identifier begins with its letters: {@code CUST-1234567}. */
    private static int start(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 60 && (isSign(text.charAt(start - 1)) || isJoint(text, start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isJoint(String text, int at) {
        return (text.charAt(at) == '-' || text.charAt(at) == '_') && at > 0 && isSign(text.charAt(at - 1));
    }

    /** Of an identifier; scripts without blanks have none in theirs. */
    private static boolean isSign(char c) {
        return Letters.isDigit(c) || (c < 0x250 && Letters.isLetter(c));
    }

    private static int end(String text, int at) {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean joins = (c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' || c == '\u00A0' || c == '\u202F')
                    && end + 1 < text.length()
                    && Letters.isDigit(text.charAt(end + 1));
            if (!isSign(c) && !joins) {
                break;
            }
            end++;
        }
        return end;
    }

    private static int digits(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Letters.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** How far before its end a text has the last of the words, or -1. */
    private static int nearest(String before, String[] words) {
        int nearest = -1;
        for (String word : words) {
            int at = before.lastIndexOf(word);
            while (at > 0 && Letters.isLetter(before.charAt(at - 1))) {
                at = before.lastIndexOf(word, at - 1);
            }
            if (at >= 0) {
                int distance = before.length() - at - word.length();
                nearest = nearest < 0 ? distance : Math.min(nearest, distance);
            }
        }
        return nearest;
    }
}
