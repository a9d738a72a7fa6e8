package dev.retrial.cli;

import dev.retrial.tickets.review.ReviewServer;
import dev.retrial.tickets.review.ReviewSettings;
import dev.retrial.tickets.work.StoredTickets;
import dev.retrial.tickets.work.TicketWork;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retrial review}: the page on which people decide on drafts. */
@Command(
        name = "review",
        description =
                "Serves the page on which people decide on drafts, to this machine only, until it is stopped (Ctrl+C).",
        mixinStandardHelpOptions = true)
final class ReviewCommand extends TicketCommand {

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port on the loopback address (default: any that is free).")
    private int port;

    ReviewCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 65_535) {
            throw wrong("--port takes a number from 0 (any that is free) to 65535");
        }
        TicketWork work = work();
        try (ReviewServer server =
                ReviewServer.start(new ReviewSettings(suite(), workPath(), port, StoredTickets.of(work)))) {
            out().println("Review: " + server.uri());
            out().println(
                            "Only this machine can open it, and only with this address. Stop it with Ctrl+C; what was decided is saved.");
            out().flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.GREEN;
    }
}
