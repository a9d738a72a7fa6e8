package dev.retrial.junit;

import dev.retrial.run.Ending;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/**
 * What keeps a suite, or a part of it that was asked for, from being run at all: a red test with a sentence that says what to do.
 *
 * <p>It is a test and not one of JUnit's discovery issues, since one of those stops every other test of the module too; and it is never nothing, since nothing is green.
 */
final class ProblemLeaf extends OfflineLeaf {

    static final String SEGMENT = "problem";

    private final String name;
    private final String message;
    private final boolean red;
    private final @Nullable TestSource source;

    private ProblemLeaf(UniqueId id, String name, String message, boolean red, @Nullable TestSource source) {
        super(id);
        this.name = name;
        this.message = message;
        this.red = red;
        this.source = source;
    }

    /** What fails the build. */
    static ProblemLeaf red(UniqueId id, String name, String message, @Nullable TestSource source) {
        return new ProblemLeaf(id, name, message, true, source);
    }

    /** What is only worth seeing. */
    static ProblemLeaf skipped(UniqueId id, String name, String message, @Nullable TestSource source) {
        return new ProblemLeaf(id, name, message, false, source);
    }

    @Override
    Ending run() {
        return Ending.error(message);
    }

    @Override
    String kind() {
        return SEGMENT;
    }

    @Override
    @Nullable
    String skips() {
        return red ? null : message;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.ofNullable(source);
    }
}
