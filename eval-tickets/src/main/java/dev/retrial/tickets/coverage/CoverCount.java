package dev.retrial.tickets.coverage;

import org.apiguardian.api.API;

/**
 * Failure tickets by what the suite has for them, near-duplicates of a case's ticket included.
 *
 * @param withCase with an accepted case
 * @param draft with a draft only
 * @param retired with a retired case only
 * @param none with nothing
 * @param rejected those of which a person said that they shall have no case; part of no other figure
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CoverCount(int withCase, int draft, int retired, int none, int rejected) {

    /** No ticket. */
    public static final CoverCount ZERO = new CoverCount(0, 0, 0, 0, 0);

    /** All failures; without those that a person rejected. */
    public int tickets() {
        return withCase + draft + retired + none;
    }

    /** Those that no accepted case covers. */
    public int withoutCase() {
        return draft + retired + none;
    }

    /** Those with an accepted case, of all. */
    public Share covered() {
        return new Share(withCase, tickets());
    }

    CoverCount plus(CoverCount more) {
        return new CoverCount(
                withCase + more.withCase,
                draft + more.draft,
                retired + more.retired,
                none + more.none,
                rejected + more.rejected);
    }

    CoverCount plus(Cover one) {
        return switch (one) {
            case CASE -> new CoverCount(withCase + 1, draft, retired, none, rejected);
            case DRAFT -> new CoverCount(withCase, draft + 1, retired, none, rejected);
            case RETIRED -> new CoverCount(withCase, draft, retired + 1, none, rejected);
            case NONE -> new CoverCount(withCase, draft, retired, none + 1, rejected);
            case REJECTED -> new CoverCount(withCase, draft, retired, none, rejected + 1);
        };
    }
}
