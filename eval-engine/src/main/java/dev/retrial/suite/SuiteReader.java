package dev.retrial.suite;

import dev.retrial.suite.CaseFilesReader.ReadFile;
import dev.retrial.suite.SuiteDirectory.Listed;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads suites.
 *
 * <p>A file that cannot be read is a {@link BrokenFile} with its {@link Problem problems}; the other cases are not affected, unless the whole suite hangs on the file
 * ({@link BrokenFile#holdsUpSuite}): then the suite has no case, so that no cell runs with half of what it should be held to.
 *
 * <p>What has been read is remembered in this JVM for as long as memory allows, and a file is read again only when its time of change, size or inode differs.
 * The result of a read that finds nothing changed is the same object as before.
 *
 * <p>A reader may be used by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SuiteReader {

    /** By directory; shared by all readers, since a test run makes many. */
    private static final Map<Path, Remembered> REMEMBERED = new ConcurrentHashMap<>();

    private final AgentSettings agents;
    private final JudgeSettings judges;

    /**
     * A reader.
     *
     * @param agents the agent types that a suite file may name
     */
    public SuiteReader(AgentSettings agents) {
        this(agents, JudgeSettings.NONE);
    }

    /**
     * A reader.
     *
     * @param agents the agent types that a suite file may name
     * @param judges the types of judge that it may name
     */
    public SuiteReader(AgentSettings agents, JudgeSettings judges) {
        this.agents = agents;
        this.judges = judges;
    }

    /**
     * Reads the suite in a directory.
     *
     * @param directory the directory that holds {@code suite.yaml}
     * @throws IOException where there is no such directory, or it cannot be listed
     */
    public Suite read(Path directory) throws IOException {
        Path root = directory.toRealPath();
        Remembered remembered = REMEMBERED.computeIfAbsent(root, key -> new Remembered());
        synchronized (remembered) {
            Reading before = remembered.reading.get();
            Reading now = new Reading(root, before);
            now.read(agents, judges);
            remembered.reading = new SoftReference<>(now);
            return now.suite();
        }
    }

    /** Forgets everything that has been read in this JVM. */
    static void forget() {
        REMEMBERED.clear();
    }

    private static final class Remembered {
        private SoftReference<@Nullable Reading> reading = new SoftReference<>(null);
    }

    /**
     * A case file as it was read.
     *
     * @param stamp what it looked like
     * @param settled whether it cannot have changed since without looking otherwise
     * @param file the case, or what is broken
     * @param warnings what is probably not meant
     */
    private record ReadCase(FileStamp stamp, boolean settled, CaseFile file, List<Problem> warnings) {}

    /** One look at a suite's directory, with what was learned from it. */
    private static final class Reading {

        private final Path root;
        private final @Nullable Reading before;
        private final long startedMillis = System.currentTimeMillis();
        private final Map<String, ReadCase> cases = new HashMap<>();
        private @Nullable FrameReader frame;
        private @Nullable Suite suite;

        Reading(Path root, @Nullable Reading before) {
            this.root = root;
            this.before = before;
        }

        Suite suite() {
            if (suite == null) {
                throw new IllegalStateException("not read yet");
            }
            return suite;
        }

        void read(AgentSettings agents, JudgeSettings judges) throws IOException {
            SuiteDirectory directory = new SuiteDirectory(root);
            // The files are looked at while what they hang on is read.
            CompletableFuture<List<Listed>> listing =
                    CompletableFuture.supplyAsync(directory.cases()::files, Reading::onThreadOfItsOwn);
            SuiteDirectory.Top top = directory.top();
            FrameReader known = before == null ? null : before.frame;
            boolean sameFrame = known != null && known.isUnchanged(top, startedMillis);
            FrameReader current =
                    sameFrame && known != null ? known : FrameReader.read(root, top, agents, judges, startedMillis);
            frame = current;
            if (!current.broken().isEmpty()) {
                suite = current.frame().suite(root, List.copyOf(current.broken()), List.of());
                return;
            }
            Reading reusable = sameFrame ? before : null;
            List<Listed> listed = listing.join();
            boolean changed = readCases(listed, current.frame(), reusable);
            suite = changed || reusable == null || reusable.cases.size() != cases.size()
                    ? assemble(listed, current.frame())
                    : reusable.suite();
        }

        private static void onThreadOfItsOwn(Runnable listing) {
            Thread thread = new Thread(listing, "retrial-lister");
            thread.setDaemon(true);
            thread.start();
        }

        private boolean readCases(List<Listed> listed, SuiteFrame frame, @Nullable Reading reusable) {
            List<Listed> toRead = new ArrayList<>();
            for (Listed file : listed) {
                ReadCase known = reusable == null ? null : reusable.cases.get(file.name());
                // What is broken is read again: permissions, say, change without leaving a trace in the stamp.
                if (known != null
                        && known.settled()
                        && known.file() instanceof EvalCase
                        && known.stamp().equals(file.stamp())) {
                    cases.put(file.name(), known);
                } else {
                    toRead.add(file);
                }
            }
            boolean changed = false;
            ReadFile[] read = CaseFilesReader.read(frame, toRead);
            for (int i = 0; i < read.length; i++) {
                Listed file = toRead.get(i);
                ReadCase known = reusable == null ? null : reusable.cases.get(file.name());
                changed |= known == null
                        || !(read[i].file() instanceof BrokenFile)
                        || !read[i].file().equals(known.file());
                cases.put(
                        file.name(),
                        new ReadCase(
                                file.stamp(),
                                file.stamp().isSettled(startedMillis),
                                read[i].file(),
                                read[i].warnings()));
            }
            return changed;
        }

        private Suite assemble(List<Listed> listed, SuiteFrame frame) {
            Map<String, String> twins = twins(listed);
            List<CaseFile> files = new ArrayList<>(listed.size());
            List<Problem> warnings = new ArrayList<>();
            for (Listed file : listed) {
                ReadCase read = cases.get(file.name());
                String twin = twins.get(file.name());
                if (twin != null) {
                    String reason =
                            "the case '" + file.id() + "' is there twice, also as " + twin + ": rename one of the two";
                    files.add(new BrokenFile(file.name(), List.of(new Problem(file.name(), 0, 0, reason))));
                } else if (read != null) {
                    files.add(read.file());
                    warnings.addAll(read.warnings());
                }
            }
            return frame.suite(root, files, warnings);
        }

        /** The files whose case another file is named after, with that file. */
        private static Map<String, String> twins(List<Listed> listed) {
            Map<String, String> firstById = new HashMap<>();
            Map<String, String> twins = new HashMap<>();
            for (Listed file : listed) {
                String first = firstById.putIfAbsent(file.id(), file.name());
                if (first != null) {
                    twins.put(file.name(), first);
                    twins.putIfAbsent(first, file.name());
                }
            }
            return twins;
        }
    }
}
