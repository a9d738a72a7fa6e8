package dev.retrial.tickets.read;

import org.apiguardian.api.API;

/** Hears how far a reading is; called often, so it should be quick. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ReadProgress {

    /** Tells nobody. */
    ReadProgress NONE = (step, done, total) -> {};

    /**
     * Something more is done.
     *
     * @param step what is being done
     * @param done bytes of the files given (as they lie on disk) for {@link Step#READING}; parts of {@code total} otherwise
     * @param total of how many, or 0 where that is not known
     */
    void at(Step step, long done, long total);

    /** The steps of a reading, in order. */
    enum Step {
        /** Files are read and sorted by ticket. */
        READING,
        /** People who came in files of their own are brought to their tickets. */
        JOINING,
        /** What belongs to one ticket is made one, and handed over. */
        MERGING
    }
}
