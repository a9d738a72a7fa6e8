package dev.retrial.check.leak;

import java.util.Locale;

/** Words beside a number that say what it is. */
final class Cues {

    static final String[] SOCIAL_SECURITY = {"ssn", "social security*"};
    static final String[] VERSION = {"version*", "release*", "build", "firmware", "v"};

    /** Before a number; one with a star may go on. */
    static final String[] PHONE = {
        "phone*",
        "telephone*",
        "tel",
        "mobile",
        "mob",
        "cell",
        "cellphone",
        "fax",
        "call",
        "calling",
        "desk:",
        "office:",
        "home:",
        "work:",
        "answering at",
        "reach*",
        "dial*",
        "text me",
        "text us",
        "sms",
        "messages to",
        "message on",
        "whatsapp",
        "hotline",
        "telefon*",
        "handy",
        "rufnummer",
        "mobilnummer",
        "anrufen",
        "erreichbar",
        "t\u00E9l\u00E9phone",
        "t\u00E9l",
        "portable",
        "appel*",
        "tel\u00E9fono",
        "m\u00F3vil",
        "ll\u00E1m*",
        "telefono",
        "cellulare",
        "telefone",
        "ring",
        "contact number",
        "my number",
        "her number",
        "his number",
        "their number",
        "voicemail"
    };

    /** Behind a number, as in a signature. */
    static final String[] PHONE_BEHIND = {"office", "fax", "mobile", "cell", "desk", "phone", "home", "work"};

    /** What makes a number something else. */
    static final String[] OTHER = {
        "order*",
        "invoice*",
        "ticket*",
        "case",
        "tracking*",
        "reference",
        "ref",
        "account*",
        "customer number",
        "serial*",
        "sku",
        "isbn",
        "version*",
        "article*",
        "parcel*",
        "shipment*",
        "bestell*",
        "rechnung*",
        "kunden*",
        "commande*",
        "facture*",
        "pedido*",
        "factura*",
        "zip",
        "postal*",
        "box",
        "id",
        "code",
        "transaction*",
        "policy*",
        "contract*",
        "booking*",
        "reservation*",
        "flight*",
        "model",
        "part",
        "sendung*",
        "vertrag*",
        "amount*",
        "total",
        "refund*"
    };

    private static final int BEFORE = 30;
    private static final int BEHIND = 10;

    private Cues() {}

    /** Whether one of the words stands shortly before this place. */
    static boolean isNear(String text, int at, String[] words) {
        return nearest(text, at, words, false) >= 0;
    }

    /** How far before this place the last of the words ends, or -1 where none is near; in the same line, or in the one before it too. */
    static int nearest(String text, int at, String[] words, boolean sameLine) {
        String before = text.substring(Math.max(0, at - BEFORE), at).toLowerCase(Locale.ROOT);
        if (sameLine) {
            before = before.substring(before.lastIndexOf('\n') + 1);
        }
        int nearest = -1;
        for (String word : words) {
            int end = lastEnd(before, word);
            if (end >= 0 && (nearest < 0 || before.length() - end < nearest)) {
                nearest = before.length() - end;
            }
        }
        return nearest;
    }

    /** Whether one of the words follows within a few characters, in the same line. */
    static boolean follows(String text, int end, String[] words) {
        String behind =
                text.substring(end, Math.min(text.length(), end + BEHIND)).toLowerCase(Locale.ROOT);
        int lineEnd = behind.indexOf('\n');
        behind = lineEnd < 0 ? behind : behind.substring(0, lineEnd);
        for (String word : words) {
            if (lastEnd(behind, word) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the last place ends at which the word stands for itself, or -1. */
    private static int lastEnd(String text, String entry) {
        boolean open = entry.endsWith("*");
        String word = open ? entry.substring(0, entry.length() - 1) : entry;
        for (int at = text.lastIndexOf(word); at >= 0; at = text.lastIndexOf(word, at - 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetter(text.charAt(at - 1));
            boolean ends = open || end == text.length() || !Character.isLetter(text.charAt(end));
            if (begins && ends) {
                return end;
            }
        }
        return -1;
    }
}
