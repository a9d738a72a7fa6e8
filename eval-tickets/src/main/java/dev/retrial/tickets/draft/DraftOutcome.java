package dev.retrial.tickets.draft;

import org.apiguardian.api.API;

/** What became of a ticket that was to become a draft. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum DraftOutcome {
    /** A new file was written. */
    WRITTEN,
    /** The draft is there, and the ticket is as it was. */
    UNCHANGED,
    /** The ticket has changed, and nobody had edited its draft: the draft is now as the ticket is. */
    REPLACED,
    /** The ticket has changed and so has its draft, by hand: what would be drafted now lies beside it, for the review. */
    PROPOSED_BESIDE,
    /** A case was made of the ticket, and the ticket is as it was. */
    IS_A_CASE,
    /** A case was made of the ticket, and the ticket has changed since: somebody should look. */
    CASE_OUTDATED,
    /** A person rejected it. */
    REJECTED,
    /** A person merged it into another case. */
    MERGED,
    /** It was forgotten on request. */
    FORGOTTEN;

    /** Whether something was written, or would be without a dry run. */
    public boolean isChange() {
        return switch (this) {
            case WRITTEN, REPLACED, PROPOSED_BESIDE -> true;
            case UNCHANGED, IS_A_CASE, CASE_OUTDATED, REJECTED, MERGED, FORGOTTEN -> false;
        };
    }
}
