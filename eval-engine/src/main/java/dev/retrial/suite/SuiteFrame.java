package dev.retrial.suite;

import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Policies;
import dev.retrial.check.policy.RuleHolds;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.ToolCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every case of a suite hangs on: what {@code suite.yaml}, {@code cohorts.yaml} and {@code tools.yaml} say.
 *
 * @param settings what {@code suite.yaml} says
 * @param cohorts the cohorts by id, in the order of the file; never empty
 * @param tools the tools
 * @param catalogue what the company has and has not
 * @param world what the tools answer where a case does not say
 * @param policies the rules that apply to every cell
 * @param hashes short hashes of all this, by name
 */
record SuiteFrame(
        Settings settings,
        Map<String, Cohort> cohorts,
        ToolCatalog tools,
        Catalogue catalogue,
        WorldSpec world,
        Policies policies,
        Map<String, String> hashes) {

    /**
     * What {@code suite.yaml} says.
     *
     * @param agent the agent, or null where the marker class names one
     * @param judge what is said of the judge, or null
     * @param gate by what a run decides, or null
     * @param lint what the lint is told
     * @param trials how often each cell is replayed
     * @param concurrency how many trials run at once
     * @param timeouts how long the agent may take
     * @param outcomes by what outcomes are told apart
     * @param expect the checks that hold for every cell
     * @param always what every cell is held to unless it says so itself
     */
    record Settings(
            @Nullable AgentSpec agent,
            @Nullable JudgeSpec judge,
            @Nullable GateSpec gate,
            LintSpec lint,
            Trials trials,
            int concurrency,
            Timeouts timeouts,
            OutcomeSignals outcomes,
            List<ScopedCheck> expect,
            List<ScopedCheck> always) {

        static final int CONCURRENCY = 16;

        static final Settings DEFAULT = new Settings(
                null,
                null,
                null,
                LintSpec.NONE,
                Trials.ONE,
                CONCURRENCY,
                Timeouts.DEFAULT,
                OutcomeSignals.NONE,
                List.of(),
                List.of());
    }

    /** Whether the transcript is recorded, so that a case needs no conversation. */
    boolean isRecorded() {
        return settings.agent != null && settings.agent.type().equals("recorded");
    }

    /** Whether the agent is one over HTTP whose request has no such placeholder, so that it cannot know what is meant by it. */
    boolean isNotSent(String placeholder) {
        return settings.agent != null
                && settings.agent.type().equals("http")
                && !settings.agent.settings().toString().contains(placeholder);
    }

    /** What an expectation may name. */
    Vocabulary vocabulary(Facts facts) {
        return new Vocabulary(tools, settings.outcomes, facts, policies.checks()).with(catalogue);
    }

    private List<ScopedCheck> rules() {
        List<ScopedCheck> rules = new ArrayList<>();
        for (RuleHolds rule : policies.rules().values()) {
            rules.add(new ScopedCheck(rule, "policy", Layer.SUITE, null));
        }
        return rules;
    }

    Suite suite(Path directory, List<CaseFile> files, List<Problem> warnings) {
        return new Suite(
                directory,
                settings.agent,
                settings.judge,
                settings.gate,
                settings.lint,
                settings.trials,
                settings.concurrency,
                settings.timeouts,
                settings.outcomes,
                settings.expect,
                rules(),
                settings.always,
                cohorts,
                tools,
                catalogue,
                files,
                warnings,
                hashes);
    }
}
