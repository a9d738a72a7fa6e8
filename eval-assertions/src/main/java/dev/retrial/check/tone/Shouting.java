package dev.retrial.check.tone;

import dev.retrial.text.Words;
import java.util.Set;

/** Counts words in capitals that are meant to be loud. */
final class Shouting {

    /** Abbreviations of four letters and more that support replies are full of. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "AJAX", "ASAP", "CCPA", "CORS", "CRUD", "DDOS", "DKIM", "DMARC", "DSGVO", "FAQS", "FIDO", "GDPR", "GMBH",
            "HIPAA", "HTML", "HTTP", "HTTPS", "IBAN", "IMAP", "JDBC", "JPEG", "JSON", "LDAP", "NASA", "NATO", "NIST",
            "OAUTH", "ODBC", "OIDC", "OWASP", "PGP", "PKCE", "REST", "SAAS", "SAML", "SCIM", "SEPA", "SFTP", "SLAS",
            "SMTP", "SOAP", "SOC", "SWIFT", "TOML", "TOTP", "UUID", "WCAG", "WLAN", "WPA", "XLSX", "YAML");

    /** Short words that are in capitals only where somebody shouts. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "ALL", "AND", "ANY", "ARE", "ASK", "BUT", "CAN", "DID", "DO", "FOR", "GET", "GO", "HAS", "HOW", "IF", "IS",
            "LET", "MAY", "ME", "MY", "NEW", "NO", "NOT", "NOW", "OF", "OFF", "ON", "ONE", "OUR", "OUT", "SEE", "SO",
            "THE", "TO", "TOO", "TRY", "USE", "WAS", "WE", "WHY", "YES", "YOU");

    private Shouting() {}

    static void count(String text, Tally tally) {
        Words words = new Words(text);
        while (words.next()) {
            if (isLoud(text, words.start(), words.end())) {
                tally.add(words.start(), words.end());
            }
        }
    }

    private static boolean isLoud(String text, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c)) {
                letters++;
            } else if (Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        if (letters < 2 || end - start > 40) {
            return letters > 40;
        }
        // A part of an identifier, as in MAX_RETRIES or ERR-TIMEOUT.
        if (joins(text, start - 1) || joins(text, end)) {
            return false;
        }
        String word = text.substring(start, end);
        return letters >= 4 ? !ABBREVIATIONS.contains(word) : SHORT_WORDS.contains(word);
    }

    private static boolean joins(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == '_' || c == '/' || c == '-';
    }
}
