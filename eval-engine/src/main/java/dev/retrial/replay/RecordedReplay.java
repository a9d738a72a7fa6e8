package dev.retrial.replay;

import dev.retrial.agent.Answer.Usage;
import dev.retrial.agent.Fingerprint;
import dev.retrial.agent.Recordings;
import dev.retrial.suite.EvalCase;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Transcripts of what an agent said elsewhere: the recording is the transcript. */
final class RecordedReplay implements TranscriptSource {

    private static final long LARGEST_BYTES = 16L << 20;

    private final Recordings recordings;

    RecordedReplay(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public Replayed replay(TrialRequest request) {
        String caseId = request.evalCase().id();
        String cohort = request.cohort().id();
        String[] names = {
            caseId + ".json", caseId + "/" + cohort + ".json", caseId + "/" + cohort + "/" + request.trial() + ".json"
        };
        for (String name : names) {
            Path file = recordings.directory().resolve(name);
            if (Files.isRegularFile(file)) {
                return read(file, shown(file), request.evalCase());
            }
        }
        return broken("there is no recording of this trial; looked for " + names[0] + ", " + names[1] + " and "
                + names[2] + " in " + shown(recordings.directory()));
    }

    @Override
    public Fingerprint fingerprint() {
        return recordings.fingerprint();
    }

    @Override
    public List<String> warnings(List<EvalCase> cases) {
        return recordings.warnings(cases);
    }

    @Override
    public void close() {
        recordings.close();
    }

    private Replayed read(Path file, String shown, EvalCase evalCase) {
        try {
            if (!file.toRealPath().startsWith(recordings.boundary().toRealPath())) {
                return broken(shown + " leads out of the suite's directory; copy the recording into it");
            }
            long size = Files.size(file);
            if (size > LARGEST_BYTES) {
                return broken(shown + " has " + size + " bytes; a recording has 16 MiB at most");
            }
            try (InputStream in = Files.newInputStream(file)) {
                Transcript transcript = ChatTranscriptReader.read(in, evalCase.world());
                if (!holdsSomethingOfTheAgent(transcript)) {
                    return broken(shown + " holds nothing that the agent said or did");
                }
                return new Replayed.Complete(transcript, Usage.UNKNOWN, List.of());
            }
        } catch (ChatTranscriptReader.Unreadable e) {
            return broken(shown + ": " + e.getMessage());
        } catch (IOException e) {
            return broken(shown + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static boolean holdsSomethingOfTheAgent(Transcript transcript) {
        for (Event event : transcript.events()) {
            if (!(event instanceof CustomerMessage)) {
                return true;
            }
        }
        return false;
    }

    private String shown(Path path) {
        Path boundary = recordings.boundary();
        String shown = path.startsWith(boundary) ? boundary.relativize(path).toString() : path.toString();
        return shown.replace('\\', '/');
    }

    private static Replayed broken(String reason) {
        return new Replayed.Broken(Transcript.of(List.of()), Usage.UNKNOWN, List.of(), reason, null);
    }
}
