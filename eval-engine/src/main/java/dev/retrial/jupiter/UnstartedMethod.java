package dev.retrial.jupiter;

import dev.retrial.results.LeafRecord;
import dev.retrial.run.RunPlan;
import dev.retrial.run.UnstartedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of a test method of which no cell could be run: its red tests, written when JUnit is done with the method. */
final class UnstartedMethod implements RedTests, AutoCloseable {

    private static final String WHY = "no cell could run";

    private final Path output;
    private final String name;
    private final @Nullable RunPlan plan;
    private final List<LeafRecord> red = new ArrayList<>();

    private UnstartedMethod(Path output, String name, @Nullable RunPlan plan) {
        this.output = output;
        this.name = name;
        this.plan = plan;
    }

    /** Of a suite that could not be read, or parameters that could not. */
    static UnstartedMethod of(Path output, String name) {
        return new UnstartedMethod(output, name, null);
    }

    /** Of a suite that was read. */
    static UnstartedMethod of(RunPlan plan) {
        return new UnstartedMethod(plan.output(), plan.name(), plan);
    }

    @Override
    public synchronized void add(LeafRecord leaf) {
        red.add(leaf);
    }

    @Override
    public synchronized void close() {
        if (red.isEmpty()) {
            return;
        }
        try {
            if (plan == null) {
                UnstartedRun.write(output, name, WHY, red);
            } else {
                UnstartedRun.write(plan, WHY, red, null);
            }
        } catch (IOException | UncheckedIOException e) {
            // What is red is red without them.
            System.out.println("Retrial: warning: the run left no results: " + e.getMessage());
        }
    }
}
