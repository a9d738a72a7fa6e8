package dev.retrial.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The least that anybody must do: read the same case files, send the same requests through one HTTP client, parse the
 * replies. It checks nothing, writes nothing and knows no JUnit.
 */
final class BareLoop {

    private BareLoop() {}

    /**
     * Runs the loop and prints how many cells were answered.
     *
     * @param arguments the suite's directory, the agent's URL, the concurrency
     */
    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "answered " + run(Path.of(arguments[0]), URI.create(arguments[1]), Integer.parseInt(arguments[2])));
    }

    static int run(Path suite, URI agent, int concurrency) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ObjectMapper json = new ObjectMapper();
        List<CaseTrees.Cohort> cohorts = CaseTrees.cohorts(suite);
        List<Callable<JsonNode>> cells = new ArrayList<>();
        for (CaseTrees.Case aCase : CaseTrees.cases(suite)) {
            for (CaseTrees.Cohort cohort : cohorts) {
                cells.add(() -> json.readTree(
                        TurnRequest.send(client, agent, json, aCase, cohort).body()));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(concurrency);
        try {
            int answered = 0;
            for (Future<JsonNode> answer : threads.invokeAll(cells)) {
                if (answer.get().path("reply").isTextual()) {
                    answered++;
                }
            }
            return answered;
        } finally {
            threads.shutdown();
        }
    }
}
