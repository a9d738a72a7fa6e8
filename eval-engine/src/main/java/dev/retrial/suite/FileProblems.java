package dev.retrial.suite;

import dev.retrial.suite.yaml.Complaints;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in one file. */
final class FileProblems implements Complaints {

    /** Beyond this many, the first ones say enough. */
    private static final int MOST = 50;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    FileProblems(String file) {
        this.file = file;
    }

    @Override
    public void add(int line, int column, String reason) {
        if (problems.size() < MOST) {
            problems.add(new Problem(file, line, column, reason));
        }
    }

    /** Reports a mistake of the file as a whole. */
    void add(String reason) {
        add(0, 0, reason);
    }

    String file() {
        return file;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The problems, in the order of their places. */
    BrokenFile broken() {
        problems.sort((a, b) ->
                a.line() != b.line() ? Integer.compare(a.line(), b.line()) : Integer.compare(a.column(), b.column()));
        return new BrokenFile(file, problems);
    }
}
