package dev.retrial.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retrial.suite.LintSpec;
import dev.retrial.text.TextPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteLintTest {

    @TempDir
    Path suite;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to dana.whitfield@acme-corp.com now | an e-mail address",
                "call me at (415) 867-5309 | a phone number",
                "my card 4539 1488 0343 6467 | a card number",
                "pay to GB33BUKB20201555555555 | an IBAN",
                "from 81.24.17.9 | an IP address",
                "the key is sk_live_7kabcdefghjkmnpqrstu | a key, token or password",
                "AKIA7KQWERTYUIOP2345 is ours | a key, token or password",
                "my password is Hunter2!x | a key, token or password",
                "https://dana:geheim7@acme.io/x | a key, token or password",
                "token ghp_7kabcdefghjkmnpqrstuvwxyz23456789abc | a key, token or password",
                "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoiZGFuYSJ9.abc7defghi | a key, token or password",
            })
    void a_finding_has_file_line_column_and_type_and_never_the_value(String said, String type) throws IOException {
        write("cases/refund.yaml", "title: A refund\nconversation:\n  - customer: " + said + "\n");

        List<LintFinding> findings = SuiteLint.of(suite, LintSpec.NONE);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("cases/refund.yaml");
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.column()).isGreaterThan(14);
            assertThat(finding.type()).isEqualTo(type);
        });
    }

    @Test
    void a_finding_shows_where_it_is() {
        assertThat(new LintFinding("cases/refund.yaml", 3, 22, "an e-mail address"))
                .hasToString("cases/refund.yaml:3:22: an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dana@example.com, d@mail.example.org or bot@acme.example",
                "call (415) 555-0142 or +44 7700 900123",
                "card 4242 4242 4242 4242 or 4111111111111111",
                "IBAN DE72 0000 9964 1587 7485 70",
                "from 192.0.2.7, 198.51.100.3, 10.0.0.1 and 2001:db8::1",
                "order A-1042 of 2026-03-02 for 1,249.00 with version 4.12.0.1",
                "url: ${AGENT_URL:-http://localhost:8080/chat}, Authorization: Bearer ${AGENT_TOKEN}",
                "api-key: ${JUDGE_KEY}",
                "ref: hmac:5f2ac1d09b3e7788",
                "I forgot my password and the token: it is not working",
            })
    void what_is_nobodys_is_no_finding(String said) throws IOException {
        write("cases/refund.yaml", "title: " + said + "\n");

        assertThat(SuiteLint.of(suite, LintSpec.NONE)).isEmpty();
    }

    @Test
    void every_text_below_the_suite_is_read_and_what_is_hidden_is_not() throws IOException {
        for (String file : List.of(
                "suite.yaml",
                "policies/a.yml",
                "recordings/x/1.json",
                "prompts/vip.md",
                "a.jsonl",
                "notes.txt",
                ".git/x.yaml",
                ".hidden.yaml",
                "picture.png")) {
            write(file, "mail: dana@acme-corp.com\n");
        }

        assertThat(SuiteLint.of(suite, LintSpec.NONE))
                .extracting(LintFinding::file)
                .containsExactly(
                        "a.jsonl",
                        "notes.txt",
                        "policies/a.yml",
                        "prompts/vip.md",
                        "recordings/x/1.json",
                        "suite.yaml");
    }

    @Test
    void what_the_suite_keeps_is_no_finding_and_a_part_of_a_value_is_not_enough() throws IOException {
        write("suite.yaml", "a: support@acme.com\nb: dana.support@acme.com\n");
        LintSpec spec = new LintSpec(List.of(new LintSpec.Kept(TextPattern.of("support@acme\\.com"), "our own")));

        assertThat(SuiteLint.of(suite, spec)).extracting(LintFinding::line).containsExactly(2);
    }

    @Test
    void several_findings_of_a_file_come_in_its_order() throws IOException {
        write("suite.yaml", "a: 81.24.17.9, pin: 4711\nb: x@acme.com 81.24.17.9\n");

        assertThat(SuiteLint.of(suite, LintSpec.NONE))
                .extracting(LintFinding::toString)
                .containsExactly(
                        "suite.yaml:1:4: an IP address",
                        "suite.yaml:1:21: a key, token or password",
                        "suite.yaml:2:4: an e-mail address",
                        "suite.yaml:2:15: an IP address");
    }

    private void write(String file, String text) throws IOException {
        Path path = suite.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
