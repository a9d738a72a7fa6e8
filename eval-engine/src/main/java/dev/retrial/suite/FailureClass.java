package dev.retrial.suite;

import org.apiguardian.api.API;

/** What the agent did wrong in front of a customer. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum FailureClass {
    /** It said it in the wrong voice. */
    WRONG_TONE("wrong-tone"),
    /** It called the wrong tool, with the wrong arguments, or none. */
    WRONG_TOOL_CALL("wrong-tool-call"),
    /** It promised or did what the policy forbids, or refused what it grants. */
    WRONG_POLICY("wrong-policy"),
    /** It offered what does not exist. */
    HALLUCINATED_CAPABILITY("hallucinated-capability"),
    /** It gave away what this customer must not see. */
    LEAKED_CONTEXT("leaked-context"),
    /** It forgot what it had been told. */
    LOST_CONTEXT("lost-context"),
    /** It handed over too early, too late, to the wrong place, or with nothing in hand. */
    WRONG_HANDOFF("wrong-handoff");

    private final String key;

    FailureClass(String key) {
        this.key = key;
    }

    /** The word for it in case files and results. */
    public String key() {
        return key;
    }
}
