package dev.retrial.suite;

import dev.retrial.suite.yaml.TextPool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Reads cases that are not written yet as if they lay in a suite's directory: what an editor shows, what a tool is about to propose.
 *
 * <p>What every case hangs on ({@code suite.yaml}, cohorts, tools, policies) is read once, when this is made. For one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CaseTexts {

    private final SuiteFrame frame;
    private final Suite suite;

    private CaseTexts(SuiteFrame frame, Suite suite) {
        this.frame = frame;
        this.suite = suite;
    }

    /**
     * A reader of cases for a suite.
     *
     * @param directory the directory that holds {@code suite.yaml}
     * @param agents the agent types that the suite file may name
     * @param judges the types of judge that it may name
     * @throws IOException where there is no such directory, or it cannot be listed
     */
    public static CaseTexts in(Path directory, AgentSettings agents, JudgeSettings judges) throws IOException {
        Path root = directory.toRealPath();
        SuiteDirectory.Top top = new SuiteDirectory(root).top();
        FrameReader read = FrameReader.read(root, top, agents, judges, System.currentTimeMillis());
        return new CaseTexts(read.frame(), read.frame().suite(root, List.copyOf(read.broken()), List.of()));
    }

    /** The suite without its cases; its {@linkplain Suite#files files} are what is broken of what every case hangs on. */
    public Suite suite() {
        return suite;
    }

    /**
     * Reads a case.
     *
     * @param file the file that it would be, relative to the suite's directory, with {@code /}; its name without the ending is the case's id
     * @param text what the file would hold
     * @return the case, or what is broken
     */
    public CaseFile read(String file, String text) {
        FileProblems problems = new FileProblems(file);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > FileBytes.CASE_LIMIT) {
            FileBytes.tooLarge(FileBytes.CASE_LIMIT, problems);
            return problems.broken();
        }
        // A reader of its own each time, so that what one text holds is not kept for the next.
        CaseFileReader reader = new CaseFileReader(frame, new TextPool());
        return reader.read(id(file), bytes, problems, new ArrayList<>());
    }

    private static String id(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        String stem = SuiteDirectory.stem(name);
        return stem == null ? name : stem;
    }
}
