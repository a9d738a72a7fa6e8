package dev.retrial.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the jobs of a workflow as GitHub Actions does: step by step, with what its expressions stand for, and with artifacts. */
final class GitHubJobs {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ ([^}]*) }}");

    private final Workplace workplace;
    private final JsonNode jobs;
    private final String branch;
    private final Path artifacts;
    private final Map<String, String> values = new HashMap<>();

    GitHubJobs(Workplace workplace, String workflow, String branch, Path artifacts) throws IOException {
        this.workplace = workplace;
        this.jobs = Recipe.yaml(workflow).get("jobs");
        this.branch = branch;
        this.artifacts = artifacts;
        values.put("secrets.AGENT_TOKEN", "s3cret");
        values.put("github.token", "t0ken");
        values.put("github.repository", "acme/shop");
        values.put("github.event.pull_request.number", "7");
    }

    /** Says what an expression stands for. */
    GitHubJobs where(String expression, String value) {
        values.put(expression, value);
        return this;
    }

    /**
     * Runs a job in a fresh checkout.
     *
     * @return how it ended
     */
    Ended run(String job) throws Exception {
        Path checkout = workplace.checkout(branch);
        List<String> said = new ArrayList<>();
        boolean failed = false;
        for (JsonNode step : jobs.get(job).get("steps")) {
            String condition = step.path("if").asText("");
            assertThat(condition).isIn("", "always()");
            if (failed && condition.isEmpty()) {
                continue;
            }
            String uses = step.path("uses").asText("");
            if (uses.startsWith("actions/upload-artifact")) {
                keep(checkout, step.get("with"));
            } else if (uses.startsWith("actions/download-artifact")) {
                fetch(checkout, step.get("with"));
            } else if (step.has("run")) {
                Workplace.Ran ran = workplace.run(
                        checkout,
                        environment(step, checkout),
                        filled(step.get("run").asText()));
                said.add(step.path("name").asText("run") + ": " + ran.code() + "\n" + ran.said());
                failed |= ran.code() != 0 && !step.path("continue-on-error").asBoolean();
            }
        }
        return new Ended(failed ? "failure" : "success", checkout, String.join("\n", said));
    }

    private Map<String, String> environment(JsonNode step, Path checkout) {
        Map<String, String> environment = new HashMap<>();
        environment.put("GITHUB_ACTIONS", "true");
        environment.put(
                "GITHUB_STEP_SUMMARY",
                checkout.resolveSibling(checkout.getFileName() + ".summary").toString());
        step.path("env")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), filled(entry.getValue().asText())));
        return environment;
    }

    private void keep(Path checkout, JsonNode with) throws IOException {
        String path = with.get("path").asText().strip();
        // Of several paths the least directory that has them all is kept; no recipe reads those again.
        if (!path.contains("\n")) {
            Workplace.copy(
                    checkout.resolve(path),
                    artifacts.resolve(filled(with.get("name").asText())));
        }
    }

    private void fetch(Path checkout, JsonNode with) throws IOException {
        String prefix = with.get("pattern").asText().replace("*", "");
        try (Stream<Path> all = Files.list(artifacts)) {
            for (Path artifact : all.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Workplace.copy(
                        artifact,
                        checkout.resolve(with.get("path").asText())
                                .resolve(artifact.getFileName().toString()));
            }
        }
    }

    private String filled(String text) {
        Matcher expression = EXPRESSION.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (expression.find()) {
            String value = values.get(expression.group(1));
            assertThat(value).as(expression.group()).isNotNull();
            expression.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return expression.appendTail(filled).toString();
    }

    /**
     * How a job ended.
     *
     * @param result as {@code needs.job.result} has it
     * @param checkout where it ran
     * @param said what its steps printed
     */
    record Ended(String result, Path checkout, String said) {

        /** What it wrote into the step's summary. */
        String summary() throws IOException {
            return Files.readString(checkout.resolveSibling(checkout.getFileName() + ".summary"));
        }
    }
}
