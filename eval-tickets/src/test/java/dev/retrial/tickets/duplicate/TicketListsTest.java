package dev.retrial.tickets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retrial.suite.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketListsTest {

    @TempDir
    Path directory;

    @Test
    void the_same_export_twice_counts_nobody_twice() throws IOException {
        Path file = directory.resolve(SeenTickets.FILE);
        SeenTickets first = SeenTickets.read(file);
        assertThat(first.count("hmac:02", "refund-window")).isTrue();
        assertThat(first.count("hmac:01", "refund-window")).isTrue();
        assertThat(first.count("hmac:01", "another-case")).isFalse();
        assertThat(first.raised()).isEqualTo(Map.of("refund-window", 2));
        first.save();

        SeenTickets second = SeenTickets.read(file);
        assertThat(second.count("hmac:01", "refund-window")).isFalse();
        assertThat(second.count("hmac:03", "refund-window")).isTrue();

        assertThat(second.raised()).isEqualTo(Map.of("refund-window", 1));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"ref\":\"hmac:01\",\"case\":\"refund-window\"}",
                        "{\"ref\":\"hmac:02\",\"case\":\"refund-window\"}");
    }

    @Test
    void a_forgotten_ticket_is_gone_from_the_file() throws IOException {
        Path file = directory.resolve("seen.jsonl");
        SeenTickets seen = SeenTickets.read(file);
        seen.count("hmac:01", "refund-window");
        seen.save();
        assertThat(seen.forget("hmac:01")).isTrue();
        assertThat(seen.forget("hmac:01")).isFalse();
        seen.save();

        assertThat(file).isEmptyFile();
        assertThat(directory.toFile().list()).containsExactly("seen.jsonl");
    }

    @Test
    void what_was_rejected_is_read_with_its_signature_and_without() throws IOException {
        RejectedTicket rejected = NearDuplicatesTest.rejected("hmac:01", "the lamp is broken");
        Path file = Files.write(
                directory.resolve("rejected.jsonl"),
                List.of(
                        TicketLists.line(
                                "ref",
                                "hmac:01",
                                "class",
                                "wrong-policy",
                                "signature",
                                rejected.signature().toString(),
                                "reason",
                                "outdated"),
                        "",
                        "{\"ref\":\"hmac:02\",\"class\":\"of-tomorrow\",\"reason\":\"other\"}",
                        "{\"case\":\"a-case\",\"reason\":\"other\"}"));

        List<RejectedTicket> read = RejectedTickets.read(file);

        assertThat(read).extracting(RejectedTicket::ref).containsExactly("hmac:01", "hmac:02");
        assertThat(read).extracting(RejectedTicket::failure).containsExactly(FailureClass.WRONG_POLICY, null);
        assertThat(read.get(0).signature().similarity(rejected.signature())).isEqualTo(1);
        assertThat(read.get(1).signature().similarity(read.get(1).signature())).isZero();
    }

    @Test
    void a_broken_line_is_named_and_not_repeated() throws IOException {
        Path file =
                Files.writeString(directory.resolve("rejected.jsonl"), "{\"ref\":\"hmac:01\"}\n{\"ref\":\"secret\",\n");
        assertThatThrownBy(() -> RejectedTickets.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rejected.jsonl:2")
                .hasMessageNotContaining("secret");

        Files.writeString(file, "{\"ref\":\"hmac:01\",\"signature\":\"s0.secret\"}\n");
        assertThatThrownBy(() -> RejectedTickets.read(file))
                .hasMessageContaining("rejected.jsonl:1: A signature begins with s1.");
    }

    @Test
    void where_no_file_is_nothing_was_rejected() throws IOException {
        assertThat(RejectedTickets.read(directory.resolve("rejected.jsonl"))).isEmpty();
    }
}
