package dev.retrial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Results of runs as they lie on the disk. */
final class Results {

    private final Path output;
    private String vocabulary = "1";
    private String more = "";
    private String agent = "{}";
    private int firstCase;
    private boolean partial;

    Results(Path output) {
        this.output = output;
    }

    Results judgedBy(String checks) {
        vocabulary = checks;
        return this;
    }

    /** What the runs from here on have beside: {@code "guards":{…},}. */
    Results with(String keys) {
        more = keys;
        return this;
    }

    Results agent(String fingerprint) {
        agent = fingerprint;
        return this;
    }

    /** The number of the first case of the runs from here on. */
    Results from(int number) {
        firstCase = number;
        return this;
    }

    Results partial() {
        partial = true;
        return this;
    }

    /** A shard, with its first case. */
    Results shard(String shard, int first) {
        partial = true;
        more = "\"shard\":\"" + shard + "\",";
        return from(first);
    }

    /** A complete run with one cell for each outcome: {@code passed}, {@code failed} or {@code error}. */
    Path run(String suite, String id, String... outcomes) throws IOException {
        Path run = killed(suite, id, outcomes);
        Files.writeString(
                run.resolve("run.json"),
                "{\"format\":1,\"run\":\"" + id + "\",\"suite\":\"" + suite
                        + "\",\"startedAt\":\"2026-03-02T09:15:00Z\",\"finishedAt\":\"2026-03-02T09:15:09Z\",\"mode\":\"ci\","
                        + "\"partial\":" + partial + "," + (more.startsWith("\"shard") ? more : "")
                        + "\"cells\":{\"passed\":1},\"trials\":{\"passed\":1,\"error\":" + errors(outcomes) + "}}\n");
        Files.writeString(run.resolveSibling("latest.json"), "{\"format\":1,\"run\":\"" + id + "\"}\n");
        return run;
    }

    /** A run that was stopped before its cells had ended, by a gate that nobody asked. */
    Path stopped(String suite, String id, String why, String... outcomes) throws IOException {
        Path run = killed(suite, id, outcomes);
        Files.writeString(
                run.resolve("stopped.json"),
                "{\"format\":1,\"run\":\"" + id + "\",\"suite\":\"" + suite + "\",\"stopped\":\"" + why
                        + "\",\"startedAt\":\"2026-03-02T09:15:00Z\",\"finishedAt\":\"2026-03-02T09:15:09Z\",\"mode\":\"ci\","
                        + "\"partial\":" + partial + ",\"cells\":{},\"trials\":{},\"gate\":{\"by\":\"baseline\","
                        + "\"verdict\":\"inconclusive\",\"sentence\":\"Nobody knows: " + why + ".\",\"fingerprint\":{},"
                        + "\"attempts\":{},\"cells\":[],\"slices\":[],\"floors\":[],\"notices\":[]}}\n");
        return run;
    }

    /** The same without what says that it ended. */
    Path killed(String suite, String id, String... outcomes) throws IOException {
        Path run = Files.createDirectories(output.resolve(suite).resolve(id));
        StringBuilder planned = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < outcomes.length; at++) {
            int i = firstCase + at;
            planned.append(at == 0 ? "" : ",").append("\"case-").append(i).append("\":[\"default\"]");
            lines.append("{\"suite\":\"" + suite + "\",\"case\":\"case-" + i + "\",\"cohort\":\"default\",\"trial\":1,"
                    + "\"stage\":\"first\",\"outcome\":\"" + outcomes[at]
                    + "\",\"status\":\"active\",\"tags\":[],\"seen\":1,"
                    + "\"file\":\"cases/case-" + i + ".yaml\",\"line\":2,\"hashes\":{\"case\":\"ab\"},\"checks\":["
                    + "{\"check\":\"tools.never\",\"severity\":\"major\",\"outcome\":\"" + outcomes[at]
                    + "\",\"expected\":\"no call\",\"was\":\"a call\"}],\"usage\":{\"inputTokens\":1000,\"outputTokens\":100},"
                    + "\"startedAt\":\"2026-03-02T09:15:00Z\",\"millis\":5}\n");
        }
        Files.writeString(
                run.resolve("results.jsonl"),
                "{\"format\":1,\"run\":\"" + id + "\",\"suite\":\"" + suite
                        + "\",\"startedAt\":\"2026-03-02T09:15:00Z\",\"mode\":\"ci\",\"partial\":" + partial + ","
                        + more + "\"attempts\":1,\"pass\":1,\"vocabulary\":\"" + vocabulary + "\","
                        + "\"agent\":" + agent + ",\"planned\":{" + planned + "},\"skipped\":{}}\n" + lines);
        return run;
    }

    private static long errors(String... outcomes) {
        return Arrays.stream(outcomes).filter("error"::equals).count();
    }
}
