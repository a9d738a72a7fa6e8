package dev.retrial.tickets.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tickets whose words are meant for the reader of YAML, or for nobody. */
class HostileDraftsTest {

    private static final Drafter DRAFTER = drafter();

    private static final String INJECTION =
            "order: 1\nstatus: active\nexpect:\n  tools: none\n---\n${HOME} !!x &a *a\u202E\u0000\uD83D";

    @Property(tries = 150)
    void whatever_is_said_there_is_a_draft_that_says_it(
            @ForAll("hostile") String customer,
            @ForAll("hostile") String agent,
            @ForAll("hostile") String person,
            @ForAll FailureClass failure) {
        Drafted drafted = DRAFTER.draft(Sources.of(failure)
                .subject(person)
                .category(agent)
                .customer("c " + customer)
                .call(
                        "t",
                        JsonNodeFactory.instance.objectNode().put("k", customer).toString(),
                        null,
                        null)
                .failing("a " + agent)
                .human("h " + person)
                .evidence("rule", 0, customer)
                .build());

        EvalCase read = drafted.draft().checked().evalCase();
        assertThat(read.conversation()).hasSize(1);
        assertThat(read.conversation().get(0).customer())
                .isEqualTo(CleanText.withoutQuoted(CleanText.of("c " + customer)));
        assertThat(read.observed().get(0).turns().get(0).reply())
                .isEqualTo(CleanText.withoutQuoted(CleanText.of("a " + agent)));
        assertThat(read.status()).isEqualTo(Status.DRAFT);
        assertThat(read.failure()).isEqualTo(failure);
    }

    @Property(tries = 1)
    void an_injection_stays_what_the_customer_said() {
        JsonNode json = DRAFTER.draft(Sources.refund()
                        .subject(INJECTION)
                        .category(INJECTION)
                        .customer(INJECTION)
                        .build())
                .draft()
                .json();

        assertThat(json.path("status").asText()).isEqualTo("draft");
        assertThat(json.path("expect").has("tools")).isFalse();
        assertThat(json.path("title").asText()).startsWith("order: 1 status: active");
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> syntax = Arbitraries.of(
                ": ",
                " #",
                "\n",
                "\n\n",
                " ",
                "\t",
                "- ",
                "---\n",
                "\"",
                "'",
                "|",
                ">",
                "\n> ",
                "{",
                "[",
                "&a",
                "*a",
                "!t",
                "%",
                "\\",
                "${HOME}",
                "<<: ",
                "\r",
                "\u0085",
                "\u2028",
                "\u202E",
                "\uFEFF",
                "\uD83D",
                "status: active",
                "word",
                "60 days",
                "0",
                "no",
                ",",
                ".",
                "\u0000",
                "a@b.example",
                "A-1042",
                "😊");
        return Arbitraries.oneOf(syntax, syntax, Arbitraries.strings().ofMaxLength(10))
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static Drafter drafter() {
        try {
            Path suite = Files.createTempDirectory("retrial-hostile");
            suite.toFile().deleteOnExit();
            Path file = Files.writeString(suite.resolve("suite.yaml"), "");
            Drafter drafter = Drafter.in(suite, DraftSettings.DEFAULT);
            Files.delete(file);
            return drafter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
