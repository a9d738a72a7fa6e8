package dev.retrial.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The set-ups of {@code docs/ci.md} from their first job to their last: their own shell lines on a repository with a suite, whose record they keep and whose changes they judge.
 *
 * <p>What a service would do around them is played: checkouts, expressions, artifacts, the comment.
 */
class RecipeRunsTest {

    private static final String BASELINE = "src/test/resources/evals/baseline.json";
    private static final String LATE = "Our window is 60 days.";

    @TempDir
    private Path root;

    private Workplace workplace;

    @BeforeEach
    void open() throws Exception {
        for (String tool : List.of("/bin/bash", "/usr/bin/git", "/usr/bin/jq", "/usr/bin/curl")) {
            assumeTrue(
                    Files.exists(Path.of(tool)) || System.getenv("CI") != null,
                    "the recipes need " + tool + ": apt-get install git jq curl");
        }
        workplace = new Workplace(root);
    }

    private GitHubJobs github(String workflow, String branch) throws Exception {
        return new GitHubJobs(workplace, workflow, branch, artifacts(branch));
    }

    @Test
    void on_GitHub_the_night_keeps_a_record_and_a_change_is_held_against_it() throws Exception {
        workplace.program("gh", """
                for argument; do case "$argument" in body=@*) cp "${argument#body=@}" "$0.body" ;; esac; done
                case "$*" in *body=@*) echo "$*" >> "$0.log" ;; esac""");
        Path comment = root.resolve("bin/gh.body");

        GitHubJobs.Ended night = github("The record, every night", "main").run("record");
        assertThat(night.result()).as(night.said()).isEqualTo("success");
        assertThat(workplace.onMain(BASELINE)).contains("\"case-3\"", "\"runs\":\"P\"");
        GitHubJobs.Ended next = github("The record, every night", "main").run("record");
        assertThat(next.result()).as(next.said()).isEqualTo("success");
        assertThat(workplace.onMain(BASELINE)).contains("\"runs\":\"PP\"");

        GitHubJobs.Ended innocent = github(
                        "The gate on pull requests", workplace.branchWhere(1, "It is 30 days, as ever."))
                .run("gate");
        assertThat(innocent.result()).as(innocent.said()).isEqualTo("success");
        assertThat(innocent.summary()).contains("Green: No worse than main, as far as 3 cells tell.");
        assertThat(comment).content().contains("Green: No worse than main");

        GitHubJobs.Ended worse = github("The gate on pull requests", workplace.branchWhere(2, LATE))
                .run("gate");
        assertThat(worse.result()).as(worse.said()).isEqualTo("failure");
        assertThat(worse.said()).contains("::error file=src/test/resources/evals/cases/case-2.yaml");
        assertThat(worse.checkout().resolve("target/retrial-report.html")).isNotEmptyFile();
        assertThat(comment).content().contains("Red: 1 cell", "case-2", "60 days");
        assertThat(root.resolve("bin/gh.log"))
                .content()
                .contains("repos/acme/shop/issues/7/comments -F body=@target/comment.md");
    }

    @Test
    void on_GitHub_shards_are_put_together_what_is_in_doubt_is_tried_again_and_one_that_is_missing_is_never_green()
            throws Exception {
        assertThat(github("The record, every night", "main").run("record").result())
                .isEqualTo("success");

        GitHubJobs.Ended worse = shards(workplace.branchWhere(2, LATE));
        assertThat(worse.result()).as(worse.said()).isEqualTo("failure");
        assertThat(worse.said()).contains("Try it again: 0", "Decide: 1");
        assertThat(worse.checkout().resolve("target/comment.md")).content().contains("Red: 1 cell", "case-2");

        String branch = workplace.branchWhere(1, "It is 30 days, as ever.");
        GitHubJobs.Ended innocent = shards(branch);
        assertThat(innocent.result()).as(innocent.said()).isEqualTo("success");
        assertThat(innocent.checkout().resolve("target/comment.md")).content().contains("Green: No worse than main");

        Files.move(artifacts(branch).resolve("shard-3"), root.resolve("lost"));
        GitHubJobs.Ended incomplete =
                github("Shards", branch).where("needs.shard.result", "failure").run("gate");
        assertThat(incomplete.result()).as(incomplete.said()).isEqualTo("failure");
        assertThat(incomplete.said()).contains("Decide: 1");
        assertThat(incomplete.checkout().resolve("target/comment.md"))
                .content()
                .contains("Inconclusive")
                .doesNotContain("Green");
    }

    /** The workflow, in whose shards a cell that fails is no failure, since that is decided later. */
    private GitHubJobs.Ended shards(String branch) throws Exception {
        GitHubJobs jobs = github("Shards", branch);
        for (int shard = 1; shard <= 3; shard++) {
            GitHubJobs.Ended ended =
                    jobs.where("matrix.shard", Integer.toString(shard)).run("shard");
            assertThat(ended.result()).as(ended.said()).isEqualTo("success");
        }
        return jobs.where("needs.shard.result", "success").run("gate");
    }

    private Path artifacts(String branch) throws IOException {
        return Files.createDirectories(root.resolve("artifacts-" + branch));
    }

    @Test
    void on_GitLab_jobs_share_the_suite_and_the_merge_request_gets_one_note() throws Exception {
        JsonNode pipeline = Recipe.yaml("GitLab CI");
        assertThat(script(pipeline, "record", "script")).contains("git push");
        Map<String, String> service = new HashMap<>(Map.of(
                "GITLAB_CI", "true",
                "PUSH_TOKEN", "t0ken",
                "NOTES_TOKEN", "n0tes",
                "CI_SERVER_HOST", "gitlab.example.com",
                "CI_PROJECT_PATH", "acme/shop",
                "CI_PROJECT_ID", "42",
                "CI_MERGE_REQUEST_IID", "7",
                "CI_DEFAULT_BRANCH", "main"));
        service.put("GIT_CONFIG_COUNT", "1");
        service.put("GIT_CONFIG_KEY_0", "url." + workplace.origin() + ".insteadOf");
        service.put("GIT_CONFIG_VALUE_0", "https://evals:t0ken@gitlab.example.com/acme/shop.git");
        workplace.shell(workplace.checkout("main"), service, script(pipeline, "record", "script"));
        assertThat(workplace.onMain(BASELINE)).contains("\"runs\":\"P\"");

        List<String> notes = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/projects/42/merge_requests/7/notes", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean told = "n0tes".equals(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"));
            byte[] answer = (exchange.getRequestMethod().equals("GET") && !notes.isEmpty()
                            ? "[{\"id\": 5, \"body\": \"mine\"}, {\"id\": 77, \"body\": \"<!-- retrial:src_test_resources_evals -->\"}]"
                            : "[]")
                    .getBytes(UTF_8);
            if (!exchange.getRequestMethod().equals("GET")) {
                notes.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath() + " " + URLDecoder.decode(body, UTF_8));
            }
            exchange.sendResponseHeaders(told ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            service.put(
                    "CI_API_V4_URL", "http://localhost:" + server.getAddress().getPort());
            assertThat(gitlab(pipeline, service, workplace.branchWhere(1, "It is 30 days, as ever.")))
                    .isZero();
            assertThat(gitlab(pipeline, service, workplace.branchWhere(2, LATE)))
                    .isNotZero();
        } finally {
            server.stop(0);
        }
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0))
                .startsWith("POST /projects/42/merge_requests/7/notes body=<!-- retrial:src_test_resources_evals -->")
                .contains("Green: No worse than main");
        assertThat(notes.get(1))
                .startsWith("PUT /projects/42/merge_requests/7/notes/77 body=")
                .contains("case-2");
    }

    /** How the job of the gate ends behind three jobs that share the suite. */
    private int gitlab(JsonNode pipeline, Map<String, String> service, String branch) throws Exception {
        Path gate = workplace.checkout(branch);
        int jobs = pipeline.get("evals").get("parallel").asInt();
        for (int job = 1; job <= jobs; job++) {
            Path checkout = workplace.checkout(branch);
            Map<String, String> node = new HashMap<>(service);
            node.put("CI_NODE_INDEX", Integer.toString(job));
            node.put("CI_NODE_TOTAL", Integer.toString(jobs));
            workplace.shell(checkout, node, script(pipeline, "evals", "script"));
            Path kept = Path.of(
                    pipeline.get("evals").get("artifacts").get("paths").get(0).asText());
            Workplace.copy(checkout.resolve(kept), gate.resolve(kept));
        }
        Workplace.Ran ran = workplace.run(gate, service, script(pipeline, "gate", "script"));
        workplace.shell(gate, service, script(pipeline, "gate", "after_script"));
        assertThat(gate.resolve("gl-code-quality-report.json")).isNotEmptyFile();
        return ran.code();
    }

    private static String script(JsonNode pipeline, String job, String key) {
        StringBuilder lines = new StringBuilder();
        pipeline.get(job).get(key).forEach(line -> lines.append(line.asText()).append('\n'));
        return lines.toString();
    }

    @Test
    void on_Jenkins_main_is_recorded_and_a_change_request_is_gated() throws Exception {
        List<String> scripts = Recipe.named("Jenkins").scripts();
        assertThat(scripts).hasSize(7);
        String post = scripts.get(6);

        Path main = workplace.checkout("main");
        for (String script : scripts.subList(1, 6)) {
            workplace.shell(main, Map.of(), script);
        }
        assertThat(workplace.onMain(BASELINE)).contains("\"runs\":\"P\"");
        workplace.shell(main, Map.of(), post);

        Path change = workplace.checkout(workplace.branchWhere(2, LATE));
        assertThat(workplace.run(change, Map.of(), scripts.get(0)).code()).isNotZero();
        workplace.shell(change, Map.of(), post);
        assertThat(change.resolve("target/comment.md")).content().contains("Red: 1 cell");
    }
}
