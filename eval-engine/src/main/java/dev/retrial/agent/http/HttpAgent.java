package dev.retrial.agent.http;

import com.fasterxml.jackson.core.JsonPointer;
import dev.retrial.agent.AgentClient;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import dev.retrial.agent.Answer;
import dev.retrial.agent.Conversation;
import dev.retrial.agent.Environment;
import dev.retrial.agent.Opening;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ScopedCheck;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * An agent behind a URL: one client for the run, one POST for each message.
 *
 * <p>What a status or a broken connection means for trying again is decided here; that it is tried again is not.
 */
final class HttpAgent implements AgentClient {

    private static final long LARGEST_ANSWER_BYTES = 32L << 20;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /**
     * The client's own tasks run on whichever thread makes them, mostly its selector: they are short, since bodies are only collected,
     * and handing each to a pool costs more than doing it.
     */
    private static final Executor IN_PLACE = Runnable::run;

    private final HttpSettings settings;
    private final Environment environment;

    private volatile @Nullable Line line;

    /** Whether some answer was read, and whether some answer had a place for calls, even an empty one. */
    private volatile boolean answered;

    private volatile boolean callsTold;

    HttpAgent(HttpSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Makes what the conversations share while the run opens its results: the JDK loads hundreds of classes for it. */
    void getReady() {
        Thread thread = new Thread(this::makeLineUnlessBroken, "retrial-http");
        thread.setDaemon(true);
        thread.start();
    }

    private void makeLineUnlessBroken() {
        try {
            line();
        } catch (AgentFailure e) {
            // Every conversation will say so.
        }
    }

    /**
     * What the conversations share.
     *
     * @param request the requests
     * @param client what sends them
     */
    private record Line(BoundRequest request, HttpClient client) {}

    @Override
    public Conversation open(Opening opening) {
        return new HttpConversation(this, line().request(), opening);
    }

    private Line line() {
        Line known = line;
        return known == null ? makeLine() : known;
    }

    private synchronized Line makeLine() {
        Line made = line;
        if (made == null) {
            BoundRequest request = BoundRequest.of(settings, environment);
            made = new Line(request, client(request));
            line = made;
        }
        return made;
    }

    private static HttpClient client(BoundRequest request) {
        // HTTP/1.1: an upgrade to HTTP/2 costs a round trip and its classes, and most agents do not speak it without
        // TLS.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .executor(IN_PLACE);
        if (request.isPlain()) {
            builder.sslContext(new PlainHttp());
        }
        return builder.build();
    }

    @Override
    public boolean endsWhenInterrupted() {
        return true;
    }

    @Override
    public boolean tellsCalls() {
        return settings.reader().toolCalls() != null;
    }

    /** That cases promise a world or a clock which the request does not send is said where the suite is read. */
    @Override
    public List<String> warnings(List<EvalCase> cases) {
        if (tellsCalls()) {
            return List.of();
        }
        String who = whoExpectsCalls(cases);
        return who == null
                ? List.of()
                : List.of(who
                        + " tool calls or none, but `agent.response` has no `tool-calls`, so that is not applicable");
    }

    /** An agent that calls nothing may leave the place out; a pointer that is wrong looks the same, and lets every `never` pass. */
    @Override
    public List<String> remarks(List<EvalCase> cases) {
        JsonPointer pointer = settings.reader().toolCalls();
        if (pointer == null || !answered || callsTold) {
            return List.of();
        }
        String who = whoExpectsCalls(cases);
        return who == null
                ? List.of()
                : List.of(who + " tool calls or none, and no answer of this run had anything at " + pointer
                        + " (`agent.response.tool-calls`), so each was held against no call at all; if the agent does"
                        + " call tools, correct the pointer");
    }

    /** The subject of a sentence; null where no case does. */
    private static @Nullable String whoExpectsCalls(List<EvalCase> cases) {
        String first = null;
        int count = 0;
        for (EvalCase evalCase : cases) {
            if (expectsCalls(evalCase)) {
                first = first == null ? evalCase.id() : first;
                count++;
            }
        }
        if (first == null) {
            return null;
        }
        return count == 1 ? "the case " + first + " expects" : count + " cases, " + first + " among them, expect";
    }

    private static boolean expectsCalls(EvalCase evalCase) {
        for (ScopedCheck check : evalCase.expect()) {
            if (check.kind().equals("tools")) {
                return true;
            }
        }
        return false;
    }

    /** Sends one request and reads its answer. */
    @SuppressWarnings("ReferenceEquality") // The mark of a body that was too large is that very array.
    Answer exchange(HttpRequest request) throws InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = line().client().send(request, BodyOf.ANSWER);
        } catch (IOException e) {
            throw failure(e, request);
        }
        int status = response.statusCode();
        if (status / 100 != 2) {
            throw Refusal.of(status, response.headers());
        }
        byte[] body = response.body();
        if (body == LimitedBody.TOO_LARGE) {
            throw new AgentFailure(
                    Kind.HOPELESS,
                    "the agent's answer is larger than " + (LARGEST_ANSWER_BYTES >> 20) + " MiB; it was not read");
        }
        AnswerReader.Read read = settings.reader()
                .read(body, response.headers().firstValue("content-type").orElse(null));
        if (!callsTold) {
            answered = true;
            callsTold = read.callsTold();
        }
        return read.answer();
    }

    /** Without the exception as a cause: its stack is the JDK's and would hide the sentence. */
    private static AgentFailure failure(IOException thrown, HttpRequest request) {
        String host = BoundRequest.origin(request.uri());
        if (thrown instanceof HttpConnectTimeoutException) {
            return refused("cannot connect to " + host + " within " + CONNECT_LIMIT.toSeconds() + " s");
        }
        if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
            boolean unresolved = thrown.getCause() instanceof UnresolvedAddressException
                    || (thrown.getCause() != null
                            && thrown.getCause().getCause() instanceof UnresolvedAddressException);
            return refused(
                    unresolved
                            ? "cannot connect to " + host + ": the name of the host is not known; check `agent.url`"
                            : "cannot connect to " + host + ": connection refused; is the agent running there?");
        }
        if (thrown instanceof SSLException) {
            return new AgentFailure(
                    Kind.HOPELESS,
                    "no secure connection to " + host + " (" + thrown.getClass().getSimpleName()
                            + "); check the certificate and `agent.url`");
        }
        return new AgentFailure(
                Kind.MAY_HAVE_WORKED,
                "the connection to " + host + " broke before the answer was complete ("
                        + thrown.getClass().getSimpleName() + ")");
    }

    private static AgentFailure refused(String message) {
        return new AgentFailure(Kind.NOT_WORKED_ON, message);
    }

    /** Collects the body of an answer that counts and throws any other away. */
    private enum BodyOf implements BodyHandler<byte[]> {
        ANSWER;

        @Override
        public BodySubscriber<byte[]> apply(ResponseInfo info) {
            return info.statusCode() / 100 == 2
                    ? new LimitedBody(LARGEST_ANSWER_BYTES)
                    : BodySubscribers.replacing(LimitedBody.TOO_LARGE);
        }
    }
}
