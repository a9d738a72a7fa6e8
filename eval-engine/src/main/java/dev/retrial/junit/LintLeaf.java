package dev.retrial.junit;

import dev.retrial.lint.LintFinding;
import dev.retrial.lint.SuiteLint;
import dev.retrial.run.Ending;
import dev.retrial.suite.LintSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** Whether anything personal or secret stands in the suite's files: behind the cells and before the gate, which never holds it. */
final class LintLeaf extends OfflineLeaf {

    static final String VALUE = "lint";

    private static final int SHOWN = 20;

    private final Path directory;
    private final LintSpec settings;
    private final @Nullable TestSource source;
    private @Nullable CompletableFuture<List<LintFinding>> begun;
    private @Nullable LintFinding first;

    LintLeaf(UniqueId suite, Path directory, LintSpec settings, @Nullable TestSource source) {
        super(suite.append(GateLeaf.SEGMENT, VALUE));
        this.directory = directory;
        this.settings = settings;
        this.source = source;
    }

    /** Looks through the files while the cells wait for the agent. */
    void begin() {
        if (begun == null) {
            begun = CompletableFuture.supplyAsync(this::look, LintLeaf::onThreadOfItsOwn);
        }
    }

    private static void onThreadOfItsOwn(Runnable look) {
        Thread thread = new Thread(look, "retrial-lint");
        thread.setDaemon(true);
        thread.start();
    }

    private List<LintFinding> look() {
        try {
            return SuiteLint.of(directory, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Ending run() {
        begin();
        List<LintFinding> findings;
        try {
            findings = Objects.requireNonNull(begun).join();
        } catch (CompletionException e) {
            return Ending.error("[lint]: the suite's files cannot be looked through: "
                    + Objects.requireNonNull(e.getCause()).getClass().getSimpleName());
        }
        if (findings.isEmpty()) {
            return Ending.PASSED;
        }
        first = findings.get(0);
        return Ending.failed(message(findings));
    }

    private static String message(List<LintFinding> findings) {
        // A build repeats the first line only.
        StringBuilder message = new StringBuilder("[lint]: ")
                .append(findings.size())
                .append(findings.size() == 1 ? " piece" : " pieces")
                .append(" of personal data or secrets in the suite's files, first ")
                .append(findings.get(0));
        for (LintFinding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            message.append("\n  ").append(finding);
        }
        if (findings.size() > SHOWN) {
            message.append("\n  and ").append(findings.size() - SHOWN).append(" more");
        }
        return message.append(
                        "\nReplace them by what is nobody's (example.com, 555-0100, a card for tests), or name them under lint.keep in suite.yaml with a reason.")
                .toString();
    }

    @Override
    String kind() {
        return VALUE;
    }

    @Override
    @Nullable
    String file() {
        return first == null ? null : first.file();
    }

    @Override
    int line() {
        return first == null ? 0 : first.line();
    }

    @Override
    public String getDisplayName() {
        return "[" + VALUE + "]";
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.ofNullable(source);
    }
}
