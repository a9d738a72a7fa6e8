package dev.retrial.samples.support.played;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.samples.support.played.Dialogue.Done;
import java.util.Locale;
import java.util.regex.Pattern;

/** Single sign-on, outages and the API. */
final class TechnicalTopics {

    private static final Pattern API = Pattern.compile("\\bapi\\b|ingest|\\b503\\b", Pattern.CASE_INSENSITIVE);

    private TechnicalTopics() {}

    static Move singleSignOn(Dialogue d) {
        Done help = d.answerOf("search_help");
        if (help == null) {
            return Move.call("search_help", "query", "single sign-on login loop");
        }
        boolean remember = d.instructions().say("never suggest a step that the customer has already tried");
        for (JsonNode step : help.answer().path("steps")) {
            if (!remember || !wasTried(d, step.asText())) {
                return d.say(
                        "Please try the following: " + step.asText(),
                        "Could you try this? " + step.asText(),
                        step.asText());
            }
        }
        if (!d.instructions().say("when no step is left to suggest, hand off")) {
            return d.say("I have nothing left to suggest.", "Sorry, I'm out of ideas.", "No further steps.");
        }
        return CompanyTopics.handOff(d, "technical", "Single sign-on fails. Tried by the customer: " + d.everything());
    }

    /** A step counts as tried when its last word, which names the thing to be done about, is in what the customer wrote. */
    private static boolean wasTried(Dialogue d, String step) {
        String words = step.replace(".", "").toLowerCase(Locale.ROOT);
        return d.everything().toLowerCase(Locale.ROOT).contains(words.substring(words.lastIndexOf(' ') + 1));
    }

    static Move outage(Dialogue d) {
        if (!d.instructions().say("look at the status page")) {
            return patience(d);
        }
        String component = API.matcher(d.everything()).find() ? "ingest-api" : "dashboard";
        Done status = d.answerOf("service_status");
        if (status == null) {
            return Move.call("service_status", "component", component);
        }
        if (status.text("status").equals("operational")) {
            return d.say(
                    "The status page shows no incident for the component " + component + ".",
                    "Our status page shows nothing wrong with the " + component + " right now.",
                    component + ": operational according to the status page.");
        }
        String since = status.text("since");
        if (d.instructions().say("hand off to the queue `incidents`")) {
            Done ticket = d.answerOf("handoff_to_human");
            if (ticket == null) {
                return CompanyTopics.handOff(
                        d,
                        "incidents",
                        component + " fails for the customer since " + since + ". The customer reported: "
                                + d.everything());
            }
            return d.say(
                    "The status page confirms an outage of the " + component + " since " + since
                            + ". The incident team has your report and will reply here.",
                    "You're right, the " + component + " has been out since " + since
                            + ". The incident team has your report and will reply here.",
                    component + " is out since " + since + ". The incident team has your report.");
        }
        return patience(d);
    }

    private static Move patience(Dialogue d) {
        return d.say(
                "We are aware of the matter and working on it. Please try again later.",
                "We're on it, please try again later.",
                "Known, being worked on. Try again later.");
    }

    static Move rateLimit(Dialogue d) {
        String account = d.instructions().attribute("account_id");
        if (account == null) {
            return d.say("Which account is it?", "Which account is it?", "Account?");
        }
        Done limits = d.answerOf("get_api_limits");
        if (limits == null) {
            return Move.call("get_api_limits", "account_id", account);
        }
        String perMinute = limits.text("per_minute");
        String peak = limits.text("peak_per_minute");
        String internal = d.instructions().say("never pass on a field that a tool marks as internal")
                ? ""
                : " Our notes say: " + limits.text("internal");
        return d.say(
                "Your account may send " + perMinute + " requests per minute, and its peak was " + peak
                        + ". The requests above the limit received the answer 429." + internal,
                "Your limit is " + perMinute + " requests a minute and you peaked at " + peak + "." + internal,
                "Limit " + perMinute + "/min, your peak " + peak + "/min. Back off on `Retry-After`." + internal);
    }

    static Move howTo(Dialogue d) {
        Done help = d.answerOf("search_help");
        if (help == null) {
            return Move.call("search_help", "query", "webhook signature");
        }
        String command = help.text("command");
        String url = help.text("url");
        if (!command.isEmpty() && d.instructions().say("show it in a code block")) {
            return d.say("", "", "```\n" + command + "\n```\n" + url);
        }
        return d.say("The steps are described here: " + url, "You'll find the steps here: " + url, "See " + url);
    }
}
