package dev.retrial.gating;

import dev.retrial.results.RunFingerprint;
import dev.retrial.run.Cell;
import dev.retrial.run.RunPlan;
import dev.retrial.run.SuiteRun;
import dev.retrial.suite.GateSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What a run is made of: by it people see what differs from main, and a later run knows that it is the same. */
final class Identity {

    /** The name of the hash of the record that was compared with. */
    static final String BASELINE = "baseline";

    private static final String REVISION = "revision";

    private Identity() {}

    static RunFingerprint of(RunPlan plan, SuiteRun run) {
        Map<String, String> cases = new HashMap<>();
        for (Cell cell : plan.cells()) {
            if (run.skips(cell) == null) {
                cases.put(cell.evalCase().id(), cell.evalCase().hash());
            }
        }
        return RunFingerprint.of(run.header(), cases);
    }

    /** With what it is compared with, and of which revision it is where that is known: runs in which all of this is the same are one. */
    static Map<String, String> ofDecision(RunPlan plan, SuiteRun run, GateSpec spec) {
        Map<String, String> identity = new TreeMap<>(of(plan, run).parts());
        try {
            byte[] record = Files.readAllBytes(plan.suite().directory().resolve(spec.baseline()));
            identity.put(
                    BASELINE,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(record), 0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        String revision = plan.settings().revision();
        if (revision != null) {
            identity.put(REVISION, revision);
        }
        return identity;
    }
}
