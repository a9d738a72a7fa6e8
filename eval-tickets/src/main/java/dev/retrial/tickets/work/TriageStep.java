package dev.retrial.tickets.work;

import dev.retrial.agent.Environment;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.triage.Decision;
import dev.retrial.tickets.triage.JudgedTriage;
import dev.retrial.tickets.triage.Triage;
import dev.retrial.tickets.triage.TriageJudge;
import dev.retrial.tickets.triage.TriageRules;
import dev.retrial.tickets.triage.TriageSettings;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Tells of the imported tickets which are a failure of the AI agent, of which class, at which turn. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TriageStep {

    private TriageStep() {}

    /**
     * What triage came to.
     *
     * @param decisions how many tickets of each decision
     * @param failures how many failures of each class
     * @param categories how many failures of each of support's categories, and of none under an empty text
     * @param rules the version of the rules
     * @param unjudged how many open tickets the judge could not be asked about
     * @param problem what kept the judge from being asked, or null
     */
    public record Result(
            Map<Decision, Long> decisions,
            Map<FailureClass, Long> failures,
            Map<String, Long> categories,
            String rules,
            long unjudged,
            @Nullable String problem) {

        /** How many tickets there were. */
        public long tickets() {
            return decisions.values().stream().mapToLong(Long::longValue).sum();
        }

        /** How many of a decision. */
        public long of(Decision decision) {
            return decisions.getOrDefault(decision, 0L);
        }
    }

    /**
     * Triages by rules.
     *
     * @param dryRun whether only to say what would come of it
     */
    public static Result run(TicketWork work, boolean dryRun) throws IOException {
        return run(work, dryRun, null);
    }

    /**
     * Triages by rules, and asks the suite's judge about what they leave open: the redacted tickets leave this machine where the judge's model is
     * elsewhere.
     *
     * @param dryRun whether only to say what would come of it
     * @param environment expands what the suite says of its judge
     * @throws IOException where the suite has no judge that can be asked; the message says what to do
     */
    public static Result judged(TicketWork work, boolean dryRun, Environment environment) throws IOException {
        return run(work, dryRun, SuiteJudge.of(work, environment, TriageStep.class.getClassLoader()));
    }

    private static Result run(TicketWork work, boolean dryRun, @Nullable TriageJudge judge) throws IOException {
        Closeable lock = work.directory().lock();
        try {
            return triaged(work, dryRun, judge);
        } finally {
            work.progress().done();
            lock.close();
        }
    }

    private record ByRules(SupportTicket ticket, Triage triage) {}

    private static Result triaged(TicketWork work, boolean dryRun, @Nullable TriageJudge judge) throws IOException {
        TriageRules rules = TriageRules.of(settings(work.settings()));
        JudgedTriage triaging = new JudgedTriage(rules, judge);
        Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
        Map<FailureClass, Long> failures = new EnumMap<>(FailureClass.class);
        Map<String, Long> categories = new TreeMap<>();
        try (TriageFile.Writing file = new TriageFile(work.directory()).write()) {
            new TicketPass(work, "triage")
                    .each(stored -> new ByRules(stored.ticket(), rules.triage(stored.ticket())), byRules -> {
                        Triage triage = triaging.judged(byRules.ticket(), byRules.triage());
                        file.add(TriageFile.line(byRules.ticket().id(), triage));
                        decisions.merge(triage.decision(), 1L, Long::sum);
                        if (triage.decision() == Decision.FAILURE && triage.failure() != null) {
                            failures.merge(triage.failure(), 1L, Long::sum);
                            categories.merge(triage.category() == null ? "" : triage.category(), 1L, Long::sum);
                        }
                    });
            if (!dryRun) {
                file.commit();
            }
        }
        return new Result(decisions, failures, categories, rules.version(), triaging.unjudged(), triaging.problem());
    }

    private static TriageSettings settings(TicketSettings settings) {
        return TriageSettings.DEFAULT
                .withAgentNames(new ArrayList<>(settings.aiAuthors().names()))
                .withCategories(settings.categories());
    }
}
