package dev.retrial.junit;

import dev.retrial.agent.AgentClient;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Fingerprint;
import dev.retrial.agent.Opening;
import dev.retrial.judge.Judge;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.JudgeIdentity;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Question;
import dev.retrial.judge.Verdict;
import dev.retrial.jupiter.Cell;
import dev.retrial.jupiter.EvalTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Classes over {@code junit/judged}, an agent and judges; nested in a class that our own build does not take for a test. */
final class JudgedSuites {

    static final List<Question> ASKED = Collections.synchronizedList(new ArrayList<>());

    private JudgedSuites() {}

    @EvalSuite(value = "junit/judged", agent = Polite.class, judge = Greeting.class)
    static final class Judged {}

    @EvalSuite(value = "junit/judged", agent = Polite.class)
    static final class Unjudged {}

    @EvalSuite(value = "junit/judged", agent = Polite.class, judge = Unmade.class)
    static final class Misjudged {}

    static final class Replays {
        @EvalTest(value = "junit/judged", judge = Greeting.class)
        void replies(Cell cell) {
            cell.replay(new Polite());
        }
    }

    static final class Polite implements AgentClient {
        @Override
        public Conversation open(Opening opening) {
            return message -> Answer.of(message.equals("grunt") ? "What?" : "Good morning");
        }

        @Override
        public Fingerprint fingerprint() {
            return new Fingerprint("model-1", null, null);
        }
    }

    static final class Greeting implements Judge {
        @Override
        public Judgement judge(Question question) {
            ASKED.add(question);
            boolean greets = question.transcript().lastReply().text().startsWith("Good");
            return Judgement.of(greets ? Verdict.YES : Verdict.NO, "It says so.");
        }

        @Override
        public JudgeIdentity identity() {
            return new JudgeIdentity("acme/model-1", "3f2a", "");
        }
    }

    static final class Unmade implements Judge {
        Unmade() {
            throw new IllegalStateException("no key");
        }

        @Override
        public Judgement judge(Question question) {
            throw new JudgeFailure("never made");
        }
    }
}
