package dev.retrial.tickets.work;

import dev.retrial.agent.AgentTypes;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.lint.LintFinding;
import dev.retrial.lint.SuiteLint;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/** Looks through a suite's files for personal data and secrets, as the test {@code [lint]} does. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LintStep {

    private LintStep() {}

    /**
     * What is found.
     *
     * @param directory the suite's directory
     * @throws IOException where there is no suite, or what it allows cannot be read
     */
    public static List<LintFinding> run(Path directory) throws IOException {
        if (!Files.isRegularFile(directory.resolve("suite.yaml"))) {
            throw new IOException(directory + ": there is no suite.yaml here; name the suite's directory");
        }
        ClassLoader classes = LintStep.class.getClassLoader();
        Suite suite = new SuiteReader(new AgentTypes(classes), new JudgeTypes(classes)).read(directory);
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile broken && broken.file().equals("suite.yaml")) {
                throw new IOException("what the suite allows cannot be read: "
                        + broken.problems().get(0));
            }
        }
        return SuiteLint.of(directory, suite.lint());
    }
}
