package dev.retrial.check.policy;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.retrial.check.Evidence;
import dev.retrial.check.outcome.Outcomes;
import dev.retrial.match.ArgumentMatcher;
import dev.retrial.match.CompactJson;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Outcome;
import dev.retrial.statement.Stance;
import dev.retrial.statement.Statements;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Something that an event of a trial may be. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Happening {

    /** The event at this place as this happening, or null where it is none. */
    @Nullable
    Seen find(Timeline timeline, int index);

    /** Whether it cannot be told without the tool calls. */
    default boolean needsCalls() {
        return false;
    }

    /**
     * An event that was looked for.
     *
     * @param turn its turn
     * @param description the event for people
     * @param evidence where in a reply it is seen; may be empty
     */
    record Seen(int turn, String description, List<Evidence> evidence) {}

    /**
     * A tool is called.
     *
     * @param tool its name
     * @param arguments what the arguments look like, or null for any
     * @param returns what the result looks like, or null for any
     * @param succeeded whether only a successful call counts
     */
    record Called(
            String tool,
            @Nullable ArgumentMatcher arguments,
            @Nullable ArgumentMatcher returns,
            boolean succeeded) implements Happening {

        @Override
        public boolean needsCalls() {
            return true;
        }

        @Override
        public @Nullable Seen find(Timeline timeline, int index) {
            if (!(timeline.at(index) instanceof ToolCall call)
                    || !call.name().equals(tool)
                    || ((succeeded || returns != null) && !call.succeeded())
                    || (arguments != null && !arguments.matches(call.arguments()))
                    || (returns != null
                            && !returns.matches(call.result() == null ? MissingNode.getInstance() : call.result()))) {
                return null;
            }
            return seen(call);
        }
    }

    /**
     * A tool of this effect is called.
     *
     * @param effect the effect
     * @param succeeded whether only a successful call counts
     */
    record Affected(Effect effect, boolean succeeded) implements Happening {

        @Override
        public boolean needsCalls() {
            return true;
        }

        @Override
        public @Nullable Seen find(Timeline timeline, int index) {
            return timeline.at(index) instanceof ToolCall call
                            && (call.succeeded() || !succeeded)
                            && timeline.scene().tools().effectOf(call.name()) == effect
                    ? seen(call)
                    : null;
        }
    }

    /**
     * The customer says one of these.
     *
     * @param phrases at least one
     */
    record CustomerSaid(List<Phrase> phrases) implements Happening {

        /** Copies the list. */
        public CustomerSaid {
            phrases = List.copyOf(phrases);
        }

        @Override
        public @Nullable Seen find(Timeline timeline, int index) {
            if (timeline.at(index) instanceof CustomerMessage message) {
                for (Phrase phrase : phrases) {
                    Span span = phrase.find(message.text());
                    if (span != null) {
                        return new Seen(
                                message.turn(), "the customer: " + Excerpt.around(message.text(), span), List.of());
                    }
                }
            }
            return null;
        }
    }

    /** The customer agrees: the last message before something happens is a plain yes. */
    record CustomerAgreed() implements Happening {

        @Override
        public @Nullable Seen find(Timeline timeline, int index) {
            return timeline.at(index) instanceof CustomerMessage message && Consent.isGiven(message.text())
                    ? new Seen(message.turn(), "the customer: " + Excerpt.quoted(message.text()), List.of())
                    : null;
        }
    }

    /**
     * The agent says one of these.
     *
     * @param phrases at least one
     * @param affirmed whether a denial, a question or a quotation does not count
     */
    record AgentSaid(List<Phrase> phrases, boolean affirmed) implements Happening {

        /** Copies the list. */
        public AgentSaid {
            phrases = List.copyOf(phrases);
        }

        @Override
        public @Nullable Seen find(Timeline timeline, int index) {
            if (!(timeline.at(index) instanceof AgentReply reply)) {
                return null;
            }
            Statements statements = null;
            for (Phrase phrase : phrases) {
                Span span = phrase.find(reply.text());
                while (span != null) {
                    if (affirmed && statements == null) {
                        statements = Statements.of(reply.text());
                    }
                    if (statements == null || statements.stance(span) == Stance.AFFIRMED) {
                        return new Seen(
                                reply.turn(),
                                Excerpt.around(reply.text(), span),
                                List.of(new Evidence(reply.turn(), span.start(), span.end())));
                    }
                    span = phrase.find(reply.text(), span.end());
                }
            }
            return null;
        }
    }

    /**
     * The conversation stands in one of these ways after what the agent did in a turn.
     *
     * @param wanted at least one
     * @param outcomes how they are told apart
     */
    record Stood(Set<Outcome> wanted, Outcomes outcomes) implements Happening {

        /** Copies the set. */
        public Stood {
            wanted = Set.copyOf(wanted);
        }

        @Override
        public @Nullable Seen find(Timeline timeline, int index) {
            Event event = timeline.at(index);
            if (event instanceof CustomerMessage || !(event instanceof AgentReply || timeline.endsTurn(index))) {
                return null;
            }
            Outcomes.Reading reading =
                    outcomes.read(new Transcript(timeline.turnUntil(index), List.of(), timeline.callsKnown()));
            return !reading.possible().isEmpty() && wanted.containsAll(reading.possible())
                    ? new Seen(event.turn(), describe(reading), reading.evidence())
                    : null;
        }

        private static String describe(Outcomes.Reading reading) {
            Outcome outcome = reading.possible().iterator().next();
            return outcome.key() + (reading.why().isEmpty() ? "" : ", " + reading.why());
        }
    }

    private static Seen seen(ToolCall call) {
        String arguments = CompactJson.of(call.arguments(), 240);
        return new Seen(
                call.turn(),
                call.name() + (arguments.equals("{}") ? "" : " " + arguments) + (call.succeeded() ? "" : " (failed)"),
                List.of());
    }
}
