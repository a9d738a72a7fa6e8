package dev.retrial.lint;

import org.apiguardian.api.API;

/**
 * Something in a suite's file that must not be in git; it never has the value.
 *
 * @param file the file, relative to the suite's directory, with {@code /}
 * @param line the line, from 1
 * @param column the column, from 1
 * @param type what it is, in words: {@code an e-mail address}, {@code a key, token or password}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LintFinding(String file, int line, int column, String type) {

    /** {@code cases/refund.yaml:12:9: an e-mail address}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + type;
    }
}
