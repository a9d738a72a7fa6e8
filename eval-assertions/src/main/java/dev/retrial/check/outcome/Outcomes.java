package dev.retrial.check.outcome;

import dev.retrial.check.Evidence;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Prose;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Handoff;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a conversation stands after the agent's last turn in scope: the first signal that holds decides, and where none does it is answered.
 *
 * <p>What counts is what the agent did in that turn: its reply, its successful calls, its answer's hand-off.
 * Where the calls are not known, several outcomes may be possible.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Outcomes {

    private final List<Sign> signs;

    private Outcomes(List<Sign> signs) {
        this.signs = signs;
    }

    /**
     * How these signals tell outcomes apart.
     *
     * @throws IllegalArgumentException where a phrase holds nothing that could be looked for
     */
    public static Outcomes toldBy(OutcomeSignals signals) {
        List<Sign> signs = new ArrayList<>();
        for (Map.Entry<Outcome, OutcomeSignals.Signal> entry :
                signals.byOutcome().entrySet()) {
            List<Phrase> phrases = new ArrayList<>();
            if (entry.getValue() instanceof OutcomeSignals.ByPhrases byPhrases) {
                for (String phrase : byPhrases.phrases()) {
                    phrases.add(Phrase.of(phrase));
                }
            }
            signs.add(new Sign(entry.getKey(), entry.getValue(), phrases));
        }
        return new Outcomes(signs);
    }

    /** How the conversation stands. */
    public Reading read(Transcript transcript) {
        Integer turn = lastTurn(transcript);
        if (turn == null) {
            return new Reading(Set.of(), null, "no reply", List.of());
        }
        Transcript last = transcript.turn(turn);
        AgentReply reply = last.lastReply();
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        for (Sign sign : signs) {
            Reading reading = sign.read(last, reply);
            if (reading != null && possible.isEmpty()) {
                return reading;
            }
            if (reading != null) {
                possible.addAll(reading.possible());
                return new Reading(possible, turn, reading.why(), reading.evidence());
            }
            if (sign.needsWhatIsNotKnown(last)) {
                possible.add(sign.outcome);
            }
        }
        if (reply == null && possible.isEmpty()) {
            return new Reading(Set.of(), turn, "no reply", List.of());
        }
        possible.add(Outcome.ANSWERED);
        return new Reading(possible, turn, "", List.of());
    }

    private static @Nullable Integer lastTurn(Transcript transcript) {
        List<Event> events = transcript.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            if (!(events.get(i) instanceof CustomerMessage)) {
                return events.get(i).turn();
            }
        }
        return null;
    }

    /**
     * How a conversation stands, as far as can be told.
     *
     * @param possible the outcomes that it may be; one where everything is known, none where the agent did nothing
     * @param turn the turn that was looked at, or null where there is none
     * @param why by what it is told; may be empty
     * @param evidence where it is seen; may be empty
     */
    public record Reading(Set<Outcome> possible, @Nullable Integer turn, String why, List<Evidence> evidence) {

        String describe() {
            if (possible.isEmpty()) {
                return why;
            }
            return OutcomeIs.names(possible) + (why.isEmpty() ? "" : ", " + why);
        }
    }

    /** A signal and what it tells. */
    private record Sign(Outcome outcome, OutcomeSignals.Signal signal, List<Phrase> phrases) {

        @Nullable
        Reading read(Transcript turn, @Nullable AgentReply reply) {
            if (signal instanceof OutcomeSignals.ByCall byCall) {
                for (ToolCall call : turn.calls()) {
                    if (call.succeeded() && call.name().equals(byCall.tool())) {
                        return reading(call.turn(), "by a call of " + call.name(), List.of());
                    }
                }
            } else if (signal instanceof OutcomeSignals.ByResponse) {
                List<Handoff> handoffs = turn.handoffs();
                if (!handoffs.isEmpty()) {
                    return reading(handoffs.get(0).turn(), "by the answer's hand-off", List.of());
                }
            } else if (reply != null) {
                Span span = signal instanceof OutcomeSignals.ByQuestion
                        ? Questions.find(Prose.of(reply.text()).text())
                        : find(reply.text());
                if (span != null) {
                    return reading(
                            reply.turn(),
                            "by " + Excerpt.quoted(span.in(reply.text())),
                            List.of(new Evidence(reply.turn(), span.start(), span.end())));
                }
            }
            return null;
        }

        private Reading reading(int turn, String why, List<Evidence> evidence) {
            return new Reading(EnumSet.of(outcome), turn, why, evidence);
        }

        private @Nullable Span find(String reply) {
            for (Phrase phrase : phrases) {
                Span span = phrase.find(reply);
                if (span != null) {
                    return span;
                }
            }
            return null;
        }

        /** A ticket's evidence that holds only the reply knows neither calls nor the answer's hand-off. */
        boolean needsWhatIsNotKnown(Transcript turn) {
            return !turn.callsKnown()
                    && (signal instanceof OutcomeSignals.ByCall || signal instanceof OutcomeSignals.ByResponse);
        }
    }
}
