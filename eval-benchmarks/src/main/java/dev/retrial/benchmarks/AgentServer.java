package dev.retrial.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The agent under test: one thread, keep-alive, an answer made ahead of time into which only the order's number is
 * copied, so that on a small machine it takes next to nothing from what is measured.
 *
 * <p>{@code POST} on any path is a turn, answered after the delay. {@code GET} tells how many turns were in flight at most
 * and how many were answered. A turn is in flight from its last byte's arrival until
 * its answer is written.
 */
final class AgentServer implements AutoCloseable {

    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final byte[] CONTENT_LENGTH = ascii("\r\ncontent-length:");
    private static final byte[] ASKED_ORDER = ascii("order A-");
    private static final byte[] ANSWERED_ORDER = ascii("A-000000");

    private final ServerSocketChannel listener;
    private final Selector selector;
    private final long delayNanos;
    private final byte[] answer;
    private final int[] ordersInAnswer;
    private final Queue<Client> waiting = new ArrayDeque<>();
    private int inFlight;
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();

    private AgentServer(long delayMillis) throws IOException {
        delayNanos = delayMillis * 1_000_000;
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        answer = response("""
                {"reply":"Your order A-000000 was delivered on 2 March 2026. You may send it back until 1 April 2026; \
                the label is in your account under Returns, and the refund follows within five working days.",\
                "tool_calls":[{"name":"lookup_order","arguments":{"order_id":"A-000000"},\
                "result":{"order_id":"A-000000","status":"delivered","delivered_on":"2026-03-02","amount":89.0}}],\
                "usage":{"input":412,"output":57}}""");
        ordersInAnswer = allOf(ANSWERED_ORDER, answer);
    }

    /**
     * Serves until the process ends; the first line printed is the port.
     *
     * @param arguments the delay of each answer in milliseconds; 0 when left out
     */
    public static void main(String[] arguments) throws IOException {
        try (AgentServer server = new AgentServer(arguments.length == 0 ? 0 : Long.parseLong(arguments[0]))) {
            System.out.println(server.port());
            server.serve();
        }
    }

    /** Serves from a thread of this JVM, for tests. */
    static AgentServer inThisJvm(long delayMillis) throws IOException {
        AgentServer server = new AgentServer(delayMillis);
        Thread thread = new Thread(
                () -> {
                    try {
                        server.serve();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "agent-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    long answered() {
        return answered.get();
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        selector.close();
    }

    private void serve() throws IOException {
        while (selector.isOpen()) {
            selector.select(millisToNextAnswer());
            if (!selector.isOpen()) {
                return;
            }
            for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                SelectionKey key = keys.next();
                keys.remove();
                if (key.isAcceptable()) {
                    accept();
                } else if (key.attachment() instanceof Client client && !client.read()) {
                    key.channel().close();
                }
            }
            long now = System.nanoTime();
            for (Client next = waiting.peek(); next != null && next.dueNanos - now <= 0; next = waiting.peek()) {
                waiting.remove();
                next.answerTurn();
            }
        }
    }

    /** Zero, for the selector, means for ever. */
    private long millisToNextAnswer() {
        Client next = waiting.peek();
        return next == null ? 0 : Math.max(1, (next.dueNanos - System.nanoTime() + 999_999) / 1_000_000);
    }

    private void accept() throws IOException {
        SocketChannel channel = listener.accept();
        if (channel == null) {
            return;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.register(selector, SelectionKey.OP_READ, new Client(channel));
    }

    /** One connection, with at most one request at a time, as HTTP/1.1 clients without pipelining send them. */
    private final class Client {

        private final SocketChannel channel;
        private final ByteBuffer request = ByteBuffer.allocate(32 * 1024);
        private final byte[] ownAnswer = answer.clone();
        private long dueNanos;

        Client(SocketChannel channel) {
            this.channel = channel;
        }

        /** False when the connection is over. */
        boolean read() {
            try {
                if (channel.read(request) < 0) {
                    return false;
                }
                int length = completeRequest();
                if (length > 0) {
                    handle(length);
                } else if (!request.hasRemaining()) {
                    throw new IOException("a request is larger than " + request.capacity() + " bytes");
                }
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        /** The length of the request, or 0 while its end has not come. */
        private int completeRequest() {
            byte[] bytes = request.array();
            int endOfHead = indexOf(END_OF_HEAD, bytes, 0, request.position());
            if (endOfHead < 0) {
                return 0;
            }
            int bodyStart = endOfHead + END_OF_HEAD.length;
            int contentLength = indexOf(CONTENT_LENGTH, bytes, 0, endOfHead);
            int length = bodyStart + (contentLength < 0 ? 0 : number(bytes, contentLength + CONTENT_LENGTH.length));
            return length <= request.position() ? length : 0;
        }

        private void handle(int length) {
            byte[] bytes = request.array();
            request.clear();
            if (bytes[0] == 'P') {
                int asked = indexOf(ASKED_ORDER, bytes, 0, length);
                if (asked >= 0) {
                    int order = asked + "order ".length();
                    for (int place : ordersInAnswer) {
                        System.arraycopy(bytes, order, ownAnswer, place, ANSWERED_ORDER.length);
                    }
                }
                inFlight++;
                mostInFlight.set(Math.max(mostInFlight.get(), inFlight));
                if (delayNanos == 0) {
                    answerTurn();
                } else {
                    dueNanos = System.nanoTime() + delayNanos;
                    waiting.add(this);
                }
            } else {
                write(response("{\"most\":" + mostInFlight + ",\"answered\":" + answered + "}"));
            }
        }

        private void answerTurn() {
            inFlight--;
            answered.incrementAndGet();
            write(ownAnswer);
        }

        private void write(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer); // an answer is smaller than any socket buffer, so this does not spin
                }
            } catch (IOException gone) {
                request.clear(); // the client went away; the selector reports the end of its connection
            }
        }
    }

    private static byte[] response(String json) {
        return ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int number(byte[] bytes, int start) {
        int at = start;
        while (bytes[at] == ' ') {
            at++;
        }
        int number = 0;
        for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    private static int[] allOf(byte[] part, byte[] whole) {
        int[] places = new int[8];
        int count = 0;
        for (int at = indexOf(part, whole, 0, whole.length); at >= 0; at = indexOf(part, whole, at + 1, whole.length)) {
            places[count++] = at;
        }
        return Arrays.copyOf(places, count);
    }

    /** Case is ignored in letters, since header names may come in either. */
    private static int indexOf(byte[] part, byte[] whole, int from, int to) {
        for (int start = from; start <= to - part.length; start++) {
            int same = 0;
            while (same < part.length && lower(whole[start + same]) == lower(part[same])) {
                same++;
            }
            if (same == part.length) {
                return start;
            }
        }
        return -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
}
