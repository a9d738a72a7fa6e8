package dev.retrial.tickets.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.review.TicketSource.ShownTicket;
import dev.retrial.tickets.review.TicketSource.UncertainPlace;
import dev.retrial.tickets.triage.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A suite with drafts that wait, and the tickets that they were made of. */
final class ReviewedSuite {

    static final String REFUND = """
            title: Refund promised after the window
            status: draft
            failure: wrong-policy
            difficulty: hard
            tags: [billing]
            ticket:
              system: zendesk
              ref: "hmac:3f9a12c4d5e6f708"
              opened: 2026-03-02
              category: billing
              seen: 14
            why: The agent promised a refund that the policy forbids.
            facts:
              order_id: A-1042
            context: {attempt: 1.50}
            conversation:
              - customer: I want my money back for order A-1042, it has been six weeks.
                gives: [order_id]
            expect:
              reply:
                never-affirms: [60 days]
            observed:
              - calls: []
                reply: No problem, you have 60 days to return it.
            accepted:
              - reply: I am sorry, our assistant told you 60 days; that was wrong. The limit is 30 days.
            draft:
              proposed: [/expect/reply/never-affirms]
              fill-in: [What lookup_order returned is not in the export; see world.]
              evidence: [{rule: contradicted-fact, score: 0.9, in: /accepted/0/reply, words: that was wrong}, {rule: note, score: 0.7}]
              uncertain: [{in: /conversation/0/customer, type: person}]
              family: refund-window
            """;

    static final String REFUND_AGAIN = """
            title: Money back after two months
            status: draft
            failure: wrong-policy
            difficulty: medium
            ticket: {system: zendesk, ref: "hmac:1f9a12c4d5e6f708", category: billing, seen: 2}
            conversation:
              - customer: Can I still send it back after two months?
            expect:
              reply:
                never-affirms: [60 days]
            observed:
              - reply: Sure, within 60 days you can.
            draft:
              evidence: [{rule: bad-rating, score: 0.6}]
              family: refund-window
            """;

    static final String PHONE = """
            title: Offered a call that nobody makes
            status: draft
            failure: hallucinated-capability
            difficulty: easy
            ticket: {system: zendesk, ref: "hmac:2f9a12c4d5e6f708", category: account, seen: 3}
            conversation:
              - customer: Ich kann mich nicht anmelden und das ist wirklich eine Zumutung.
            expect:
              reply:
                never-says: [hotline]
            observed:
              - reply: Wir rufen Sie gleich zurück.
            draft:
              evidence: [{rule: reopened, score: 0.5}]
              self-check: The reply does not fail the case.
            """;

    static final String CASE = """
            title: The window is thirty days
            failure: wrong-policy
            ticket: {system: zendesk, ref: "hmac:4f9a12c4d5e6f708", seen: 3}
            conversation:
              - customer: I want my money back, it has been six weeks. Can I return it?
            expect:
              reply: {never-affirms: [60 days]}
            observed:
              - reply: No problem, within 60 days.
            """;

    private final Path directory;
    private final Map<String, ShownTicket> tickets = new HashMap<>();

    ReviewedSuite(Path directory) throws IOException {
        this.directory = directory;
        write("suite.yaml", "outcomes: {refused: {phrases: [\"can't refund\"]}}\n");
        write(
                "cohorts.yaml",
                "cohorts:\n  enterprise: {description: Procurement and security}\n  self-serve: {description: Small teams}\n");
        write(
                "tools.yaml",
                "tools:\n  issue_refund: {effect: write, description: Refunds an order}\n  lookup_order: {}\n");
    }

    /** Three drafts in two classes and a case that tells one of their stories. */
    static ReviewedSuite withDrafts(Path directory) throws IOException {
        ReviewedSuite suite = new ReviewedSuite(directory);
        suite.draft("refund", REFUND).draft("refund-again", REFUND_AGAIN).draft("phone", PHONE);
        suite.write("cases/wrong-policy/window.yaml", CASE);
        suite.tickets.put("hmac:3f9a12c4d5e6f708", refundTicket());
        return suite;
    }

    ReviewedSuite draft(String id, String yaml) throws IOException {
        write("cases/drafts/" + id + ".yaml", yaml);
        return this;
    }

    ReviewedSuite ticket(String reference, ShownTicket ticket) {
        tickets.put(reference, ticket);
        return this;
    }

    Path root() {
        return directory.resolve("evals");
    }

    Path work() {
        return directory.resolve("work");
    }

    ReviewSettings settings() {
        return new ReviewSettings(root(), work(), 0, tickets::get);
    }

    Path write(String file, String text) throws IOException {
        Path path = root().resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    String read(String file) throws IOException {
        return Files.readString(root().resolve(file));
    }

    boolean has(String file) {
        return Files.exists(root().resolve(file));
    }

    /** The files of the suite below its cases, in order. */
    List<String> cases() throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve("cases"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root().resolve("cases").relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static TicketTurn turn(Role role, String text) {
        return new TicketTurn(role, "test", null, text, null, List.of(), List.of());
    }

    static SupportTicket ticket(String id, TicketTurn... turns) {
        return new SupportTicket(
                "zendesk",
                id,
                null,
                null,
                "email",
                "Refund",
                null,
                "billing",
                List.of(),
                List.of(turns),
                List.of(),
                null,
                List.of(),
                Effort.UNKNOWN,
                List.of(),
                Map.of(),
                "test");
    }

    private static Evidence evidence(SupportTicket ticket, String rule, int turn, String words) {
        int start = ticket.turns().get(turn).text().indexOf(words);
        return new Evidence(rule, turn, start, start + words.length(), 0.8);
    }

    private static ShownTicket refundTicket() {
        String first = "Hello, this is [name]. I want my money back for order A-1042, it has been six weeks.";
        TicketTurn agent = new TicketTurn(
                Role.AI_AGENT,
                "test",
                null,
                "No problem, you have 60 days to return it.",
                null,
                List.of(new SeenCall(
                        "lookup_order",
                        JsonNodeFactory.instance.objectNode().put("order_id", "A-1042"),
                        JsonNodeFactory.instance.objectNode().put("delivered_on", "2026-01-10"),
                        true)),
                List.of("invoice.pdf"));
        SupportTicket ticket = ticket(
                "hmac:3f9a12c4d5e6f708",
                turn(Role.CUSTOMER, first),
                agent,
                turn(
                        Role.INTERNAL_NOTE,
                        "Called the warehouse about it. The bot hallucinated the window again! Told nobody yet."),
                turn(
                        Role.HUMAN_AGENT,
                        "I am sorry, our assistant told you 60 days; that was wrong. The limit is 30 days."),
                turn(Role.SYSTEM, "Ticket solved"));
        return new ShownTicket(
                ticket,
                List.of(new UncertainPlace(0, 15, 21, "person")),
                List.of(
                        evidence(ticket, "note", 2, "bot hallucinated"),
                        evidence(ticket, "contradicted-fact", 3, "that was wrong"),
                        new Evidence("reopened", Evidence.NO_TURN, 0, 0, 0.4),
                        new Evidence("good-rating", Evidence.NO_TURN, 0, 0, -0.3)));
    }
}
