package dev.retrial.tickets.review;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.retrial.tickets.draft.CaseEdits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page on which drafts are reviewed, on the loopback address only, until it is closed.
 *
 * <p>{@code docs/review.md} says what guards it. Nothing it holds leaves the machine, and no error or line of it carries a ticket's text.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReviewServer implements Closeable {

    /** What a request may bring: a case of the largest size, each of its characters escaped. */
    static final int BODY_LIMIT = 8 * 1024 * 1024;

    private static final int THREADS = 4;
    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Access access;
    private final Review review;

    private ReviewServer(HttpServer server, ExecutorService threads, Access access, Review review) {
        this.server = server;
        this.threads = threads;
        this.access = access;
        this.review = review;
    }

    /**
     * Starts to serve; what a crash has left undone of earlier decisions is carried out first.
     *
     * @throws IOException where the suite cannot be read, somebody reviews it at the moment, or the port is taken
     */
    public static ReviewServer start(ReviewSettings settings) throws IOException {
        CaseEdits edits = CaseEdits.open(settings.suite(), settings.work());
        HttpServer server = null;
        try {
            Review review = Review.of(settings, edits);
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port()), 0);
            AtomicInteger number = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "retrial-review-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            ReviewServer started = new ReviewServer(
                    server, threads, Access.onPort(server.getAddress().getPort()), review);
            server.setExecutor(threads);
            server.createContext("/", started::answer);
            server.start();
            return started;
        } catch (IOException | RuntimeException | Error e) {
            if (server != null) {
                server.stop(0);
            }
            edits.close();
            throw e;
        }
    }

    /** Where the page is, with the token: for whoever started it, and nobody else. */
    public URI uri() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + "/?token=" + access.token());
    }

    /** Stops; what has been decided is on the disk already. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdown();
        review.close();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders());
            send(exchange, answer(request, exchange.getRequestBody()));
        } catch (IOException e) {
            // The browser is gone; there is nobody to tell.
        }
    }

    private Answer answer(Request request, InputStream body) {
        Answer refused = access.refusal(request);
        if (refused != null) {
            return refused;
        }
        try {
            byte[] read = request.isWrite() ? bytes(body) : new byte[0];
            return read == null ? Answer.error(413, "This is too large.") : review.answer(request, read);
        } catch (IOException e) {
            // Our own sentences, or the file system's, which name files and no text.
            return Answer.error(500, "This could not be done: " + e.getMessage());
        } catch (RuntimeException e) {
            return Answer.error(500, "This could not be done (" + e.getClass().getSimpleName() + ").");
        }
    }

    /** The body, or null where it is too large. */
    private static byte @Nullable [] bytes(InputStream body) throws IOException {
        byte[] read = body.readNBytes(BODY_LIMIT + 1);
        return read.length > BODY_LIMIT ? null : read;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy());
        headers.set("X-Frame-Options", "DENY");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
