package dev.retrial.tickets.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** National ids by their form alone, where the settings ask for it: they look like much else. */
final class NationalIds {

    private static final Pattern FORMS = Pattern.compile(
            "\\b(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]" // NINO
                    + "|[12] ?\\d{2} ?[01]\\d ?\\d[\\dAB] ?\\d{3} ?\\d{3}(?: ?\\d{2})?" // NIR
                    + "|\\d{8}-?[A-HJ-NP-TV-Z]|[XYZ]-?\\d{7}-?[A-HJ-NP-TV-Z]" // DNI, NIE
                    + "|\\d{3}-\\d{2}-\\d{4})\\b");

    private NationalIds() {}

    static void find(String text, List<Hit> hits) {
        Matcher matcher = FORMS.matcher(text);
        while (matcher.find()) {
            hits.add(new Hit(matcher.start(), matcher.end(), EntityType.NATIONAL_ID, 0.85));
        }
    }
}
