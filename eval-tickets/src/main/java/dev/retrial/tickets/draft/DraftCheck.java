package dev.retrial.tickets.draft;

import dev.retrial.agent.AgentTypes;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.run.Ending;
import dev.retrial.run.SelfCheck;
import dev.retrial.run.SelfCheckResult;
import dev.retrial.run.SelfCheckResult.Tried;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.CaseTexts;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Problem;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads a case's text as if it were a file of the suite and tries it on its own ticket: {@code observed} must fail it and {@code accepted} must pass it. Nothing is written
 * and no agent is asked. For one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DraftCheck {

    private final CaseTexts texts;
    private final SelfCheck selfCheck;

    private DraftCheck(CaseTexts texts) {
        this.texts = texts;
        this.selfCheck = new SelfCheck(texts.suite());
    }

    /**
     * A check against a suite as it is now.
     *
     * @param suite the directory that holds {@code suite.yaml}
     * @throws IOException where there is no such directory, or what every case hangs on is broken; the message names the first mistake
     */
    public static DraftCheck in(Path suite) throws IOException {
        ClassLoader classes = DraftCheck.class.getClassLoader();
        CaseTexts texts = CaseTexts.in(suite, new AgentTypes(classes), new JudgeTypes(classes));
        for (CaseFile file : texts.suite().files()) {
            if (file instanceof BrokenFile broken) {
                throw new IOException(
                        "the suite cannot be read: " + broken.problems().get(0));
            }
        }
        return new DraftCheck(texts);
    }

    /** The suite, without its cases. */
    public Suite suite() {
        return texts.suite();
    }

    /**
     * What came of it.
     *
     * @param evalCase the case, or null where the text is broken
     * @param problems what is broken, with line and column
     * @param observed whether every {@code observed} fails the case as it must; null where there is none
     * @param accepted whether every {@code accepted} passes it; null where there is none
     * @param why what does not hold, a text for each
     */
    public record Checked(
            @Nullable EvalCase evalCase,
            List<Problem> problems,
            @Nullable Boolean observed,
            @Nullable Boolean accepted,
            List<String> why) {

        /** Copies the lists. */
        public Checked {
            problems = List.copyOf(problems);
            why = List.copyOf(why);
        }

        /** Whether the case can be read, there is an {@code observed} that fails it, and no {@code accepted} that does not pass it. */
        public boolean holds() {
            return evalCase != null && Boolean.TRUE.equals(observed) && !Boolean.FALSE.equals(accepted);
        }

        /** Whether it holds, and there is an {@code accepted} that says so. */
        public boolean holdsOnBoth() {
            return holds() && accepted != null;
        }
    }

    /**
     * Reads and tries a case.
     *
     * @param file the file that it would be, relative to the suite's directory
     * @param text what it would hold
     */
    public Checked check(String file, String text) {
        CaseFile read = texts.read(file, text);
        if (!(read instanceof EvalCase evalCase)) {
            return new Checked(null, ((BrokenFile) read).problems(), null, null, List.of());
        }
        SelfCheckResult result = selfCheck.run(evalCase);
        Boolean observed = null;
        Boolean accepted = null;
        List<String> why = new ArrayList<>();
        for (Tried tried : result.tried()) {
            Ending ending = tried.ending();
            boolean holds = !ending.isRed();
            if (!holds) {
                why.add(ending.message());
            }
            switch (tried.kind()) {
                case OBSERVED -> observed = holds && !Boolean.FALSE.equals(observed);
                case ACCEPTED -> accepted = holds && !Boolean.FALSE.equals(accepted);
            }
        }
        return new Checked(evalCase, List.of(), observed, accepted, why);
    }
}
