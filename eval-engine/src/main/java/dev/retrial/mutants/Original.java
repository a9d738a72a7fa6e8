package dev.retrial.mutants;

import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.EvalCase;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A right answer, and what is known around it.
 *
 * @param evalCase the case that it passes
 * @param transcript the answer
 * @param tools the suite's tools
 * @param outcomes by what the outcomes are told apart
 * @param otherVoices right answers to the same case with other cohorts, by cohort
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Original(
        EvalCase evalCase,
        Transcript transcript,
        ToolCatalog tools,
        OutcomeSignals outcomes,
        Map<String, Transcript> otherVoices) {

    /** Copies the map. */
    public Original {
        otherVoices = Map.copyOf(otherVoices);
    }

    /** The answer with these events. */
    Transcript with(List<Event> events) {
        return new Transcript(events, transcript.earlier(), transcript.callsKnown());
    }

    /** The answer with another last reply. */
    Transcript withLastReply(String text) {
        List<Event> events = new ArrayList<>(transcript.events());
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof AgentReply reply) {
                events.set(i, new AgentReply(reply.turn(), text));
                break;
            }
        }
        return with(events);
    }

    /** The last reply, or an empty text where there is none. */
    String lastReply() {
        AgentReply reply = transcript.lastReply();
        return reply == null ? "" : reply.text();
    }

    /** Where in the events something is to be added that the agent does before its last reply. */
    int beforeLastReply() {
        List<Event> events = transcript.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof AgentReply) {
                return i;
            }
        }
        return events.size();
    }

    /** The last turn. */
    int lastTurn() {
        List<Event> events = transcript.events();
        return events.isEmpty() ? 1 : events.get(events.size() - 1).turn();
    }
}
