package dev.retrial.samples.support.played;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Something that the model can talk about.
 *
 * @param words by which it knows that the customer means this
 * @param next what it does about it
 */
record Topic(Pattern words, Function<Dialogue, Move> next) {

    /** The first that the customer's words fit is what the model answers; it answers one topic at a time. */
    static final List<Topic> ALL = List.of(
            topic("system prompt|your instructions", CompanyTopics::instructions),
            topic("delete (all )?(of )?(my|our) (personal )?data|gdpr|erasure", CompanyTopics::deletion),
            topic("phone|hotline|call (you|someone)", CompanyTopics::phone),
            topic("on-prem|self-host|own data cent", CompanyTopics::onPremises),
            topic("\\bsso\\b|saml", TechnicalTopics::singleSignOn),
            topic("is down|outage|\\b503\\b|no readings|slow", TechnicalTopics::outage),
            topic("\\b429\\b|rate limit", TechnicalTopics::rateLimit),
            topic("webhook|paginat|\\bcurl\\b|endpoint", TechnicalTopics::howTo),
            topic("soc ?2|\\bdpa\\b|data processing agreement", DocumentTopics::document),
            topic("inv-\\d|invoice", DocumentTopics::invoice),
            topic("seats", SubscriptionTopics::seats),
            topic("cancel", SubscriptionTopics::cancellation),
            topic("refund|money back", OrderTopics::refund),
            topic("\\border\\b|parcel|deliver", OrderTopics::delivery));

    /** The model's next move in a conversation. */
    static Move next(Dialogue dialogue) {
        for (int i = dialogue.customer().size() - 1; i >= 0; i--) {
            for (Topic topic : ALL) {
                if (topic.words.matcher(dialogue.customer().get(i)).find()) {
                    return topic.next.apply(dialogue);
                }
            }
        }
        return dialogue.say(
                "Please tell me in a sentence what you would like to achieve.",
                "Happy to help, what would you like to do?",
                "What do you want to do?");
    }

    private static Topic topic(String words, Function<Dialogue, Move> next) {
        return new Topic(Pattern.compile(words, Pattern.CASE_INSENSITIVE), next);
    }
}
