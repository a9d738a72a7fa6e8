package dev.retrial.suite;

import dev.retrial.suite.SuiteDirectory.Listed;
import dev.retrial.suite.yaml.TextPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads many case files, on as many threads as there are processors where they are many: parsing is what discovery spends its time with. */
final class CaseFilesReader implements Runnable {

    /** What a thread must have to do to be worth its start and its own word pool. */
    private static final int FILES_PER_THREAD = 100;

    private final SuiteFrame frame;
    private final List<Listed> files;
    private final ReadFile[] read;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();

    private CaseFilesReader(SuiteFrame frame, List<Listed> files) {
        this.frame = frame;
        this.files = files;
        this.read = new ReadFile[files.size()];
    }

    /**
     * What became of a file.
     *
     * @param file the case, or what is broken
     * @param warnings what is probably not meant
     */
    record ReadFile(CaseFile file, List<Problem> warnings) {}

    /** Reads the files; what was read of each, in their order. */
    static ReadFile[] read(SuiteFrame frame, List<Listed> files) {
        CaseFilesReader reader = new CaseFilesReader(frame, files);
        int helpers = Math.min(Runtime.getRuntime().availableProcessors(), files.size() / FILES_PER_THREAD) - 1;
        List<Thread> threads = new ArrayList<>(Math.max(helpers, 0));
        for (int helper = 1; helper <= helpers; helper++) {
            Thread thread = new Thread(reader, "retrial-reader-" + helper);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        reader.run();
        await(threads);
        Throwable failure = reader.thrown.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return reader.read;
    }

    @Override
    public void run() {
        try {
            CaseFileReader reader = new CaseFileReader(frame, new TextPool());
            for (int index = next.getAndIncrement(); index < read.length; index = next.getAndIncrement()) {
                List<Problem> warnings = new ArrayList<>(0);
                CaseFile file = reader.read(files.get(index), warnings);
                read[index] = new ReadFile(file, List.copyOf(warnings));
            }
        } catch (RuntimeException | Error e) {
            thrown.compareAndSet(null, e);
            next.set(read.length);
        }
    }

    /** An interruption is for whoever asked for the suite; half of it is no use to anyone. */
    private static void await(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
