package dev.retrial.tickets.redact;

import java.util.Locale;

/** Postal addresses that anybody sees to be none, in the form of the one that they replace. */
final class PlaceholderAddress {

    private static final String[] STREETS = {"Example Street", "Sample Road", "Placeholder Lane", "Specimen Avenue"};
    private static final String[] TOWNS = {"Sampleton", "Exampleville", "Placeholder City", "Specimen Falls"};

    private PlaceholderAddress() {}

    /** An address; with a town where the other has one. */
    static String of(String written, String language, long choice) {
        int number = 1 + (int) (choice % 199);
        int which = (int) (choice / 199 % STREETS.length);
        boolean digits = !KnownParties.digits(written).isEmpty();
        if (!digits) {
            return KnownParties.words(written).size() > 2 ? STREETS[which] : TOWNS[which];
        }
        if (Letters.end(written, 0) == 0 && KnownParties.words(written).isEmpty()) {
            // A postal code.
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < written.length(); i++) {
                code.append(Letters.isDigit(written.charAt(i)) ? '0' : written.charAt(i));
            }
            return code.toString();
        }
        boolean town = written.indexOf(',') >= 0 || written.indexOf('\n') >= 0;
        return switch (languageOf(written, language)) {
            case "de" -> "Musterstraße " + number + (town ? ", 00000 Musterstadt" : "");
            case "fr" -> number + " rue de l'Exemple" + (town ? ", 00000 Exempleville" : "");
            case "es" -> "Calle Ejemplo " + number + (town ? ", 00000 Ciudad Ejemplo" : "");
            default ->
                String.format(
                        Locale.ROOT, "%d %s%s", number, STREETS[which], town ? ", " + TOWNS[which] + " 00000" : "");
        };
    }

    /** By how it calls a street; else that of the ticket. */
    private static String languageOf(String written, String language) {
        String lower = Letters.lower(written);
        if (lower.contains("straße")
                || lower.contains("strasse")
                || lower.contains("weg ")
                || lower.contains("platz ")
                || lower.contains("gasse")) {
            return "de";
        }
        if (lower.contains("rue ") || lower.contains("chemin ") || lower.contains("quai ")) {
            return "fr";
        }
        return lower.contains("calle ") || lower.contains("avenida ") ? "es" : language;
    }
}
