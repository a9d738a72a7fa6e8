package dev.retrial.tickets.work;

import dev.retrial.tickets.redact.RedactionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small export that the guide uses, and a suite that knows its company. */
final class SampleExport {

    static final Path FILES = Path.of("..", "eval-samples", "tickets", "zendesk");
    static final RedactionKey KEY = RedactionKey.of("0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0");

    /** Everybody the export names. */
    static final String[] PEOPLE = {
        "Margarete",
        "Olsen",
        "fjordkitchen",
        "22 98 76 54",
        "Castellanos",
        "taqueria-sol",
        "Priyanka",
        "Raghunathan",
        "northgate-bank",
        "brandtbakes",
        "Brandt",
        "Amara",
        "Diallo",
        "Gordon",
        "gpike",
        "Hamada",
        "Ines",
        "Falk",
        "Arden",
        "48211",
        "48240"
    };

    private SampleExport() {}

    /** A suite in a directory, with {@code tickets.yaml} as the guide has it. */
    static Path suite(Path directory) throws IOException {
        Path suite = Files.createDirectories(directory.resolve("evals"));
        Files.createDirectories(suite.resolve("cases"));
        Files.writeString(suite.resolve("suite.yaml"), """
                agent:
                  type: http
                  url: "http://localhost:8080/chat"
                  request: {conversation: "${conversation.id}", message: "${message}"}
                  response: {reply: /reply}
                """);
        Files.writeString(suite.resolve("cohorts.yaml"), """
                cohorts:
                  enterprise: {description: Large customers}
                  self-serve: {description: Small shops}
                """);
        Files.writeString(suite.resolve("tickets.yaml"), """
                ai-authors:
                  names: [Halden Assistant]
                redaction:
                  keep: ["A-[0-9]{4}"]
                cohorts:
                  - {cohort: enterprise, when: {field: plan, is: [enterprise]}}
                  - {cohort: self-serve, when: {field: plan, is: [starter, team]}}
                categories:
                  tag: {billing: [refund, billing], shipping: [shipping], security: [security]}
                """);
        return suite;
    }

    /** Work on that suite. */
    static TicketWork work(Path directory) throws IOException, InvalidSettingsException {
        return TicketWork.on(suite(directory), directory.resolve(".retrial/tickets"), StepProgress.silent());
    }
}
