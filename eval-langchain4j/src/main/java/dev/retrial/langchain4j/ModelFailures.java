package dev.retrial.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.RetriableException;
import dev.retrial.agent.AgentFailure;
import dev.retrial.agent.AgentFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/** What an exception of a model means for trying again. Messages of these exceptions hold the endpoint's answer, so they are not repeated. */
final class ModelFailures {

    private static final int DEEPEST = 16;

    private ModelFailures() {}

    /** The failure that it stands for, or the exception itself where nothing is known about it. */
    static RuntimeException of(RuntimeException thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            AgentFailure failure = known(cause, thrown);
            if (failure != null) {
                return failure;
            }
            cause = cause.getCause();
        }
        if (thrown instanceof ContentFilteredException) {
            return failure(Kind.HOPELESS, "the model's provider filtered the content out", thrown);
        }
        if (thrown instanceof RateLimitException) {
            return failure(Kind.NOT_WORKED_ON, "the model's provider refused: too many requests", thrown);
        }
        if (thrown instanceof NonRetriableException || thrown instanceof RetriableException) {
            Kind kind = thrown instanceof NonRetriableException ? Kind.HOPELESS : Kind.MAY_HAVE_WORKED;
            return failure(kind, "the model failed with " + thrown.getClass().getSimpleName(), thrown);
        }
        return thrown;
    }

    private static @Nullable AgentFailure known(Throwable cause, RuntimeException thrown) {
        if (cause instanceof AgentFailure failure) {
            return failure;
        }
        if (cause instanceof HttpException http) {
            int status = http.statusCode();
            Kind kind = status == 429 ? Kind.NOT_WORKED_ON : status >= 500 ? Kind.MAY_HAVE_WORKED : Kind.HOPELESS;
            return failure(kind, "the model's endpoint answered " + status + advice(status), thrown);
        }
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException) {
            return failure(
                    Kind.NOT_WORKED_ON,
                    "cannot connect to the model's endpoint; check `base-url` and that it runs",
                    thrown);
        }
        if (cause instanceof JsonProcessingException) {
            return failure(
                    Kind.HOPELESS, "the model's endpoint sent JSON that cannot be read; check `base-url`", thrown);
        }
        if (cause instanceof IOException) {
            return failure(
                    Kind.MAY_HAVE_WORKED,
                    "the connection to the model's endpoint broke ("
                            + cause.getClass().getSimpleName() + ")",
                    thrown);
        }
        return null;
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "; check the `api-key`";
            case 404 -> "; check `base-url` and `model`";
            default -> "";
        };
    }

    private static AgentFailure failure(Kind kind, String message, RuntimeException cause) {
        return new AgentFailure(kind, message, null, cause);
    }
}
