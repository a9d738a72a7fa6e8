package dev.retrial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Results of runs as they lie on the disk. */
final class Results {

    private final Path output;

    Results(Path output) {
        this.output = output;
    }

    /** A complete run with one cell for each outcome: {@code passed}, {@code failed} or {@code error}. */
    Path run(String suite, String id, String... outcomes) throws IOException {
        Path run = killed(suite, id, outcomes);
        Files.writeString(
                run.resolve("run.json"),
                "{\"format\":1,\"run\":\"" + id + "\",\"suite\":\"" + suite
                        + "\",\"startedAt\":\"2026-03-02T09:15:00Z\",\"finishedAt\":\"2026-03-02T09:15:09Z\",\"mode\":\"ci\","
                        + "\"partial\":false,\"cells\":{\"passed\":1},\"trials\":{\"passed\":1}}\n");
        Files.writeString(run.resolveSibling("latest.json"), "{\"format\":1,\"run\":\"" + id + "\"}\n");
        return run;
    }

    /** The same without what says that it ended. */
    Path killed(String suite, String id, String... outcomes) throws IOException {
        Path run = Files.createDirectories(output.resolve(suite).resolve(id));
        StringBuilder planned = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < outcomes.length; i++) {
            planned.append(i == 0 ? "" : ",").append("\"case-").append(i).append("\":[\"default\"]");
            lines.append("{\"suite\":\"" + suite + "\",\"case\":\"case-" + i + "\",\"cohort\":\"default\",\"trial\":1,"
                    + "\"stage\":\"first\",\"outcome\":\"" + outcomes[i]
                    + "\",\"status\":\"active\",\"tags\":[],\"seen\":1,"
                    + "\"file\":\"cases/case-" + i + ".yaml\",\"line\":2,\"hashes\":{\"case\":\"ab\"},\"checks\":["
                    + "{\"check\":\"tools.never\",\"severity\":\"major\",\"outcome\":\"" + outcomes[i]
                    + "\",\"expected\":\"no call\",\"was\":\"a call\"}],\"usage\":{\"inputTokens\":1000,\"outputTokens\":100},"
                    + "\"startedAt\":\"2026-03-02T09:15:00Z\",\"millis\":5}\n");
        }
        Files.writeString(
                run.resolve("results.jsonl"),
                "{\"format\":1,\"run\":\"" + id + "\",\"suite\":\"" + suite
                        + "\",\"startedAt\":\"2026-03-02T09:15:00Z\",\"mode\":\"ci\",\"partial\":false,\"attempts\":1,\"pass\":1,"
                        + "\"agent\":{},\"planned\":{" + planned + "},\"skipped\":{}}\n" + lines);
        return run;
    }
}
