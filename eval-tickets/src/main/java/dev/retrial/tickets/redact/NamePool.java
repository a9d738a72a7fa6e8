package dev.retrial.tickets.redact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.datafaker.Faker;

/**
 * The names that Datafaker has of a language. They are chosen from by a number that comes from the key, and not by a random generator, so that choosing costs next to nothing and a name does not depend on the version of a generator.
 */
final class NamePool {

    private static final Map<String, NamePool> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final String[] LEXICON = {"en", "de", "fr", "es", "it", "pl", "sv"};

    private final List<String> first;
    private final List<String> last;

    private NamePool(String language) {
        Faker faker = new Faker(Locale.forLanguageTag(language), new Random(1));
        Set<String> given = new LinkedHashSet<>();
        add(faker, "name.first_name", given);
        if (given.isEmpty()) {
            // Where a language has one list for all, those by gender would be the English ones.
            add(faker, "name.female_first_name", given);
            add(faker, "name.male_first_name", given);
        }
        Set<String> family = new LinkedHashSet<>();
        add(faker, "name.last_name", family);
        if (family.isEmpty()) {
            add(faker, "name.male_last_name", family);
        }
        first = List.copyOf(given);
        last = family.isEmpty() ? first : List.copyOf(family);
    }

    /** The names of a language, by its tag; English where Datafaker has none. */
    static NamePool of(String language) {
        NamePool pool = BY_LANGUAGE.computeIfAbsent(language, NamePool::new);
        return pool.first.isEmpty() ? of("en") : pool;
    }

    List<String> first() {
        return first;
    }

    List<String> last() {
        return last;
    }

    /** First names of several languages, folded: what is one of them may be a person's. */
    static boolean isFirstName(String folded) {
        return Lexicon.FIRST.contains(folded);
    }

    /** Whether it is a usual last name of a European language, folded. */
    static boolean isLastName(String folded) {
        return Lexicon.LAST.contains(folded);
    }

    private static void add(Faker faker, String key, Set<String> names) {
        Object found;
        try {
            found = faker.fakeValuesService().fetchObject(key, faker.getContext());
        } catch (RuntimeException e) {
            // The language has no such list.
            return;
        }
        if (found instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof String name && isPlain(name)) {
                    names.add(name);
                }
            }
        }
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && Letters.end(name, 0) == name.length();
    }

    private static final class Lexicon {
        static final Set<String> FIRST = new HashSet<>();
        static final Set<String> LAST = new HashSet<>();

        static {
            List<NamePool> pools = new ArrayList<>();
            for (String language : LEXICON) {
                pools.add(of(language));
            }
            for (NamePool pool : pools) {
                pool.first.forEach(name -> FIRST.add(Letters.fold(name)));
                pool.last.forEach(name -> LAST.add(Letters.fold(name)));
            }
        }
    }
}
