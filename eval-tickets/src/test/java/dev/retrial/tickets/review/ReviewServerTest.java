package dev.retrial.tickets.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in and who is not, over a plain socket, so that nothing tidies up what is sent. */
class ReviewServerTest {

    @TempDir
    private Path directory;

    private ReviewedSuite suite;
    private ReviewServer server;

    @BeforeEach
    void start() throws IOException {
        suite = ReviewedSuite.withDrafts(directory);
        server = ReviewServer.start(suite.settings());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void the_page_and_what_it_asks_are_answered_with_the_token() throws IOException {
        assertThat(get("/?token=" + token()).send()).startsWith("HTTP/1.1 200 ").contains("<title>Review of drafts");
        assertThat(get("/api/queue").send()).startsWith("HTTP/1.1 200 ").contains("\"id\":\"refund\"");
        assertThat(get("/api/draft?id=refund").send())
                .startsWith("HTTP/1.1 200 ")
                .contains("hallucinated the window again");
    }

    @Test
    void the_token_has_at_least_128_bits_and_is_another_each_time() throws IOException {
        String first = token();
        server.close();
        server = ReviewServer.start(suite.settings());

        assertThat(first).hasSizeGreaterThanOrEqualTo(22);
        assertThat(token()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/?token=", "/?token=wrong", "/?other=1", "/api/queue", "/api/draft?id=refund", "/nowhere"})
    void without_the_token_nothing_is_answered(String path) throws IOException {
        String answer = get(path).without("Retrial-Token").send();

        assertThat(answer).startsWith("HTTP/1.1 401 ").doesNotContain("refund", "<script");
    }

    @Test
    void a_wrong_token_is_as_good_as_none() throws IOException {
        String almost = token().substring(1) + (token().startsWith("a") ? "b" : "a");

        assertThat(get("/api/queue").with("Retrial-Token", almost).send()).startsWith("HTTP/1.1 401 ");
        assertThat(get("/api/queue").with("Retrial-Token", "").send()).startsWith("HTTP/1.1 401 ");
        assertThat(get("/api/queue?token=" + token()).without("Retrial-Token").send())
                .startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:PORT", "[::1]:PORT", ""})
    void another_host_is_refused(String host) throws IOException {
        String named = host.replace("PORT", "" + server.uri().getPort());

        assertThat(get("/api/queue").with("Host", named).send()).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void the_address_may_be_written_as_localhost() throws IOException {
        String host = "localhost:" + server.uri().getPort();

        assertThat(get("/api/queue").with("Host", host).send()).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "http://127.0.0.1:1",
                "https://127.0.0.1:PORT",
                "http://localhost:PORT"
            })
    void another_origin_is_refused(String origin) throws IOException {
        String named = origin.replace("PORT", "" + server.uri().getPort());

        assertThat(reject().with("Origin", named).send()).startsWith("HTTP/1.1 403 ");
        assertThat(get("/api/queue").with("Origin", named).send()).startsWith("HTTP/1.1 403 ");
        assertThat(suite.has("cases/drafts/refund.yaml")).isTrue();
    }

    @Test
    void a_write_says_where_it_comes_from() throws IOException {
        assertThat(reject().without("Origin").send()).startsWith("HTTP/1.1 403 ");
        assertThat(suite.has("cases/drafts/refund.yaml")).isTrue();
        assertThat(reject().send()).startsWith("HTTP/1.1 200 ");
        assertThat(suite.has("cases/drafts/refund.yaml")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void what_a_browser_sends_for_another_site_is_refused(String site) throws IOException {
        assertThat(get("/?token=" + token()).with("Sec-Fetch-Site", site).send())
                .startsWith("HTTP/1.1 403 ");
        assertThat(reject().with("Sec-Fetch-Site", site).send()).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void an_address_that_is_typed_opens_the_page_but_writes_nothing() throws IOException {
        assertThat(get("/?token=" + token()).with("Sec-Fetch-Site", "none").send())
                .startsWith("HTTP/1.1 200 ");
        assertThat(reject().with("Sec-Fetch-Site", "none").send()).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"})
    void only_get_and_post_are_answered(String method) throws IOException {
        assertThat(new SentRequest(server.uri(), method, "/api/queue", "").send())
                .startsWith("HTTP/1.1 405 ");
    }

    @Test
    void a_path_is_asked_as_it_is_meant_to_be() throws IOException {
        assertThat(get("/api/reject").send()).startsWith("HTTP/1.1 405 ");
        assertThat(post("/api/queue", "{}").send()).startsWith("HTTP/1.1 405 ");
        assertThat(get("/nowhere").send()).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void a_form_of_another_page_cannot_write() throws IOException {
        assertThat(reject().with("Content-Type", "text/plain").send()).startsWith("HTTP/1.1 415 ");
        assertThat(reject().without("Content-Type").send()).startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../suite.yaml",
                "/..%2fsuite.yaml",
                "/api/../../../etc/passwd",
                "/cases/drafts/refund.yaml",
                "//etc/passwd",
                "/api/draft?id=../suite",
                "/api/draft?id=..%2F..%2Fwork%2Fsecret",
                "/api/draft?id=/etc/passwd",
                "/api/draft?id=drafts/refund",
                "/api/note?id=refund&turn=../1",
                "/api/draft?id=%00",
                "/api/draft?id=%zz",
            })
    void nothing_outside_the_queue_is_read(String path) throws IOException {
        Files.createDirectories(suite.work());
        Files.writeString(suite.work().resolve("secret.yaml"), "title: SECRET");

        String answer = get(path).send();

        assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotContain("SECRET", "root:", "outcomes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../suite", "/etc/passwd", "drafts/refund", "window", "refund.yaml", ""})
    void nothing_outside_the_queue_is_written(String id) throws IOException {
        List<String> before = suite.cases();
        String body = "{\"id\":\"" + id
                + "\",\"version\":\"x\",\"yaml\":\"title: y\",\"reason\":\"other\",\"into\":\"window\",\"confirmed\":true}";

        for (String path : List.of("accept", "save", "reject", "merge", "keep", "check")) {
            assertThat(post("/api/" + path, body).send()).as(path).doesNotStartWith("HTTP/1.1 200");
        }
        assertThat(suite.cases()).isEqualTo(before);
        assertThat(suite.read("suite.yaml")).startsWith("outcomes");
    }

    @Test
    void yaml_that_names_another_file_changes_nothing_but_its_own() throws IOException {
        String yaml = ReviewedSuite.REFUND.replace("title: ", "file: ../../suite.yaml\\nid: window\\ntitle: ");

        String answer = post(
                        "/api/save",
                        decision(
                                "refund",
                                ",\"yaml\":\"" + yaml.replace("\"", "\\\"").replace("\n", "\\n") + "\""))
                .send();

        assertThat(answer).startsWith("HTTP/1.1 422 ");
        assertThat(suite.read("cases/drafts/refund.yaml")).isEqualTo(ReviewedSuite.REFUND);
        assertThat(suite.read("suite.yaml")).startsWith("outcomes");
    }

    @Test
    void a_merge_goes_into_a_case_of_the_suite_only() throws IOException {
        assertThat(post("/api/merge", decision("refund", ",\"into\":\"../../suite\""))
                        .send())
                .startsWith("HTTP/1.1 422 ");
        assertThat(post("/api/merge", decision("refund", ",\"into\":\"phone\"")).send())
                .startsWith("HTTP/1.1 422 ");
        assertThat(suite.has("cases/drafts/refund.yaml")).isTrue();
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws IOException {
        String body = "{\"id\":\"" + "x".repeat(ReviewServer.BODY_LIMIT) + "\"}";

        assertThat(post("/api/keep", body).send()).startsWith("HTTP/1.1 413 ");
        assertThat(get("/api/queue").send()).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "\"x\"", "{\"id\":[]}"})
    void what_the_page_does_not_send_is_refused(String body) throws IOException {
        assertThat(post("/api/accept", body).send()).containsPattern("^HTTP/1.1 4[0-9][0-9] ");
    }

    @Test
    void deep_json_is_refused() throws IOException {
        String body = "{\"id\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(post("/api/accept", body).send()).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void every_answer_forbids_what_a_page_does_not_need() throws IOException {
        for (String answer : List.of(
                get("/?token=" + token()).send(),
                get("/api/queue").send(),
                get("/").without("Retrial-Token").send())) {
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .contains("content-security-policy: default-src 'none';")
                    .contains("frame-ancestors 'none'", "x-frame-options: deny", "cache-control: no-store")
                    .contains("x-content-type-options: nosniff", "referrer-policy: no-referrer")
                    .doesNotContain("access-control-", "unsafe-inline", "unsafe-eval", "set-cookie");
        }
    }

    @Test
    void an_error_holds_nothing_of_what_was_sent() throws IOException {
        String canary = "dana.canary@example.com";
        List<String> answers = List.of(
                get("/api/draft?id=" + canary).send(),
                post("/api/accept", "{\"id\":\"" + canary + "\"}").send(),
                post("/api/merge", decision("refund", ",\"into\":\"a b\"")).send(),
                post("/api/check", decision("refund", ",\"yaml\":\"title: [" + canary + "\""))
                        .send());

        assertThat(String.join("\n", answers.subList(0, 3))).doesNotContain(canary);
        // What is checked comes back to the form, but not in what is said of it.
        assertThat(answers.get(3).substring(answers.get(3).indexOf("\"problems\"")))
                .doesNotContain(canary);
    }

    @Test
    void it_listens_on_the_loopback_address_only() throws IOException {
        int port = server.uri().getPort();
        List<InetAddress> others = new ArrayList<>();
        for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            Collections.list(device.getInetAddresses()).stream()
                    .filter(address -> !address.isLoopbackAddress())
                    .forEach(others::add);
        }

        for (InetAddress address : others) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .as("%s", address)
                    .isInstanceOf(IOException.class);
        }
        assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_second_review_of_the_same_drafts_is_refused() {
        assertThatThrownBy(() -> ReviewServer.start(suite.settings()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("somebody reviews these drafts at the moment");
    }

    @Test
    void a_suite_that_cannot_be_read_is_told_at_the_start() throws IOException {
        server.close();
        suite.write("suite.yaml", "trails: 3\n");

        assertThatThrownBy(() -> ReviewServer.start(suite.settings()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("suite.yaml:1:1");
        suite.write("suite.yaml", "trials: 3\n");
        server = ReviewServer.start(suite.settings());
        assertThat(get("/api/queue").send()).startsWith("HTTP/1.1 200 ");
    }

    private String token() {
        return SentRequest.token(server.uri());
    }

    private SentRequest get(String path) {
        return SentRequest.get(server.uri(), path);
    }

    private SentRequest post(String path, String body) {
        return SentRequest.post(server.uri(), path, body);
    }

    private SentRequest reject() throws IOException {
        return post("/api/reject", decision("refund", ",\"reason\":\"other\""));
    }

    private String decision(String id, String more) throws IOException {
        return SentRequest.decision(server.uri(), id, more);
    }
}
