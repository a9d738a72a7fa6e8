package dev.retrial.tickets.corpus;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What a ticket is about: its order, sums and days, as its language writes them. */
final class Facts {

    private static final int[][] DAYS = {{60, 30}, {90, 30}, {45, 14}, {30, 14}, {100, 60}, {28, 10}, {21, 7}};
    private static final int[][] SUMS = {{89, 129}, {25, 45}, {15, 60}, {240, 310}, {49, 79}, {12, 18}};

    private Facts() {}

    static Map<String, String> of(Pool pool, String language, LocalDate opened, Random random) {
        Map<String, String> facts = new LinkedHashMap<>();
        int[] days = DAYS[random.nextInt(DAYS.length)];
        int[] sums = SUMS[random.nextInt(SUMS.length)];
        facts.put("w", Integer.toString(days[0]));
        facts.put("r", Integer.toString(days[1]));
        facts.put("p", sum(sums[0], language, pool));
        facts.put("q", sum(sums[1], language, pool));
        facts.put("order", order(pool, random));
        facts.put("order2", order(pool, random));
        facts.put("product", product(pool, language, random));
        facts.put("city", pick(List.of("Lisbon", "Bergen", "Graz", "Turin", "Leeds", "Nantes", "Porto"), random));
        facts.put("date", date(opened.minusDays(3 + random.nextInt(20)), language));
        facts.put("date2", date(opened.plusDays(4 + random.nextInt(30)), language));
        facts.put("month", pick(List.of("January", "March", "April", "October"), random));
        return facts;
    }

    private static String sum(int value, String language, Pool pool) {
        return switch (language) {
            case "en" -> pool == Pool.OPEN ? "$" + value : "\u00A3" + value + ".00";
            case "ja" -> value * 100 + "\u5186";
            default -> value + ",00 \u20AC";
        };
    }

    private static String order(Pool pool, Random random) {
        return pool == Pool.OPEN
                ? "A-" + (1000 + random.nextInt(9000))
                : pick(List.of("NL4", "BK7", "TR2"), random) + (10000 + random.nextInt(90000));
    }

    private static String product(Pool pool, String language, Random random) {
        boolean open = pool == Pool.OPEN;
        return switch (language) {
            case "de" -> pick(open ? List.of("Lampe", "Kaffeemaschine") : List.of("Jacke", "Uhr"), random);
            case "fr" -> pick(open ? List.of("lampe", "cafeti\u00E8re") : List.of("veste", "montre"), random);
            case "es" -> pick(open ? List.of("l\u00E1mpara", "cafetera") : List.of("chaqueta", "pulsera"), random);
            case "ja" -> open ? "\u30E9\u30F3\u30D7" : "\u6642\u8A08";
            default ->
                pick(
                        open
                                ? List.of("desk lamp", "coffee grinder", "router", "headset", "office chair")
                                : List.of("rain jacket", "fitness band", "trekking tent", "ski goggles"),
                        random);
        };
    }

    private static String date(LocalDate day, String language) {
        if (language.equals("ja")) {
            return day.getMonthValue() + "\u6708" + day.getDayOfMonth() + "\u65E5";
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language.equals("en") ? "en-GB" : language))
                .format(day);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
