package acme;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

public class ShopServer implements LauncherSessionListener {
    private HttpServer server;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            int port = Integer.parseInt(System.getenv("AGENT_PORT"));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/chat", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String answer = asked.contains("refund")
                    ? "{\"reply\": \"It is on its way\", \"tool_calls\": [{\"name\": \"issue_refund\","
                            + " \"arguments\": {\"order_id\": \"A-1042\"}, \"result\": \"ok\"}]}"
                    : "{\"reply\": \"Good morning to you\"}";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        server.stop(0);
    }
}
