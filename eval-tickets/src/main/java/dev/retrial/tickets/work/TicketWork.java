package dev.retrial.tickets.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** What every step works with: a suite, what its team says of its tickets, and where what was read of them is kept. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TicketWork {

    private final Path suite;
    private final TicketSettings settings;
    private final WorkDirectory directory;
    private final StepProgress progress;

    private TicketWork(Path suite, TicketSettings settings, WorkDirectory directory, StepProgress progress) {
        this.suite = suite;
        this.settings = settings;
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * Work on a suite.
     *
     * @param suite the suite's directory, in the source tree
     * @param directory the working directory
     * @param progress hears how far a step is
     * @throws IOException where there is no suite
     * @throws InvalidSettingsException where {@code tickets.yaml} is wrong
     */
    public static TicketWork on(Path suite, Path directory, StepProgress progress)
            throws IOException, InvalidSettingsException {
        if (!Files.isRegularFile(suite.resolve("suite.yaml"))) {
            throw new IOException(suite + ": there is no suite.yaml here; name the suite's directory");
        }
        TicketSettings settings = SettingsFile.read(suite);
        return new TicketWork(suite, settings, WorkDirectory.at(directory), progress);
    }

    Path suite() {
        return suite;
    }

    TicketSettings settings() {
        return settings;
    }

    WorkDirectory directory() {
        return directory;
    }

    TicketStore store() {
        return new TicketStore(directory);
    }

    StepProgress progress() {
        return progress;
    }
}
