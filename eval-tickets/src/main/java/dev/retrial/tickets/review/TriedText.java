package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.agent.AgentTypes;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.run.SelfCheck;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.CaseTexts;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Problem;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text, read as if it were a case of the suite and tried on its own ticket.
 *
 * @param suite the suite, without its cases
 * @param evalCase the case, or null where the text is broken
 * @param found {@code problems}, and {@code selfCheck} where the case can be read
 */
record TriedText(Suite suite, @Nullable EvalCase evalCase, ObjectNode found) {

    /**
     * Reads and tries it.
     *
     * @throws IOException where the suite itself cannot be read; the message names the first mistake
     */
    static TriedText of(Path directory, String file, String text, ObjectNode into) throws IOException {
        CaseTexts texts = texts(directory);
        CaseFile read = texts.read(file, text);
        ArrayNode problems = into.putArray("problems");
        if (read instanceof BrokenFile broken) {
            for (Problem problem : broken.problems()) {
                problems.addObject()
                        .put("line", problem.line())
                        .put("column", problem.column())
                        .put("reason", problem.reason());
            }
            return new TriedText(texts.suite(), null, into);
        }
        EvalCase evalCase = (EvalCase) read;
        into.set("selfCheck", SelfCheckWords.of(new SelfCheck(texts.suite()).run(evalCase)));
        return new TriedText(texts.suite(), evalCase, into);
    }

    /** The suite as it is now, without its cases. */
    static Suite suite(Path directory) throws IOException {
        return texts(directory).suite();
    }

    private static CaseTexts texts(Path directory) throws IOException {
        ClassLoader classes = TriedText.class.getClassLoader();
        CaseTexts texts = CaseTexts.in(directory, new AgentTypes(classes), new JudgeTypes(classes));
        for (CaseFile file : texts.suite().files()) {
            if (file instanceof BrokenFile broken) {
                throw new IOException(
                        "the suite cannot be read: " + broken.problems().get(0));
            }
        }
        return texts;
    }

    /** Whether the case fails on what the agent said and passes with what a person answered. */
    boolean holds() {
        return found.path("selfCheck").path("holds").asBoolean();
    }
}
