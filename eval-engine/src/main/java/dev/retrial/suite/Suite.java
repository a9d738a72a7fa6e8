package dev.retrial.suite;

import dev.retrial.scene.Catalogue;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.ToolCatalog;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A directory of cases with its cohorts and tools.
 *
 * @param directory the directory, absolute
 * @param agent the agent that {@code suite.yaml} names, or null where the marker class names one
 * @param judge what {@code suite.yaml} says of the judge, or null where it has none
 * @param gate by what a run decides whether a change may land, or null where there is no gate
 * @param lint what the lint of its files is told
 * @param trials how often each cell is replayed
 * @param concurrency how many trials run at once
 * @param timeouts how long the agent may take
 * @param outcomes by what outcomes are told apart
 * @param expect the checks that hold for every cell
 * @param rules the rules of its policies, each as the check that it holds wherever it applies
 * @param always what {@code always:} says, unless {@code expect} has the same; a case's own expectation stands in for it
 * @param cohorts the cohorts by id, in the order of the file; never empty
 * @param tools the tools
 * @param catalogue what the company has and has not
 * @param files the files below {@code cases/}, and whatever else is broken, in the order of their paths; where a file is broken that the whole
 *     suite hangs on ({@link BrokenFile#holdsUpSuite}), no case is among them
 * @param warnings what does no harm but is probably not meant
 * @param hashes short hashes of what the verdicts on every case rest on, by name ({@code suite}, {@code tools}, {@code policies}, {@code cohort:<id>}); what is not there has none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Suite(
        Path directory,
        @Nullable AgentSpec agent,
        @Nullable JudgeSpec judge,
        @Nullable GateSpec gate,
        LintSpec lint,
        Trials trials,
        int concurrency,
        Timeouts timeouts,
        OutcomeSignals outcomes,
        List<ScopedCheck> expect,
        List<ScopedCheck> rules,
        List<ScopedCheck> always,
        Map<String, Cohort> cohorts,
        ToolCatalog tools,
        Catalogue catalogue,
        List<CaseFile> files,
        List<Problem> warnings,
        Map<String, String> hashes) {

    /** Copies lists and map, keeping their order. */
    public Suite {
        expect = List.copyOf(expect);
        rules = List.copyOf(rules);
        always = List.copyOf(always);
        cohorts = Collections.unmodifiableMap(new LinkedHashMap<>(cohorts));
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
        hashes = Collections.unmodifiableMap(new LinkedHashMap<>(hashes));
    }

    /** A suite without a gate that was not read from files. */
    public Suite(
            Path directory,
            @Nullable AgentSpec agent,
            @Nullable JudgeSpec judge,
            Trials trials,
            int concurrency,
            Timeouts timeouts,
            OutcomeSignals outcomes,
            List<ScopedCheck> expect,
            List<ScopedCheck> rules,
            List<ScopedCheck> always,
            Map<String, Cohort> cohorts,
            ToolCatalog tools,
            Catalogue catalogue,
            List<CaseFile> files,
            List<Problem> warnings) {
        this(
                directory,
                agent,
                judge,
                null,
                LintSpec.NONE,
                trials,
                concurrency,
                timeouts,
                outcomes,
                expect,
                rules,
                always,
                cohorts,
                tools,
                catalogue,
                files,
                warnings,
                Map.of());
    }
}
