package dev.retrial.tickets.work;

import dev.retrial.agent.AgentTypes;
import dev.retrial.agent.Environment;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.JudgeSpec;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import dev.retrial.tickets.triage.ModelTriageJudge;
import dev.retrial.tickets.triage.TriageJudge;
import java.io.IOException;

/** The judge that the suite names, asked about tickets. */
final class SuiteJudge {

    private SuiteJudge() {}

    /**
     * The judge, its answers kept in the working directory.
     *
     * @throws IOException where the suite has none that can be asked; the message says what to do
     */
    static TriageJudge of(TicketWork work, Environment environment, ClassLoader classes) throws IOException {
        JudgeTypes types = new JudgeTypes(classes);
        Suite suite = new SuiteReader(new AgentTypes(classes), types).read(work.suite());
        for (CaseFile file : suite.files()) {
            if (file instanceof BrokenFile broken && broken.holdsUpSuite()) {
                throw new IOException(
                        "the suite cannot be read: " + broken.problems().get(0));
            }
        }
        JudgeSpec spec = suite.judge();
        if (spec == null) {
            throw new IOException("suite.yaml names no `judge`, which could be asked about tickets");
        }
        try {
            return ModelTriageJudge.of(spec, types, environment, new AnswerFiles(work.directory()));
        } catch (JudgeFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
