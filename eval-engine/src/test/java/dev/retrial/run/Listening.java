package dev.retrial.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hears of cells, and that no two calls come at once. */
final class Listening implements CellListener {

    final List<String> started = new ArrayList<>();
    final Map<String, Ending> finished = new LinkedHashMap<>();
    final Map<String, String> skipped = new LinkedHashMap<>();
    private final AtomicBoolean called = new AtomicBoolean();

    @Override
    public void started(Cell cell) {
        alone(() -> started.add(name(cell)));
    }

    @Override
    public void finished(Cell cell, Ending ending) {
        alone(() -> {
            assertThat(started).contains(name(cell));
            assertThat(finished.put(name(cell), ending)).isNull();
        });
    }

    @Override
    public void skipped(Cell cell, String reason) {
        alone(() -> assertThat(skipped.put(name(cell), reason)).isNull());
    }

    List<Ending.Kind> kinds() {
        return finished.values().stream().map(Ending::kind).toList();
    }

    private void alone(Runnable call) {
        assertThat(called.compareAndSet(false, true)).isTrue();
        call.run();
        called.set(false);
    }

    private static String name(Cell cell) {
        return cell.displayName();
    }
}
