package dev.retrial.tickets.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The people of a ticket, all invented: no value belongs to anybody. Telephone numbers are those that regulators keep for films; card numbers and IBANs
 * have right check digits in ranges that no bank gives out.
 */
record Persona(Map<String, String> values) {

    private static final List<String> FIRST = List.of(
            "Oskar",
            "Priyanka",
            "Thandiwe",
            "Benedikt",
            "Solveig",
            "Marisol",
            "Kwabena",
            "Ottilie",
            "Ferdinand",
            "Anneliese",
            "Xiomara",
            "Dragomir",
            "Philippa",
            "Takumi",
            "Isaura",
            "Leopold",
            "Nnamdi",
            "Rosalind",
            "Gwendolyn",
            "Casimir",
            "Yevgenia",
            "Aurelio",
            "Bronwen",
            "Ezekiel");
    private static final List<String> LAST = List.of(
            "Wendlinghausen",
            "Oderwald",
            "Kasprzycki",
            "Thistlewood",
            "Brandvold",
            "Escudero",
            "Amponsah",
            "Zirnbauer",
            "Haverstock",
            "Quackenbush",
            "Montferrand",
            "Petrosjan",
            "Llewellyn",
            "Ishizaka",
            "Cordobes",
            "Vanderhoeven",
            "Okonjo",
            "Pemberwick",
            "Rautavaara",
            "Szymanowicz",
            "Delacroix-Meyer",
            "Fitzwarren",
            "Gundersen",
            "Abernethy");
    private static final List<String> STREETS = List.of(
            "Larkspur Quay",
            "Tannenhofweg",
            "Old Foundry Rise",
            "Gr\u00FCner Winkel",
            "Beacon Hollow",
            "Rue des Tilleuls Gris");
    private static final List<String> TOWNS =
            List.of("Tolmere", "Brackwitz", "Saint-Orens-du-Val", "Kestrel Falls", "Oberlindach", "Villarubia");

    static Persona of(Random random) {
        Map<String, String> values = new LinkedHashMap<>();
        String[] customer = name(random);
        String[] other = name(random);
        String[] agent = name(random);
        while (other[1].equals(customer[1])) {
            other = name(random);
        }
        while (agent[1].equals(customer[1]) || agent[1].equals(other[1])) {
            agent = name(random);
        }
        values.put("first", customer[0]);
        values.put("last", customer[1]);
        values.put("name", customer[0] + " " + customer[1]);
        values.put("mail", mail(customer, random));
        values.put("other", other[0] + " " + other[1]);
        values.put("othermail", mail(other, random));
        values.put("agent", agent[0]);
        values.put("agentname", agent[0] + " " + agent[1]);
        values.put("agentmail", agent[0].toLowerCase(Locale.ROOT) + "@acme-support.net");
        values.put("phone", phone(random));
        values.put("card", card(random));
        values.put("iban", iban(random));
        values.put("key", key(random));
        values.put(
                "address",
                (1 + random.nextInt(240)) + " " + pick(STREETS, random) + ", " + (10000 + random.nextInt(89999)) + " "
                        + pick(TOWNS, random));
        return new Persona(values);
    }

    String get(String key) {
        return values.getOrDefault(key, "");
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String[] name(Random random) {
        return new String[] {pick(FIRST, random), pick(LAST, random)};
    }

    private static String mail(String[] name, Random random) {
        String last = name[1].toLowerCase(Locale.ROOT).replace("-", "");
        String local =
                random.nextBoolean() ? name[0].toLowerCase(Locale.ROOT) + "." + last : last + (10 + random.nextInt(90));
        return local + "@" + pick(List.of("kanarienpost.net", "mail.tolmere.org", "brackwitz-online.de"), random);
    }

    private static String phone(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "+44 20 7946 0" + (100 + random.nextInt(900));
            case 1 -> "+49 30 23125 " + (100 + random.nextInt(900));
            case 2 -> "(415) 555-2" + (100 + random.nextInt(900));
            default -> "+33 1 99 00 " + (10 + random.nextInt(90)) + " " + (10 + random.nextInt(90));
        };
    }

    private static String card(Random random) {
        StringBuilder digits = new StringBuilder("400000");
        for (int i = 0; i < 9; i++) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int digit = digits.charAt(14 - i) - '0';
            int twice = i % 2 == 0 ? digit * 2 : digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        digits.append((10 - sum % 10) % 10);
        return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8, 12) + " "
                + digits.substring(12);
    }

    private static String iban(Random random) {
        StringBuilder account = new StringBuilder("10000000");
        for (int i = 0; i < 10; i++) {
            account.append(random.nextInt(10));
        }
        int rest = 0;
        String number = account + "131400";
        for (int i = 0; i < number.length(); i++) {
            rest = (rest * 10 + number.charAt(i) - '0') % 97;
        }
        int check = 98 - rest;
        return "DE" + (check < 10 ? "0" : "") + check + account;
    }

    private static String key(Random random) {
        StringBuilder key = new StringBuilder("sk_live_");
        for (int i = 0; i < 24; i++) {
            key.append("abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789".charAt(random.nextInt(54)));
        }
        return key.toString();
    }
}
