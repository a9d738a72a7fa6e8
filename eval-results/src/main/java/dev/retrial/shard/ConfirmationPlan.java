package dev.retrial.shard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.baseline.CellKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** What has to be tried again before a merged run can be decided on: as a file for a script, and as the parameters of the runs that do it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ConfirmationPlan {

    /** The version of the format. */
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ConfirmationPlan() {}

    /**
     * Writes what is needed: {@code {"format":1,"cells":[{"case":…,"cohort":…,"attempts":10}],"runs":["-Dretrial.cases=…"]}}; with empty lists where nothing is.
     *
     * @param needs how many attempts of which cells
     */
    public static void write(Path file, Map<CellKey, Integer> needs) throws IOException {
        ObjectNode plan = JSON.createObjectNode();
        plan.put("format", FORMAT);
        ArrayNode cells = plan.putArray("cells");
        needs.forEach((cell, attempts) -> cells.addObject()
                .put("case", cell.caseId())
                .put("cohort", cell.cohort())
                .put("attempts", attempts));
        ArrayNode runs = plan.putArray("runs");
        runs(needs).forEach(runs::add);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n");
    }

    /** The parameters of the runs that make the attempts, one run for each number of attempts; one pass ends a cell green there, since nothing is decided by it. */
    public static List<String> runs(Map<CellKey, Integer> needs) {
        Map<Integer, TreeSet<String>> byAttempts = new TreeMap<>();
        needs.forEach((cell, attempts) ->
                byAttempts.computeIfAbsent(attempts, any -> new TreeSet<>()).add(cell.caseId()));
        List<String> runs = new ArrayList<>();
        byAttempts.forEach((attempts, cases) -> runs.add("-Dretrial.cases=" + String.join(",", cases)
                + " -Dretrial.trials=" + (attempts == 1 ? "1" : "1/" + attempts)));
        return runs;
    }
}
