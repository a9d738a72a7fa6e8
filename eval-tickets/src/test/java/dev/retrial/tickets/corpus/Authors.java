package dev.retrial.tickets.corpus;

import dev.retrial.tickets.Role;
import org.jspecify.annotations.Nullable;

/** Who writes what, by number, and what gives an AI agent away in each help desk. */
public final class Authors {

    /** The AI agent's number, where a help desk has no mark for it: to be given as {@code ai-authors: {ids: [...]}}. */
    public static final String AGENT = "9001";

    /** The AI agent's address. */
    public static final String AGENT_MAIL = "assistant@acme-support.net";

    /** The AI agent's name. */
    public static final String AGENT_NAME = "Acme Assistant";

    static final String HUMAN = "7001";
    static final String CUSTOMER = "5001";

    private Authors() {}

    static @Nullable String id(Role role) {
        return switch (role) {
            case CUSTOMER -> CUSTOMER;
            case AI_AGENT -> AGENT;
            case HUMAN_AGENT, INTERNAL_NOTE -> HUMAN;
            case SYSTEM -> null;
        };
    }

    static String evidence(String system, Role role) {
        if (role != Role.AI_AGENT) {
            return system + ".author";
        }
        return switch (system) {
            case "zendesk" -> "zendesk.conversation_log.author.type=bot";
            case "intercom" -> "intercom.author.from_ai_agent=true";
            case "freshdesk" -> "ai-authors.ids";
            case "helpscout" -> "helpscout.createdBy.type=system_user";
            default -> "neutral.role";
        };
    }
}
