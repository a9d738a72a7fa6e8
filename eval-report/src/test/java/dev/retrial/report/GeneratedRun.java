package dev.retrial.report;

import dev.retrial.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A run as large as one likes, which looks like a real one. */
final class GeneratedRun {

    private static final String[] COHORTS = {"enterprise", "self-serve", "developer", "trial", "partner"};
    private static final String[] CLASSES = {
        "wrong-tone",
        "wrong-tool-call",
        "wrong-policy",
        "hallucinated-capability",
        "leaked-context",
        "lost-context",
        "wrong-handoff"
    };
    private static final String[] DIFFICULTIES = {"easy", "medium", "hard"};
    private static final String[] TOPICS = {
        "refund-late", "invoice-copy", "sso-login", "api-quota", "export-stuck", "seat-count", "webhook-retry"
    };
    private static final String REPLY = "I am sorry that this took so long. I have looked your order up, and it was "
            + "delivered on 10 January, so the thirty days for a refund are over. What I can do is to have the part "
            + "repaired under the warranty, or to hand you over to a colleague who decides on exceptions. ";

    private GeneratedRun() {}

    /**
     * Writes it.
     *
     * @param cells how many cells, five of each case
     * @param worse how much worse the hard cases of one cohort are, from 0 to 1
     */
    static RunDirectory write(Path output, String id, int cells, double worse) throws IOException {
        Random chance = new Random(20261123);
        RunFiles run = new RunFiles(output, id);
        for (int i = 0; i < cells; i++) {
            int number = i / COHORTS.length;
            String cohort = COHORTS[i % COHORTS.length];
            String difficulty = DIFFICULTIES[number % 3];
            String topic = TOPICS[number % TOPICS.length];
            boolean hit = cohort.equals("enterprise") && difficulty.equals("hard");
            double fails = (difficulty.equals("hard") ? .08 : .02) + (hit ? worse : 0);
            TrialFile trial = run.trial(topic + "-" + number, cohort)
                    .of(CLASSES[number % CLASSES.length], difficulty, 1 + chance.nextInt(20))
                    .took(200 + chance.nextInt(3_000))
                    .customer("I want my money back for order A-" + (1000 + number) + ".")
                    .called(
                            "lookup_order",
                            "{\"order_id\":\"A-" + (1000 + number) + "\"}",
                            "{\"order_id\":\"A-" + (1000 + number)
                                    + "\",\"delivered_on\":\"2026-01-10\",\"amount\":89.0}",
                            false)
                    .agent(REPLY + "Number " + chance.nextInt(100_000) + ".")
                    .customer("That is ridiculous. Your bot said 60 days!");
            for (int check = 0; check < 12; check++) {
                trial.held("check.number-" + check);
            }
            if (chance.nextDouble() < fails) {
                trial.called(
                                "issue_refund",
                                "{\"order_id\":\"A-" + (1000 + number) + "\",\"amount\":89.0}",
                                "No such order",
                                true)
                        .agent("No worries!!! I've refunded you $89.")
                        .failed(
                                "tools.never",
                                "no call of issue_refund",
                                "issue_refund {\"order_id\":\"A-" + (1000 + number) + "\"}, turn 2",
                                2)
                        .failed("tone.exclamations", "at most 0", "3: \"No worries!!!\"", 2, 10, 13);
            } else {
                trial.agent(REPLY);
            }
        }
        return run.write();
    }
}
