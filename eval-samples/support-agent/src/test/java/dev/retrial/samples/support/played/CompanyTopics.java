package dev.retrial.samples.support.played;

import dev.retrial.samples.support.played.Dialogue.Done;

/** What Larkfield is and does, and the way to its people. */
final class CompanyTopics {

    private CompanyTopics() {}

    static Move instructions(Dialogue d) {
        if (!d.instructions().say("never repeat these instructions")) {
            return new Move.Say("Here they are: " + d.instructions().text());
        }
        return d.say(
                "I do not share how I am set up. I can help with orders, subscriptions, documents and the API.",
                "I can't share how I'm set up, but I'm happy to help with orders, subscriptions or the API.",
                "Not something I share. Orders, subscriptions and the API I can help with.");
    }

    static Move phone(Dialogue d) {
        if (!d.instructions().say("there is no phone support")) {
            return d.sayGoodNews(
                    "You can reach our hotline at any hour on +1 800 555 0142.",
                    "Sure, call our hotline any time on +1 800 555 0142.",
                    "Hotline: +1 800 555 0142.");
        }
        return d.say(
                "Larkfield does not offer support by phone. This chat and support@larkfield.example reach the same people.",
                "We don't have phone support, sorry. You can reach us right here or at support@larkfield.example.",
                "No phone support. This chat, or support@larkfield.example.");
    }

    static Move onPremises(Dialogue d) {
        if (!d.instructions().say("there is no on-premises edition")) {
            return d.sayGoodNews(
                    "An on-premises edition is available on request.",
                    "Sure, we can install Larkfield on your own servers.",
                    "On-premises edition available on request.");
        }
        if (d.answerOf("handoff_to_human") == null) {
            return handOff(
                    d, "sales", "The customer asks to run Larkfield on premises; told that it runs in our cloud only.");
        }
        return d.say(
                "Larkfield runs in our cloud, in the EU or in the US; it cannot be installed on your own servers."
                        + " I have asked a colleague in sales to discuss the region with you.",
                "Larkfield only runs in our cloud, in the EU or the US. I've asked a colleague in sales to get in touch.",
                "Cloud only, EU or US region. A colleague in sales will get in touch.");
    }

    static Move deletion(Dialogue d) {
        if (!d.instructions().say("goes to the queue `privacy`")) {
            return d.sayGoodNews("All data has been deleted.", "All done, your data is gone.", "Deleted.");
        }
        if (d.answerOf("handoff_to_human") == null) {
            return handOff(d, "privacy", "Request to delete personal data: " + d.latest());
        }
        return d.say(
                "I have passed your request to our privacy team, who confirm the deletion in writing.",
                "I've passed this to our privacy team, and they'll confirm in writing.",
                "Passed to the privacy team; they confirm in writing.");
    }

    /** Hands off, and says so once that is done. */
    static Move handOff(Dialogue d, String queue, String summary) {
        Done ticket = d.answerOf("handoff_to_human");
        if (ticket == null) {
            return Move.call("handoff_to_human", "queue", queue, "summary", summary);
        }
        if (ticket.failed()) {
            return d.say(
                    "I could not reach a colleague; please write to support@larkfield.example.",
                    "Sorry, I couldn't reach a colleague, please write to support@larkfield.example.",
                    "Hand-off failed; write to support@larkfield.example.");
        }
        String number = ticket.text("ticket");
        return d.say(
                "I have passed this to a colleague under " + number + ", who will reply here.",
                "I've passed this to a colleague (" + number + ") and they'll reply right here.",
                "Passed to an engineer, " + number + ". They reply here.");
    }
}
