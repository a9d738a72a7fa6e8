package dev.retrial.benchmarks.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One generated ticket: what a customer, the AI agent and a person of the support team said, with what is personal in it. */
final class Story {

    static final long ASSISTANT = 7;
    static final int PEOPLE = 40;

    /** One in so many tickets tells of a failure; of these, one in so many tells what an earlier one told. */
    private static final int FAILURES = 20;

    private static final int REPEATS = 4;

    private static final String[] FIRST = {
        "Dana", "Imran", "Lucia", "Marten", "Nkechi", "Olga", "Pierre", "Quentin", "Rosa", "Sunita", "Tomasz", "Uma",
        "Viktor", "Wanda", "Xavier", "Yusuf", "Zofia", "Anders", "Beatriz", "Chiara", "Derek", "Elif", "Farah", "Goran"
    };
    private static final String[] LAST = {
        "Abara", "Brandt", "Castellano", "Dvorak", "Eriksen", "Fontaine", "Gallagher", "Haddad", "Ivanova", "Jansen",
        "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okafor", "Petrov", "Quispe", "Rahman", "Santoro", "Tanaka"
    };
    private static final String[] WHO = {
        "the dashboard", "our billing page", "the delivery", "my subscription", "the export", "the mobile app",
        "your last e-mail", "the invoice", "the second parcel", "the login page", "a colleague of mine", "the courier",
        "the confirmation", "our finance team", "the webhook", "the discount code"
    };
    private static final String[] DOES = {
        "still shows", "never mentioned", "arrived without", "asks me again for", "does not accept", "was charged for",
        "keeps losing", "has doubled", "cannot open", "was sent before", "no longer lists", "contradicts",
        "came back with", "needs", "refers to", "stopped loading"
    };
    private static final String[] WHAT = {
        "the old address", "the yearly plan", "two of the three items", "the tax number", "a part that we returned",
        "the amount we agreed on", "the report for March", "any of the settings", "the spare hinges", "the warranty",
        "a second reminder", "the seats we removed", "the original order", "the shipping label", "the team's access",
        "the right currency"
    };
    private static final String[] TAIL = {
        "since Monday",
        "although we changed it last week",
        "and nobody told us why",
        "on every machine we tried",
        "which we noticed only today",
        "after the last update",
        "and the deadline is on Friday",
        "even though support said otherwise",
        "in both accounts",
        "as far as I can see",
        "without any message",
        "and we have tried three times"
    };
    private static final String[] HELP = {
        "I have looked at the account and can see the change.", "You can find this under Settings, then Billing.",
        "The parcel is on its way and should be with you soon.", "Please clear the cache of the browser and try again.",
        "Your plan stays as it is until the end of the period.", "I have added a note for the team.",
        "The export is ready and was sent to the address on file.", "An update will follow within two working days."
    };

    private final int number;
    private final SplittableRandom random;
    private final SplittableRandom words;
    private final boolean failure;
    private final String first;
    private final String last;
    private final long opened;

    Story(int number) {
        this.number = number;
        random = new SplittableRandom(mixed(number));
        failure = random.nextInt(FAILURES) == 0;
        first = FIRST[random.nextInt(FIRST.length)];
        last = LAST[random.nextInt(LAST.length)];
        opened = 1_735_689_600L + random.nextInt(300 * 86_400);
        boolean repeats = failure && random.nextInt(REPEATS) == 0;
        // Who repeats a story says it in the same words, about an order and a person of its own.
        words = new SplittableRandom(mixed(repeats ? number % 997 : number) + 1);
    }

    private static long mixed(long number) {
        long mixed = (number + 1) * 0xff51_afd7_ed55_8ccdL;
        mixed = (mixed ^ (mixed >>> 32)) * 0xc4ce_b9fe_1a85_ec53L;
        return mixed ^ (mixed >>> 29);
    }

    /** What somebody said. */
    record Said(long author, boolean published, long at, String text) {}

    long requester() {
        return 1_000_000L + number;
    }

    String requesterName() {
        return first + " " + last;
    }

    String requesterMail() {
        return (first + "." + last).toLowerCase(java.util.Locale.ROOT) + number % 9_973 + "@example.com";
    }

    long opened() {
        return opened;
    }

    boolean isFailure() {
        return failure;
    }

    String subject() {
        return capital(sentence(words));
    }

    private long person() {
        return 100L + number % PEOPLE;
    }

    private String order() {
        return "A-" + (10_000 + number % 89_999);
    }

    /** The thread: three turns, or five where a person took over. */
    List<Said> thread() {
        List<Said> thread = new ArrayList<>();
        long at = opened;
        thread.add(new Said(requester(), true, at, question()));
        thread.add(new Said(ASSISTANT, true, at += 40, answer()));
        if (failure || random.nextInt(3) == 0) {
            thread.add(new Said(requester(), true, at += 3_600, reply()));
            if (random.nextInt(4) == 0) {
                thread.add(new Said(
                        person(),
                        false,
                        at += 500,
                        "Called " + first + " back on " + phone() + ", left a message. " + capital(sentence(words))
                                + "."));
            }
            thread.add(new Said(person(), true, at += 7_200, person(failure)));
        }
        thread.add(new Said(requester(), true, at + 9_000, "Thank you, that is clear now.\n\n" + first));
        return thread;
    }

    private String question() {
        StringBuilder text = new StringBuilder("Hello,\n\nI am writing about order ")
                .append(order())
                .append(". ");
        if (failure) {
            text.append("It was delivered ")
                    .append(31 + words.nextInt(60))
                    .append(" days ago and I want my money back. ");
        }
        sentences(text, 2 + words.nextInt(5));
        if (random.nextInt(3) == 0) {
            text.append("You can reach me on ")
                    .append(phone())
                    .append(" or at ")
                    .append(requesterMail())
                    .append(". ");
        }
        if (random.nextInt(8) == 0) {
            text.append("The card ends in ")
                    .append(1_000 + random.nextInt(9_000))
                    .append(", we moved to ")
                    .append(1 + random.nextInt(200))
                    .append(" Birch Lane, Springfield. ");
        }
        return text.append("\n\nKind regards,\n").append(requesterName()).toString();
    }

    private String answer() {
        if (failure) {
            return "Hi " + first + ", good news: you can return order " + order()
                    + " within 60 days of delivery, and I have issued the refund for you. "
                    + HELP[words.nextInt(HELP.length)];
        }
        return "Hi " + first + ", thank you for the message about order " + order() + ". "
                + HELP[words.nextInt(HELP.length)] + " " + HELP[words.nextInt(HELP.length)]
                + " Is there anything else I can do?";
    }

    private String reply() {
        StringBuilder text = new StringBuilder();
        sentences(text, 1 + words.nextInt(3));
        return text.append(
                        failure
                                ? "Your assistant promised me a refund and nothing has come!"
                                : "Could somebody look at it?")
                .toString();
    }

    private String person(boolean correcting) {
        if (correcting) {
            return "Dear " + first
                    + ",\n\nI am sorry, our assistant gave you wrong information: we refund only within 30 days of"
                    + " delivery, and no refund was issued. " + HELP[words.nextInt(HELP.length)]
                    + "\n\nBest wishes,\nthe support team";
        }
        return "Hello " + first + ", I took this over. " + HELP[words.nextInt(HELP.length)] + " "
                + HELP[words.nextInt(HELP.length)];
    }

    private void sentences(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append(capital(sentence(words))).append(i % 3 == 2 ? ".\n\n" : ". ");
        }
    }

    private static String sentence(SplittableRandom random) {
        return WHO[random.nextInt(WHO.length)] + " " + DOES[random.nextInt(DOES.length)] + " "
                + WHAT[random.nextInt(WHAT.length)] + " " + TAIL[random.nextInt(TAIL.length)];
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String phone() {
        return "+1 202 555 01" + (10 + random.nextInt(90));
    }
}
