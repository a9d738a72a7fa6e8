package dev.retrial.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The {@link AgentServer} in a process of its own, so that its time is nobody's. */
final class AgentProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private AgentProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static AgentProcess start(Programs programs, long delayMillis) throws IOException {
        Process process = new ProcessBuilder(programs.agentServer(delayMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = printed.readLine();
        if (port == null) {
            throw new IOException("the agent server did not start");
        }
        return new AgentProcess(process, Integer.parseInt(port));
    }

    String url() {
        return "http://127.0.0.1:" + port + "/chat";
    }

    /** How many turns were in flight at most, and how many were answered: {@code {"most":8,"answered":3000}}. */
    String load() throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/load");
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    long answered() throws IOException, InterruptedException {
        String load = load();
        return Long.parseLong(load.substring(load.lastIndexOf(':') + 1, load.length() - 1));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
