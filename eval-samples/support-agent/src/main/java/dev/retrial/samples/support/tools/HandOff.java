package dev.retrial.samples.support.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.util.Set;

/** The way to a person. */
public final class HandOff {

    private static final Set<String> QUEUES = Set.of("billing", "incidents", "privacy", "sales", "technical");

    /** The ticket that a person will pick up. */
    public record Ticket(String ticket, String queue) {}

    @Tool(name = "handoff_to_human", value = "Hands the conversation to a person")
    public Ticket handOff(
            @P(name = "queue", value = "billing, incidents, privacy, sales or technical") String queue,
            @P(name = "summary", value = "what the person needs to know") String summary) {
        if (!QUEUES.contains(queue)) {
            throw new IllegalArgumentException("No such queue");
        }
        return new Ticket("T-" + Math.abs(summary.hashCode() % 10_000), queue);
    }

    @Tool(name = "add_note", value = "Leaves a note for colleagues")
    public String addNote(@P(name = "text", value = "the note") String text) {
        return "noted";
    }
}
