package dev.retrial.junit;

import dev.retrial.run.Ending;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.Problem;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A file that cannot be read: a red test at the line of its first mistake. */
final class BrokenFileLeaf extends OfflineLeaf {

    static final String SEGMENT = "file";

    private final SuiteNode suite;
    private final BrokenFile file;

    BrokenFileLeaf(SuiteNode suite, UniqueId id, BrokenFile file) {
        super(id);
        this.suite = suite;
        this.file = file;
    }

    @Override
    Ending run() {
        return Ending.error(suite.filters().messageOf(file));
    }

    @Override
    String kind() {
        return "broken-file";
    }

    @Override
    String file() {
        return file.problems().get(0).file();
    }

    @Override
    int line() {
        return file.problems().get(0).line();
    }

    @Override
    public String getDisplayName() {
        return suite.filters().nameOf(file) + " [broken file]";
    }

    @Override
    public Optional<TestSource> getSource() {
        Problem first = file.problems().get(0);
        FileSource source = suite.sources().of(first.file());
        if (first.line() <= 0) {
            return Optional.of(source);
        }
        return Optional.of(source.withPosition(
                first.column() > 0
                        ? FilePosition.from(first.line(), first.column())
                        : FilePosition.from(first.line())));
    }
}
