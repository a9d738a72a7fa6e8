package dev.retrial.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The files of a suite as Jackson trees: what the programs that Retrial is measured against read, and no more. */
final class CaseTrees {

    record Case(String id, JsonNode tree) {}

    record Cohort(String id, JsonNode context) {}

    private CaseTrees() {}

    static List<Case> cases(Path suite) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        List<Case> cases = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(suite.resolve("cases"), "*.yaml")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                cases.add(new Case(name.substring(0, name.length() - ".yaml".length()), yaml.readTree(bytes)));
            }
        }
        return cases;
    }

    static List<Cohort> cohorts(Path suite) throws IOException {
        JsonNode tree = new YAMLMapper().readTree(Files.readAllBytes(suite.resolve("cohorts.yaml")));
        List<Cohort> cohorts = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> all =
                        tree.get("cohorts").properties().iterator();
                all.hasNext(); ) {
            Map.Entry<String, JsonNode> cohort = all.next();
            cohorts.add(new Cohort(cohort.getKey(), cohort.getValue().get("context")));
        }
        return cohorts;
    }

    /** Reads every case in a cold JVM and prints how many milliseconds that took: what discovery is measured against. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        int read = cases(Path.of(arguments[0])).size();
        System.out.println(read + " files");
        System.out.println("millis " + (System.nanoTime() - start) / 1e6);
    }
}
