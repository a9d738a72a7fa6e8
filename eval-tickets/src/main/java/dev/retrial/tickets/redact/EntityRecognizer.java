package dev.retrial.tickets.redact;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Finds what belongs to people by other means than ours, such as a model for named entities; found by {@link java.util.ServiceLoader}.
 *
 * <p>It is asked once for each text of a ticket, perhaps by several threads at once, and is given the text as the customer wrote it: it must neither keep nor log it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface EntityRecognizer {

    /** A name with a version, by which drafts say what found their persons. */
    String name();

    /**
     * What it finds, in any order; overlaps are resolved, and what lies outside the text is passed over.
     *
     * @param text the text
     */
    List<FoundEntity> find(String text);

    /**
     * What a recogniser found.
     *
     * @param type what it is
     * @param start the offset of its first character
     * @param end the offset behind its last one
     * @param score how sure it is, from 0 to 1; below .5 it is masked and listed for review
     */
    record FoundEntity(EntityType type, int start, int end, double score) {}
}
