package dev.retrial.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads the results of a run, trial by trial, in the order in which they ended.
 *
 * <p>A run may still be going on or may have been killed: what is read ends with the last complete line.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RunReader implements AutoCloseable {

    private final Path file;
    private final InputStream in;
    private final RunHeader header;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private int lineStart;
    private int lineEnd;
    private int number;
    private boolean truncated;

    private RunReader(Path file) throws IOException {
        this.file = file;
        this.in = new FileInputStream(file.toFile());
        try {
            if (!nextLine()) {
                throw new IOException(
                        file + ": no results: the run ended before its first line was written; run again");
            }
            try (JsonParser json = line()) {
                header = HeaderLine.read(json);
            }
        } catch (JacksonException e) {
            in.close();
            throw unreadable(file, number, e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Opens the results of a run.
     *
     * @throws IOException where there are none, or where another version of the format wrote them; the message says which
     */
    public static RunReader open(RunDirectory run) throws IOException {
        return new RunReader(run.path().resolve(RunDirectory.RESULTS));
    }

    /** What a complete run says of itself, or null where the run is not complete. */
    public static @Nullable RunSummary summary(RunDirectory run) throws IOException {
        Path file = run.path().resolve(RunDirectory.SUMMARY);
        return Files.exists(file) ? SmallFiles.summary(file) : null;
    }

    /** What a run says of itself that was stopped before it was complete, or null where it was not, or was killed and says nothing. */
    public static @Nullable StoppedRun stopped(RunDirectory run) throws IOException {
        Path file = run.path().resolve(RunDirectory.STOPPED);
        return Files.exists(file) ? SmallFiles.stopped(file) : null;
    }

    /** What the run was about to do. */
    public RunHeader header() {
        return header;
    }

    /**
     * The next trial, or null where no complete line is left. What lies between, such as comparisons across cohorts, is passed over.
     *
     * @throws IOException where a complete line cannot be read; the message names file and line
     */
    public @Nullable TrialRecord next() throws IOException {
        for (RunLine line = nextOfAny(); line != null; line = nextOfAny()) {
            if (line instanceof TrialRecord trial) {
                return trial;
            }
        }
        return null;
    }

    /**
     * The next line, a trial, a comparison across cohorts or another red test, or null where no complete one is left.
     *
     * @throws IOException where a complete line cannot be read; the message names file and line
     */
    public @Nullable RunLine nextOfAny() throws IOException {
        while (nextLine()) {
            try (JsonParser json = line()) {
                Fields.expect(json, json.nextToken(), JsonToken.START_OBJECT);
                String first = json.nextFieldName();
                if (!CohortsLine.FIRST_KEY.equals(first)) {
                    return TrialLine.read(json, first);
                }
                json.nextToken();
                String leaf = Fields.text(json);
                if (CohortsRecord.LEAF.equals(leaf)) {
                    return CohortsLine.read(json);
                }
                LeafRecord red = LeafLine.read(leaf, json);
                if (red != null) {
                    return red;
                }
                // A line that a later version writes beside the trials, of something that is not red.
            } catch (JacksonException e) {
                throw unreadable(file, number, e);
            }
        }
        return null;
    }

    /** Whether the last line is incomplete, as a killed run leaves it; known when {@link #next} has returned null. */
    public boolean truncated() {
        return truncated;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    static IOException unreadable(Path file, int line, IOException cause) {
        String reason = cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage();
        return new IOException(file + ":" + line + ": " + reason, cause);
    }

    /** Brings the next complete line to {@code buffer[lineStart, lineEnd)}. */
    private boolean nextLine() throws IOException {
        lineStart = next;
        int scanned = next;
        while (true) {
            for (; scanned < filled; scanned++) {
                if (buffer[scanned] == '\n') {
                    lineEnd = scanned;
                    next = scanned + 1;
                    number++;
                    return true;
                }
            }
            scanned -= lineStart;
            if (!fill()) {
                truncated = filled > lineStart;
                return false;
            }
            scanned += lineStart;
        }
    }

    /** Reads more behind the line that has begun, which moves to the buffer's start. */
    private boolean fill() throws IOException {
        int begun = filled - lineStart;
        byte[] target = begun > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, lineStart, target, 0, begun);
        buffer = target;
        lineStart = 0;
        next = 0;
        filled = begun;
        int read = in.read(buffer, begun, buffer.length - begun);
        filled += Math.max(read, 0);
        return read > 0;
    }

    private JsonParser line() throws IOException {
        return RunWriter.JSON.createParser(buffer, lineStart, lineEnd - lineStart);
    }
}
