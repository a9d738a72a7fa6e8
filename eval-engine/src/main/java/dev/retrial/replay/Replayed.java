package dev.retrial.replay;

import dev.retrial.agent.Answer.Usage;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** How the replay of a trial ended. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Replayed {

    /** What was said and done; of the last conversation where the trial started again. */
    Transcript transcript();

    /** The tokens of all answers, those of an abandoned conversation included. */
    Usage usage();

    /** What was tried again and why, in order; usually empty. */
    List<String> notes();

    /**
     * The customer said everything and the agent answered it: the transcript can be graded.
     *
     * @param transcript what was said and done
     * @param usage the tokens it cost
     * @param notes what was tried again and why
     */
    record Complete(Transcript transcript, Usage usage, List<String> notes) implements Replayed {

        /** Copies the list. */
        public Complete {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The agent took the conversation where the ticket cannot answer. Not produced yet.
     *
     * @param transcript what was said and done until then
     * @param usage the tokens it cost
     * @param notes what was tried again and why
     * @param reason where it left the ticket
     */
    record Diverged(Transcript transcript, Usage usage, List<String> notes, String reason) implements Replayed {

        /** Copies the list. */
        public Diverged {
            notes = List.copyOf(notes);
        }
    }

    /**
     * There is no transcript that can be graded: an error of the trial, never a wrong answer.
     *
     * @param transcript what was said and done until then; may be empty
     * @param usage the tokens it cost
     * @param notes what was tried again and why
     * @param reason what happened and what to do; no secrets, no ticket text
     * @param cause the exception of the team's own code, for people only: its message may hold anything, so it goes into no file
     */
    record Broken(
            Transcript transcript,
            Usage usage,
            List<String> notes,
            String reason,
            @Nullable Throwable cause) implements Replayed {

        /** Copies the list. */
        public Broken {
            notes = List.copyOf(notes);
        }
    }
}
