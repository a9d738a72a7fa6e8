package dev.retrial.tickets.draft;

import org.apiguardian.api.API;

/** Why a draft does not become a case. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum RejectReason {
    /** The agent was right, whatever the customer thought of it. */
    AGENT_WAS_RIGHT("agent-was-right"),
    /** The ticket does not show what went wrong. */
    UNCLEAR("unclear"),
    /** It cannot be replayed: it hangs on a file, a call, or another system. */
    NOT_REPLAYABLE("not-replayable"),
    /** What the agent was held to is no longer so. */
    OUTDATED("outdated"),
    /** A case has it already; {@link CaseEdits#merge} would have said which. */
    DUPLICATE("duplicate"),
    /** Too much in it is personal. */
    PERSONAL("personal"),
    /** Something else. */
    OTHER("other");

    private final String key;

    RejectReason(String key) {
        this.key = key;
    }

    /** The word for it in {@code tickets/rejected.jsonl}. */
    public String key() {
        return key;
    }
}
