package dev.retrial.suite;

import org.apiguardian.api.API;

/**
 * A mistake in a suite file.
 *
 * @param file the file, relative to the suite's directory, with {@code /}
 * @param line the line, from 1; 0 where the file as a whole is meant
 * @param column the column, from 1; 0 where the line as a whole is meant
 * @param reason what is wrong and what to do
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Problem(String file, int line, int column, String reason) {

    /** {@code cases/x.yaml:3:7: reason}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        return text.append(": ").append(reason).toString();
    }
}
