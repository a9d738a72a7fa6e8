package dev.retrial.agent.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, but only so many bytes of it: beyond that it is {@link #TOO_LARGE} and the connection is dropped. */
final class LimitedBody implements BodySubscriber<byte[]> {

    /** Stands for a body that is too large; told by identity. */
    static final byte[] TOO_LARGE = {};

    private static final byte[] NOTHING = {};

    private final long limit;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final List<ByteBuffer> received = new ArrayList<>(2);
    private long size;
    private Flow.@Nullable Subscription subscription;

    LimitedBody(long limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription != null) {
            given.cancel();
            return;
        }
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (body.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            size += buffer.remaining();
            received.add(buffer);
        }
        if (size > limit) {
            received.clear();
            if (subscription != null) {
                subscription.cancel();
            }
            body.complete(TOO_LARGE);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        received.clear();
        body.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        if (body.isDone()) {
            return;
        }
        if (size == 0) {
            body.complete(NOTHING);
            return;
        }
        byte[] bytes = new byte[(int) size];
        int at = 0;
        for (ByteBuffer buffer : received) {
            int length = buffer.remaining();
            buffer.get(bytes, at, length);
            at += length;
        }
        body.complete(bytes);
    }
}
