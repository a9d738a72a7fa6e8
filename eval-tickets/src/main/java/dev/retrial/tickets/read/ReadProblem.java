package dev.retrial.tickets.read;

import org.apiguardian.api.API;

/**
 * Something of an export that could not be read. It was passed over; the rest was read. Nothing here is what a ticket says.
 *
 * @param file the file, with the entries of archives behind {@code !/}; control characters and overlong names are replaced
 * @param position the line, record or byte, such as {@code line 12} or {@code record 3}; empty where the file as a whole is meant
 * @param reason what is wrong
 * @param advice what to do about it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReadProblem(String file, String position, String reason, String advice) {

    @Override
    public String toString() {
        return file + (position.isEmpty() ? "" : ", " + position) + ": " + reason + "; " + advice;
    }
}
