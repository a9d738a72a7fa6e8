package dev.retrial.check.reply;

import dev.retrial.scene.Facts;
import dev.retrial.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words by which an agent asks for a fact: those of its name, those that the case gives, and the usual ones in three languages. */
final class AskedFor {

    private static final String[][] USUAL = {
        {
            "order",
            "order number",
            "order no",
            "order id",
            "order code",
            "order reference",
            "number of your order",
            "number of the order",
            "which order",
            "what order",
            "Bestellnummer",
            "Auftragsnummer",
            "Bestell-Nr",
            "welche Bestellung",
            "num\u00E9ro de commande",
            "num\u00E9ro de votre commande",
            "r\u00E9f\u00E9rence de commande",
            "quelle commande"
        },
        {
            "mail",
            "e-mail",
            "email",
            "e-mail address",
            "email address",
            "E-Mail-Adresse",
            "Mailadresse",
            "Emailadresse",
            "adresse e-mail",
            "adresse mail",
            "adresse email",
            "adresse \u00E9lectronique",
            "courriel"
        },
        {
            "phone",
            "phone number",
            "telephone number",
            "mobile number",
            "cell number",
            "contact number",
            "Telefonnummer",
            "Handynummer",
            "Rufnummer",
            "Mobilnummer",
            "num\u00E9ro de t\u00E9l\u00E9phone",
            "num\u00E9ro de portable"
        },
        {"name", "your name", "full name", "ihren Namen", "Ihr Name", "wie hei\u00DFen Sie", "votre nom"},
        {
            "account",
            "account number",
            "account id",
            "Kontonummer",
            "Kundenkonto",
            "num\u00E9ro de compte",
            "identifiant de compte"
        },
        {"customer", "customer number", "customer id", "Kundennummer", "num\u00E9ro de client", "num\u00E9ro client"},
        {"invoice", "invoice number", "invoice id", "Rechnungsnummer", "num\u00E9ro de facture", "which invoice"},
        {
            "address",
            "your address",
            "postal address",
            "shipping address",
            "delivery address",
            "Ihre Adresse",
            "Anschrift",
            "Lieferadresse",
            "votre adresse postale",
            "adresse de livraison"
        },
        {"tracking", "tracking number", "Sendungsnummer", "num\u00E9ro de suivi"},
        {"serial", "serial number", "Seriennummer", "num\u00E9ro de s\u00E9rie"},
        {"card", "card number", "Kartennummer", "num\u00E9ro de carte"},
        {"birth", "date of birth", "birthday", "Geburtsdatum", "date de naissance"},
        {"ticket", "ticket number", "case number", "Ticketnummer", "Vorgangsnummer", "num\u00E9ro de ticket"},
        {"zip", "zip code", "postcode", "postal code", "Postleitzahl", "code postal"}
    };

    private AskedFor() {}

    static List<Phrase> phrases(String fact, Facts.@Nullable Fact declared) {
        Set<String> words = new LinkedHashSet<>();
        String spoken = fact.replace('_', ' ').replace('-', ' ').strip();
        words.add(spoken);
        if (declared != null) {
            words.addAll(declared.askedAs());
        }
        String[] parts = spoken.toLowerCase(java.util.Locale.ROOT).split(" ", -1);
        for (String[] usual : USUAL) {
            if (isAbout(parts, usual[0])) {
                for (int i = 1; i < usual.length; i++) {
                    words.add(usual[i]);
                }
            }
        }
        List<Phrase> phrases = new ArrayList<>(words.size());
        for (String word : words) {
            // A name of signs only is asked for by its other words.
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                phrases.add(Phrase.inflected(word));
            }
        }
        return phrases;
    }

    private static boolean isAbout(String[] parts, String subject) {
        for (String part : parts) {
            boolean about = subject.equals("mail") ? part.endsWith("mail") : part.equals(subject);
            if (about && !(subject.equals("address") && (parts[0].endsWith("mail") || parts[0].equals("e")))) {
                return true;
            }
        }
        return false;
    }
}
