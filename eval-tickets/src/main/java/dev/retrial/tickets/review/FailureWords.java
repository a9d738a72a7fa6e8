package dev.retrial.tickets.review;

import dev.retrial.suite.FailureClass;

/** What each class of failure is, for somebody who has never read about them. */
final class FailureWords {

    private FailureWords() {}

    static String label(FailureClass failure) {
        return switch (failure) {
            case WRONG_TONE -> "Wrong tone";
            case WRONG_TOOL_CALL -> "Wrong action";
            case WRONG_POLICY -> "Against the rules";
            case HALLUCINATED_CAPABILITY -> "Made something up";
            case LEAKED_CONTEXT -> "Gave something away";
            case LOST_CONTEXT -> "Forgot what it was told";
            case WRONG_HANDOFF -> "Handed over wrongly";
        };
    }

    static String explanation(FailureClass failure) {
        return switch (failure) {
            case WRONG_TONE ->
                "The answer may be right, but not the way it was said: too chirpy, cold, blaming, too long. The case needs something about the tone.";
            case WRONG_TOOL_CALL ->
                "The agent did the wrong thing in your systems, did it with wrong details, or did nothing. The case needs something about which tools it uses.";
            case WRONG_POLICY ->
                "The agent promised or did what your rules forbid, or refused what they grant. The case needs something that it must not promise, say or do.";
            case HALLUCINATED_CAPABILITY ->
                "The agent offered a feature, a team, a document or a deed that does not exist. The case needs something that it must not say.";
            case LEAKED_CONTEXT ->
                "The agent showed what this customer must not see: another customer's data, an internal note, its own instructions. The case needs what must stay private.";
            case LOST_CONTEXT ->
                "The agent asked again for what the customer had already said. The case needs the facts that it must not ask for again.";
            case WRONG_HANDOFF ->
                "The agent passed the customer to a person too early, too late, to the wrong place or with nothing in hand. The case needs how the conversation must end.";
        };
    }
}
