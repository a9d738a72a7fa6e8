package dev.retrial.results;

import java.io.IOException;
import java.nio.file.Path;

/** A process that writes trials until it is killed, or so many and then completes its run. */
final class Scribe {

    static final String SUITE = "acme.SupportAgentTest";

    private Scribe() {}

    public static void main(String[] args) throws IOException {
        RunDirectory run = RunDirectory.create(Path.of(args[0]), SUITE);
        try (RunWriter writer = RunWriter.open(run, Records.header(run.run()))) {
            long trials = args[1].equals("endless") ? Integer.MAX_VALUE : Long.parseLong(args[1]);
            for (int i = 1; i <= trials; i++) {
                writer.trial(Records.full(i));
            }
            writer.complete(Records.summary(run.run()));
        }
    }
}
