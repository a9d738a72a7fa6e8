package dev.retrial.text;

import org.apiguardian.api.API;

/**
 * A part of a text.
 *
 * @param start the offset of its first character (UTF-16 unit)
 * @param end the offset behind its last one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Span(int start, int end) {

    /** This part of the text. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
