package dev.retrial.results;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes the results of one run; used by several threads at once.
 *
 * <p>Every line is with the operating system when its call returns, so what a killed run leaves behind reads to its last complete line. Nothing of a trial is kept.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RunWriter implements AutoCloseable {

    static final JsonFactory JSON = JsonFactory.builder().build();

    private static final int LARGE = 1 << 20;

    private final RunDirectory directory;
    private final FileOutputStream results;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Page> pages = new ArrayDeque<>();

    private RunWriter(RunDirectory directory, FileOutputStream results) {
        this.directory = directory;
        this.results = results;
    }

    /**
     * Begins the results of a run with their header.
     *
     * @param directory the run's directory, as {@link RunDirectory#create} made it
     * @param header the first line; its {@code run} is the directory's
     */
    public static RunWriter open(RunDirectory directory, RunHeader header) throws IOException {
        // Not a channel: that would close for everybody when one trial's thread is interrupted.
        RunWriter writer = new RunWriter(
                directory,
                new FileOutputStream(
                        directory.path().resolve(RunDirectory.RESULTS).toFile()));
        try {
            writer.line(json -> HeaderLine.write(header, json));
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    /** Where this run's results lie. */
    public RunDirectory directory() {
        return directory;
    }

    /** Appends a trial. */
    public void trial(TrialRecord trial) throws IOException {
        line(json -> TrialLine.write(trial, json));
    }

    /** Appends what a comparison across cohorts found. */
    public void cohorts(CohortsRecord cohorts) throws IOException {
        line(json -> CohortsLine.write(cohorts, json));
    }

    /** Appends a red test that is neither a cell nor a comparison. */
    public void leaf(LeafRecord leaf) throws IOException {
        line(json -> LeafLine.write(leaf, json));
    }

    /**
     * Writes what was said in a trial as {@code {"messages":[…]}}.
     *
     * <p>Files lie as the {@code recorded} agent looks for them: {@code case.json}, {@code case/cohort.json} or {@code case/cohort/trial.json}.
     *
     * @param caseId the case
     * @param cohort the cohort, or null where the case has only one and one trial
     * @param trial the number of the trial, or 0 where the cell has only one
     * @param messages writes the elements of the array
     * @return the file's path relative to the run's directory, with {@code /}
     */
    public String transcript(String caseId, @Nullable String cohort, int trial, Content messages) throws IOException {
        String path = "transcripts/" + FileNames.of(caseId);
        if (cohort != null || trial > 0) {
            path += "/" + FileNames.of(cohort == null ? "default" : cohort);
        }
        path += trial > 0 ? "/" + trial + ".json" : ".json";
        Page page = takePage();
        try {
            try (JsonGenerator json = page.generator()) {
                json.writeStartObject();
                json.writeArrayFieldStart("messages");
                messages.write(json);
                json.writeEndArray();
                json.writeEndObject();
            }
            page.write('\n');
            page.writeFile(directory.path().resolve(path).toFile());
        } finally {
            giveBack(page);
        }
        return path;
    }

    /** Says that every planned cell has an outcome: writes {@code run.json}, and {@code latest.json} unless a newer run is complete. */
    public void complete(RunSummary summary) throws IOException {
        directory.replace(directory.path().resolve(RunDirectory.SUMMARY), SmallFiles.summary(summary));
        directory.becomeLatest();
    }

    /** Says that the run ended before every planned cell had an outcome: writes {@code stopped.json}, and names the run in {@code latest.json} beside the complete one before it. */
    public void stopped(StoppedRun run) throws IOException {
        directory.replace(directory.path().resolve(RunDirectory.STOPPED), SmallFiles.stopped(run));
        directory.becomeStopped();
    }

    @Override
    public void close() throws IOException {
        results.close();
    }

    private void line(Content content) throws IOException {
        Page page = takePage();
        try {
            try (JsonGenerator json = page.generator()) {
                content.write(json);
            }
            page.write('\n');
            lock.lock();
            try {
                // One write a line, so that only a line being written can be lost.
                page.writeTo(results);
            } finally {
                lock.unlock();
            }
        } finally {
            giveBack(page);
        }
    }

    private Page takePage() {
        lock.lock();
        try {
            Page page = pages.poll();
            return page == null ? new Page() : page;
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(Page page) {
        if (page.size() > LARGE) {
            return;
        }
        page.reset();
        lock.lock();
        try {
            pages.push(page);
        } finally {
            lock.unlock();
        }
    }

    /** Something that writes itself as JSON. */
    @FunctionalInterface
    public interface Content {

        /** Writes itself. */
        void write(JsonGenerator json) throws IOException;
    }

    /** A buffer that is used again; as many are kept as threads write at once. */
    private static final class Page extends ByteArrayOutputStream {

        Page() {
            super(4096);
        }

        JsonGenerator generator() throws IOException {
            return JSON.createGenerator(this, JsonEncoding.UTF8);
        }

        void writeFile(File file) throws IOException {
            try {
                write(file);
            } catch (FileNotFoundException e) {
                // Only the first file of a directory comes here, which is cheaper than to ask before each.
                file.getParentFile().mkdirs();
                write(file);
            }
        }

        private void write(File file) throws IOException {
            try (FileOutputStream out = new FileOutputStream(file)) {
                writeTo(out);
            }
        }
    }
}
