package dev.retrial.tickets.redact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DateFormatSymbols;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words that are no names by themselves: English, and the usual ones of German, French and Spanish letters to a company; months, weekdays, large towns,
 * countries, languages, currencies; brands and titles.
 */
final class CommonWords {

    private static final Locale[] LANGUAGES = {Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es")
    };

    private static final String[] GERMAN_ENDINGS = {
        "ung", "ungen", "heit", "keit", "keiten", "schaft", "tion", "tionen", "nummer", "tät", "ment", "datum", "karte",
        "konto", "preis", "zeit", "betrag", "service", "adresse", "liste", "seite", "fehler", "brief", "code", "tage",
        "tagen"
    };

    private final Set<String> words = new HashSet<>(60_000);

    private CommonWords() {
        read("words-en.txt");
        read("words-more.txt");
        // The towns that time zones are called after are places and nobody's names.
        for (String zone : ZoneId.getAvailableZoneIds()) {
            add(zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' '));
        }
        for (Locale language : LANGUAGES) {
            DateFormatSymbols dates = DateFormatSymbols.getInstance(language);
            add(dates.getMonths());
            add(dates.getShortMonths());
            add(dates.getWeekdays());
            add(dates.getShortWeekdays());
            for (String country : Locale.getISOCountries()) {
                add(new Locale.Builder().setRegion(country).build().getDisplayCountry(language));
            }
            for (String code : Locale.getISOLanguages()) {
                add(new Locale.Builder().setLanguage(code).build().getDisplayLanguage(language));
            }
        }
    }

    private static final class Lazily {
        static final CommonWords WORDS = new CommonWords();
    }

    static CommonWords get() {
        return Lazily.WORDS;
    }

    /** Whether a word is common, whatever its case. */
    boolean has(String word) {
        String lower = Letters.lower(word);
        return words.contains(lower) || words.contains(Letters.fold(lower)) || isPlural(lower);
    }

    /** Whether a capitalised word in a German sentence is a usual noun; there are more of them than lists have. */
    boolean isGermanNoun(String word) {
        String lower = Letters.lower(word);
        for (String ending : GERMAN_ENDINGS) {
            if (lower.length() > ending.length() + 2 && lower.endsWith(ending)) {
                return true;
            }
        }
        return has(word);
    }

    private boolean isPlural(String lower) {
        return lower.length() > 4 && lower.endsWith("s") && words.contains(lower.substring(0, lower.length() - 1));
    }

    private void add(String... texts) {
        for (String text : texts) {
            for (int at = 0; at < text.length(); at++) {
                int end = Letters.end(text, at);
                if (end > at) {
                    words.add(Letters.lower(text.substring(at, end)));
                    at = end;
                }
            }
        }
    }

    private void read(String resource) {
        try (InputStream stream = CommonWords.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        java.util.Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                if (line.indexOf(' ') < 0) {
                    words.add(line);
                } else {
                    add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
