package dev.retrial.tickets.read.file;

import org.apiguardian.api.API;

/**
 * Where a JSON value was found.
 *
 * @param file the file, fit to be shown
 * @param line the line that it begins on, from 1
 * @param before how many elements of its array came before, where the value is part of a long page
 */
@API(status = API.Status.INTERNAL)
public record Position(String file, long line, int before) {

    /** The value itself. */
    public String text() {
        return "line " + line;
    }

    /** An element of one of its arrays. */
    public String text(int index) {
        return "line " + line + ", record " + (before + index + 1L);
    }
}
