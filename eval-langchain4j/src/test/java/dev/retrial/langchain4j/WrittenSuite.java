package dev.retrial.langchain4j;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.agent.Agent;
import dev.retrial.agent.AgentType.Setup;
import dev.retrial.agent.AgentTypes;
import dev.retrial.agent.Environment;
import dev.retrial.agent.Opening;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.Replayed;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.replay.TrialRequest;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import dev.retrial.world.ScriptedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A suite in a directory, written file by file and read as a run reads it. */
final class WrittenSuite {

    static final ReplayLimits LIMITS = new ReplayLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), 4, 1);

    private final AgentTypes types = new AgentTypes(WrittenSuite.class.getClassLoader());
    private final Path directory;

    WrittenSuite(Path directory) {
        this.directory = directory;
    }

    WrittenSuite file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Suite read() {
        try {
            return new SuiteReader(types, new JudgeTypes(WrittenSuite.class.getClassLoader())).read(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Agent agent(Map<String, String> variables) {
        Suite suite = read();
        suite.files().forEach(file -> {
            if (file instanceof BrokenFile broken) {
                throw new AssertionError(broken.problems().toString());
            }
        });
        return types.create(
                suite.agent(),
                new Setup(
                        suite.directory(),
                        suite.tools(),
                        List.copyOf(suite.cohorts().values()),
                        Environment.of(variables)));
    }

    Replayed replay(Agent agent, String caseId, String cohortId) throws InterruptedException {
        return replay(agent, caseId, cohortId, LIMITS);
    }

    Replayed replay(Agent agent, String caseId, String cohortId, ReplayLimits limits) throws InterruptedException {
        return TranscriptSource.of(agent, limits)
                .replay(new TrialRequest(
                        evalCase(caseId), cohort(cohortId), cohort(cohortId).context(), 1));
    }

    Opening opening(String caseId, String conversationId) {
        return new Opening(
                caseId,
                cohort("default"),
                JsonNodeFactory.instance.objectNode(),
                null,
                1,
                conversationId,
                new ScriptedWorld(evalCase(caseId).world()));
    }

    private Cohort cohort(String id) {
        return read().cohorts().get(id);
    }

    private EvalCase evalCase(String id) {
        return read().files().stream()
                .filter(file -> file instanceof EvalCase found && found.id().equals(id))
                .map(EvalCase.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
