package dev.retrial.tickets.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the line of each ticket begins in a file of many, sixteen bytes a ticket. A file that is written anew makes it useless. */
final class LineIndex {

    private final Path file;
    private final RefTable starts;

    private LineIndex(Path file, RefTable starts) {
        this.file = file;
        this.starts = starts;
    }

    /**
     * Looks where the lines begin.
     *
     * @param reference what a line is about, or null where it is about no ticket
     */
    static LineIndex of(Path file, Function<LineFile.Line, @Nullable String> reference) throws IOException {
        RefTable starts = new RefTable();
        try (LineFile lines = new LineFile(file)) {
            for (LineFile.Line line = lines.next(); line != null; line = lines.next()) {
                String found = reference.apply(line);
                if (found != null) {
                    // One more than where it begins, since 0 stands for none.
                    starts.put(found, line.start() + 1);
                }
            }
        }
        return new LineIndex(file, starts);
    }

    /** How many tickets it knows. */
    int size() {
        return starts.size();
    }

    /** Whether there is a line about this ticket. */
    boolean has(String reference) {
        return starts.has(reference);
    }

    /** The line about this ticket, or null where there is none. */
    byte @Nullable [] line(String reference) throws IOException {
        long start = starts.get(reference) - 1;
        if (start < 0) {
            return null;
        }
        try (LineFile lines = new LineFile(file)) {
            lines.seek(start);
            LineFile.Line line = lines.next();
            return line == null ? null : Arrays.copyOfRange(line.bytes(), line.from(), line.from() + line.length());
        }
    }
}
