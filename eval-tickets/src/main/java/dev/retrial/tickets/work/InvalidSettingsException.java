package dev.retrial.tickets.work;

import dev.retrial.suite.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Something in {@code tickets.yaml} is wrong, so nothing is read: a setting that was not understood may be the one that hides a name. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidSettingsException extends Exception {

    private final transient List<Problem> problems;

    InvalidSettingsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Every mistake, with its place and what to do. */
    public List<Problem> problems() {
        return problems;
    }
}
