package dev.retrial.tickets.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Identities that are planted in every place of a ticket come out of none. */
class CanariesTest {

    /** Names of no lexicon and no word list, and some that are words, as people have them. */
    private static final List<String> FIRST = List.of(
            "Zephyrine",
            "Quillon",
            "Thandiwe",
            "Oisín",
            "Xóchitl",
            "Björgvin",
            "Dana",
            "Marisol",
            "Ngozi",
            "Priyanka",
            "Grace",
            "Mark",
            "Rose",
            "Will",
            "Jürgen",
            "Łukasz");

    private static final List<String> LAST = List.of(
            "Vantongeren",
            "Quackenbush",
            "Okonkwo",
            "Szczepański",
            "Thistlewood",
            "Bhattacharya",
            "Whitfield",
            "O'Donnell",
            "Møller",
            "Grüneberg",
            "Zuccarello",
            "Echeverría",
            "Raghunathan",
            "Featherstone");

    private static final List<String> BODIES = List.of(
            "Hi,\nmy name is %n and I want my money back for order A-1042, $89.00.\nReach me at %e or %p.\nBest regards,\n%n",
            "Hello, this is %n from accounting. The card %c was charged twice! My address is %a. Thanks, %f",
            "i am %f. my key is %k and it does not work since March 2, 2026. call %p",
            "> On Mon, 2 Mar 2026 at 09:15, %n <%e> wrote:\n> I live at %a.\n> My IBAN is %b.\nAny news?",
            "Dear support, %l never called back. %f %l told me to use %k. Will you help me, %f asks.\n-- \n%n\n%p | %e",
            "Sehr geehrte Damen und Herren, ich heiße %n, meine Kundennummer ist %i. Bitte rufen Sie an: %p. Mit freundlichen Grüßen\n%n",
            "Bonjour, je m'appelle %n, mon adresse est %a. Merci, %f",
            "Hola, me llamo %n. Mi correo es %e y mi tarjeta %c. Saludos,\n%f",
            "Login from %x failed, see https://app.acme.io/reset?email=%e&token=%k and https://%u:Secret77@files.acme.io/x",
            "FROM: %n\nMY ACCOUNT NUMBER IS %i AND I AM FURIOUS. %L!");

    private static final List<String> HUMAN = List.of(
            "Hi %f, thanks for your patience.",
            "Dear Ms %l, we sent it to %e.",
            "Spoke with %n on the phone (%p), account number %i.",
            "%n <%e> is right: the assistant was wrong.");

    record Identity(
            String first,
            String last,
            String email,
            String phone,
            String card,
            String address,
            String key,
            String iban,
            String id,
            String ip,
            String user) {

        String name() {
            return first + " " + last;
        }

        String in(String template) {
            return template.replace("%n", name())
                    .replace("%f", first)
                    .replace("%l", last)
                    .replace("%L", last.toUpperCase(Locale.ROOT))
                    .replace("%e", email)
                    .replace("%p", phone)
                    .replace("%c", card)
                    .replace("%a", address)
                    .replace("%k", key)
                    .replace("%b", iban)
                    .replace("%i", id)
                    .replace("%x", ip)
                    .replace("%u", user);
        }

        /** What must not come out, in lower case and as digits. */
        List<String> canaries() {
            return List.of(
                    last.toLowerCase(Locale.ROOT),
                    email.toLowerCase(Locale.ROOT),
                    user.toLowerCase(Locale.ROOT),
                    key.toLowerCase(Locale.ROOT),
                    iban.toLowerCase(Locale.ROOT),
                    id.toLowerCase(Locale.ROOT),
                    ip,
                    address.substring(0, address.indexOf(',')).toLowerCase(Locale.ROOT));
        }

        List<String> numbers() {
            String phone = KnownParties.digits(this.phone);
            return List.of(
                    phone.substring(phone.length() - 7),
                    KnownParties.digits(card),
                    KnownParties.digits(iban).substring(2));
        }
    }

    @Provide
    Arbitrary<Identity> identities() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            String first = FIRST.get(random.nextInt(FIRST.size()));
            String last = LAST.get(random.nextInt(LAST.size()));
            String plain = Letters.fold(first)
                    + (random.nextBoolean() ? "." : "_")
                    + Letters.fold(last).replace("'", "");
            String[] phones = {
                "+1 415-867-%04d",
                "(212) 736-%04d",
                "+44 20 7946 %04d",
                "030 9018 %04d",
                "+49 151 2345 %04d",
                "+33 6 12 34 %04d",
                "415.867.%04d"
            };
            String[] cards = {"4539 1488 0343 6467", "5425233430109903", "3714 496353 98431", "4916338506082832"};
            String[] addresses = {
                "221B Baker Street, London NW1 6XE",
                "1600 Amphitheatre Parkway, Mountain View, CA 94043",
                "Hauptstraße 17, 10115 Berlin",
                "12 rue de la Paix, 75002 Paris",
                "Calle Mayor 5, 28013 Madrid"
            };
            String[] keys = {
                "sk_live_" + token(random, 24),
                "ghp_" + token(random, 36),
                "AKIA" + token(random, 16).toUpperCase(Locale.ROOT),
                "xoxb-" + token(random, 24),
                "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoi" + token(random, 12) + "." + token(random, 30)
            };
            String[] ibans = {"DE89370400440532013000", "GB29NWBK60161331926819", "FR1420041010050500013M02606"};
            return new Identity(
                    first,
                    last,
                    plain + random.nextInt(90) + "@" + Letters.fold(last).replace("'", "") + "-mail.com",
                    String.format(Locale.ROOT, phones[random.nextInt(phones.length)], 1000 + random.nextInt(9000)),
                    cards[random.nextInt(cards.length)],
                    addresses[random.nextInt(addresses.length)],
                    keys[random.nextInt(keys.length)],
                    ibans[random.nextInt(ibans.length)],
                    "8" + (1_000_000 + random.nextInt(8_999_999)),
                    "81." + random.nextInt(255) + ".17." + (1 + random.nextInt(250)),
                    Letters.fold(first) + Letters.fold(last).replace("'", ""));
        });
    }

    private static String token(Random random, int length) {
        StringBuilder token = new StringBuilder("7k");
        while (token.length() < length) {
            token.append("abcdefghjkmnpqrstuvwxyz23456789".charAt(random.nextInt(31)));
        }
        return token.toString();
    }

    @Property(tries = 400)
    void a_planted_identity_comes_out_of_no_place(
            @ForAll("identities") Identity known,
            @ForAll("identities") Identity told,
            @ForAll("identities") Identity looked,
            @ForAll Random random) {
        Redacted redacted = planted(known, told, looked, random).redacted();

        assertNothingOf(known, redacted);
        assertNothingOf(told, redacted);
        assertNothingOf(looked, redacted);
    }

    private static Tickets planted(Identity known, Identity told, Identity looked, Random random) {
        List<String> bodies = new ArrayList<>(BODIES);
        java.util.Collections.shuffle(bodies, random);
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments
                .put("customer_name", known.name())
                .put("phone", known.phone())
                .put("order_id", "A-1042")
                .put("amount", 89.0);
        arguments
                .putObject("customer")
                .put("name", looked.name())
                .put("email", looked.email())
                .putArray("notes")
                .add(looked.in("card %c, IBAN %b"))
                .add(known.in("see %x"));
        arguments.put("account_id", Long.parseLong(known.id()));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put(known.email(), "found").put("token", known.key()).put("shipping_address", looked.address());
        return Tickets.ticket()
                .id(known.id())
                .source("/home/" + known.user() + "/exports/" + known.email() + ".json:17")
                .party(Role.CUSTOMER, known.name(), known.email(), known.phone())
                .party(Role.HUMAN_AGENT, "Ines Lindqvist", "ines.lindqvist@acme.io", null)
                .subject(known.in("Refund for %n (%e)"))
                .says(known.in(bodies.get(0)))
                .turn(Role.HUMAN_AGENT, known.in(HUMAN.get(random.nextInt(HUMAN.size()))))
                .says(told.in(introduced(bodies)))
                .turn(Role.HUMAN_AGENT, looked.in("I see %n in our books, and %l again."))
                .call(arguments.toString(), result.toString())
                .attachment(known.in("Passport_%f_%l.pdf"))
                .by(known.id())
                .field("iban", told.iban())
                .field("custom_" + known.email(), known.in("call %p"))
                .rating(known.in("%f here: the bot was rude, mail me at %e"))
                .monitor(known.in("The agent called %n by the wrong name"))
                .tag("vip_" + known.user());
    }

    /** A person whom only the text tells of is known by a cue of the text, so a body with one comes first. */
    private static String introduced(List<String> bodies) {
        for (String body : bodies) {
            if (body.contains("my name is %n")
                    || body.contains("heiße %n")
                    || body.contains("m'appelle %n")
                    || body.contains("llamo %n")) {
                return body + "\n" + bodies.get(1);
            }
        }
        throw new IllegalStateException("no body introduces anybody");
    }

    private static void assertNothingOf(Identity identity, Redacted redacted) {
        String all = redacted.toString().toLowerCase(Locale.ROOT);
        for (String canary : identity.canaries()) {
            assertThat(all).doesNotContain(canary);
        }
        String digits = KnownParties.digits(all);
        for (String number : identity.numbers()) {
            assertThat(digits).doesNotContain(number);
        }
    }
}
