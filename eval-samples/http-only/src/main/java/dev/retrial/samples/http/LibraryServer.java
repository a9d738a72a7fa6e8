package dev.retrial.samples.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** {@code POST /chat} with {@code conversation} and {@code message}; the answer has {@code reply} and {@code tool_calls}. */
public final class LibraryServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 8;

    private final Map<String, LibraryAgent> conversations = new ConcurrentHashMap<>();

    private LibraryServer() {}

    /** Serves until the process is ended; the argument is the port, 8080 where there is none. */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/chat", new LibraryServer()::chat);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
    }

    private void chat(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request;
            try (InputStream body = exchange.getRequestBody()) {
                request = JSON.readTree(body);
            }
            LibraryAgent agent =
                    conversations.computeIfAbsent(request.path("conversation").asText(), id -> new LibraryAgent());
            byte[] answer =
                    JSON.writeValueAsBytes(agent.answer(request.path("message").asText()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        }
    }
}
