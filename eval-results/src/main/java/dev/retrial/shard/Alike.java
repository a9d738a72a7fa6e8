package dev.retrial.shard;

import dev.retrial.results.RunFingerprint;
import dev.retrial.results.RunHeader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether attempts of two runs are attempts of the same thing. */
final class Alike {

    private Alike() {}

    /** In what the runs differ, cases aside, or null: {@code promptHash 41d7… → 9f86…}. */
    static @Nullable String difference(RunHeader one, RunHeader other) {
        List<RunFingerprint.Change> changes =
                RunFingerprint.of(one, Map.of()).since(RunFingerprint.of(other, Map.of()));
        return changes.isEmpty() ? null : changes.get(0).toString();
    }
}
