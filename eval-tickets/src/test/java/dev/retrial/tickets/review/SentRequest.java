package dev.retrial.tickets.review;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request over a plain socket, with what our page sends unless it is said otherwise. */
final class SentRequest {

    private static final Pattern VERSION = Pattern.compile("\"version\":\"([0-9a-f]+)\"");

    private final List<String[]> headers = new ArrayList<>();
    private final URI uri;
    private final String method;
    private final String path;
    private final String body;

    SentRequest(URI uri, String method, String path, String body) {
        this.uri = uri;
        this.method = method;
        this.path = path;
        this.body = body;
        with("Host", uri.getAuthority()).with("Retrial-Token", token(uri));
        if (method.equals("POST")) {
            with("Origin", "http://" + uri.getAuthority()).with("Content-Type", "application/json");
        }
    }

    static SentRequest get(URI uri, String path) {
        return new SentRequest(uri, "GET", path, "");
    }

    static SentRequest post(URI uri, String path, String body) {
        return new SentRequest(uri, "POST", path, body);
    }

    static String token(URI uri) {
        return uri.getQuery().substring("token=".length());
    }

    /** A decision on a draft as it is now. */
    static String decision(URI uri, String id, String more) throws IOException {
        Matcher version = VERSION.matcher(get(uri, "/api/draft?id=" + id).send());
        if (!version.find()) {
            throw new IOException("no such draft");
        }
        return "{\"id\":\"" + id + "\",\"version\":\"" + version.group(1) + "\"" + more + "}";
    }

    /** A text as JSON has it. */
    static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    SentRequest with(String name, String value) {
        without(name);
        headers.add(new String[] {name, value});
        return this;
    }

    SentRequest without(String name) {
        headers.removeIf(header -> header[0].equals(name));
        return this;
    }

    /** The answer, with its head. */
    String send() throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header[0] + ": " + header[1] + "\r\n"));
        head.append("Connection: close\r\nContent-Length: " + content.length + "\r\n\r\n");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.UTF_8));
            out.write(content);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
