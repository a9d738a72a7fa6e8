package dev.retrial.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A suite of the size that a measurement asks for: every case has one turn and five checks of text and tools, and every
 * cohort replays every case. All cases look alike but for their order number, which the {@link AgentServer} reads
 * from the message and answers with.
 *
 * @param cases how many case files
 * @param cohorts how many cohorts, each of which replays each case
 * @param trials how often each cell is replayed
 */
record GeneratedSuite(int cases, int cohorts, int trials) {

    static final String DIRECTORY = "evals";

    int cells() {
        return cases * cohorts;
    }

    /** How many tests Retrial makes of it: the cells, and for each case of several cohorts what these have in common, and the lint. */
    int tests() {
        return cells() + (cohorts > 1 ? cases : 0) + 1;
    }

    /**
     * Writes the suite to {@code root/evals}, unless the same suite is there already.
     *
     * @return the suite's directory
     */
    Path writeBelow(Path root) throws IOException {
        Path suite = root.resolve(DIRECTORY);
        Path written = root.resolve("written.txt");
        if (Files.exists(written) && Files.readString(written).equals(toString())) {
            return suite;
        }
        Path caseFiles = Files.createDirectories(suite.resolve("cases"));
        Files.writeString(suite.resolve("suite.yaml"), suiteYaml());
        Files.writeString(suite.resolve("cohorts.yaml"), cohortsYaml());
        Files.writeString(suite.resolve("tools.yaml"), TOOLS);
        for (int number = 1; number <= cases; number++) {
            Files.writeString(caseFiles.resolve("order-" + sixDigits(number) + ".yaml"), caseYaml(sixDigits(number)));
        }
        Files.writeString(written, toString());
        return suite;
    }

    private String suiteYaml() {
        return """
                agent:
                  type: http
                  url: ${AGENT_URL:-http://127.0.0.1:8080/chat}
                  request:
                    conversation: "${conversation.id}"
                    message: "${message}"
                    cohort: "${cohort.id}"
                    context: "${context}"
                  response:
                    reply: /reply
                    tool-calls: /tool_calls
                    usage: {input-tokens: /usage/input, output-tokens: /usage/output}
                always: {claims: skip, catalogue: skip, leaks: skip}
                """ + "trials: {attempts: " + trials + ", pass: " + trials + "}\n";
    }

    private String cohortsYaml() {
        StringBuilder yaml = new StringBuilder("cohorts:\n");
        for (int number = 1; number <= cohorts; number++) {
            yaml.append("  cohort-").append(number).append(":\n");
            yaml.append("    description: Customers of kind ").append(number).append('\n');
            yaml.append("    context: {plan: plan-").append(number).append("}\n");
        }
        return yaml.toString();
    }

    private static final String TOOLS = """
            tools:
              lookup_order:
                description: Reads an order
                effect: read
                parameters: {type: object, properties: {order_id: {type: string}}, required: [order_id]}
              issue_refund:
                description: Refunds an order
                effect: write
                parameters:
                  type: object
                  properties: {order_id: {type: string}, amount: {type: number}}
                  required: [order_id, amount]
            """;

    private static String caseYaml(String number) {
        return """
                title: Order A-NUMBER is asked about and answered from memory
                failure: wrong-tool-call
                difficulty: easy
                tags: [orders]
                ticket: {system: zendesk, ref: "hmac:NUMBER", opened: 2026-03-02, category: orders, seen: 3}
                why: The agent named a return date without looking the order up.
                owner: support-ai
                context: {channel: chat}
                conversation:
                  - customer: Where is my order A-NUMBER, and until when may I send it back?
                expect:
                  tools:
                    calls:
                      - lookup_order: {order_id: A-NUMBER}
                    never: [issue_refund]
                  reply:
                    says: [1 April 2026]
                    never-says: [60 days]
                  tone: {exclamations: 0}
                """.replace("NUMBER", number);
    }

    static String sixDigits(int number) {
        String digits = Integer.toString(number);
        return "000000".substring(digits.length()) + digits;
    }
}
