package dev.retrial.jupiter;

import dev.retrial.agent.Recordings;
import dev.retrial.junit.EvalSuite;
import dev.retrial.junit.Selection;
import dev.retrial.junit.SuiteHome;
import dev.retrial.junit.Thrown;
import dev.retrial.mutants.Mutation;
import dev.retrial.replay.ReplayLimits;
import dev.retrial.replay.TranscriptSource;
import dev.retrial.run.CaseMutants;
import dev.retrial.run.MutantRun;
import dev.retrial.run.RunSettings;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Tests a suite's cases: each is tried on right answers with one thing wrong, and fails where it notices none of what its failure class is about.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> cases_notice_what_goes_wrong() {
 *     return EvalMutants.of(SupportAgentTest.class).tests();
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EvalMutants {

    /** The report, beside the runs of the suite. */
    public static final String REPORT = "mutants.txt";

    private final SuiteHome home;
    private @Nullable String recordings;

    private EvalMutants(SuiteHome home) {
        this.home = home;
    }

    /**
     * The suite that a class with {@link EvalSuite} stands for.
     *
     * @throws IllegalArgumentException where the class has no such annotation
     */
    public static EvalMutants of(Class<?> marker) {
        EvalSuite annotation = AnnotationSupport.findAnnotation(marker, EvalSuite.class)
                .orElseThrow(() -> new IllegalArgumentException(marker.getName()
                        + " has no @EvalSuite; name the class that stands for the suite, or say in(class, directory)"));
        return new EvalMutants(SuiteHome.of(marker, annotation.value(), "@EvalSuite"));
    }

    /**
     * A suite by its directory.
     *
     * @param owner a class of the project, after which the report is named
     * @param directory the directory, found as {@link EvalSuite#value} is
     */
    public static EvalMutants in(Class<?> owner, String directory) {
        return new EvalMutants(SuiteHome.of(owner, directory, "EvalMutants.in"));
    }

    /** Also makes mutants of recordings that pass, in this directory of the suite; named as those of the {@code recorded} agent. */
    public EvalMutants recordedIn(String directory) {
        recordings = directory;
        return this;
    }

    /**
     * A test for each case; writes {@value #REPORT}, which says of every mutant which checks notice it.
     *
     * <p>{@code retrial.cases} and {@code retrial.output} mean what they mean to a run.
     */
    public Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        List<CaseMutants> all = new ArrayList<>();
        RunSettings settings = settings();
        Suite suite = suite();
        try (TranscriptSource source = source(suite, settings)) {
            MutantRun run = new MutantRun(suite, source);
            for (CaseFile file : suite.files()) {
                if (file instanceof EvalCase evalCase
                        && settings.selectsCase(evalCase.id())
                        && MutantRun.appliesTo(evalCase)) {
                    CaseMutants mutants = run.run(evalCase);
                    all.add(mutants);
                    tests.add(test(suite, mutants));
                } else if (file instanceof BrokenFile broken) {
                    String name = broken.file() + " [broken file]";
                    String message = new Selection(suite, settings, null).messageOf(broken);
                    tests.add(DynamicTest.dynamicTest(name, () -> {
                        throw new AssertionError(message);
                    }));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while mutants were made", e);
        }
        report(all, home.output(settings).resolve(home.name()).resolve(REPORT));
        return tests.stream();
    }

    private static DynamicTest test(Suite suite, CaseMutants mutants) {
        EvalCase evalCase = mutants.evalCase();
        String name = evalCase.id() + " [mutants]";
        String place = evalCase.file() + ":" + evalCase.line();
        return DynamicTest.dynamicTest(
                name, suite.directory().resolve(evalCase.file()).toUri(), () -> {
                    Throwable thrown = Thrown.by(mutants.ending(), name, place);
                    if (thrown != null) {
                        throw thrown;
                    }
                });
    }

    private Suite suite() {
        if (home.directory() == null) {
            throw new IllegalArgumentException(home.missing());
        }
        try {
            return home.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where further right answers are; nothing is found where none are kept. */
    private TranscriptSource source(Suite suite, RunSettings settings) {
        Path directory = suite.directory().resolve(recordings == null ? "recordings" : recordings);
        if (recordings != null && !Files.isDirectory(directory)) {
            throw new IllegalArgumentException("there is no directory " + recordings + " in " + suite.directory());
        }
        return TranscriptSource.of(
                new Recordings(directory, suite.directory()), ReplayLimits.of(settings.timeouts(suite)));
    }

    private static RunSettings settings() {
        Map<String, String> found = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(RunSettings.PREFIX)) {
                found.put(name, System.getProperty(name));
            }
        }
        return RunSettings.of(found, System.getenv());
    }

    private static void report(List<CaseMutants> all, Path file) {
        Map<Mutation, int[]> counts = new EnumMap<>(Mutation.class);
        int killed = 0;
        int made = 0;
        StringBuilder cases = new StringBuilder();
        for (CaseMutants mutants : all) {
            killed += mutants.killed();
            made += mutants.tried().size();
            for (CaseMutants.Tried one : mutants.tried()) {
                int[] count = counts.computeIfAbsent(one.mutation(), each -> new int[2]);
                count[0] += one.isKilled() ? 1 : 0;
                count[1]++;
            }
            cases.append("\n\n").append(mutants.text());
        }
        StringBuilder text =
                new StringBuilder().append(killed).append(" of ").append(made).append(" mutants killed\n");
        counts.forEach((mutation, count) -> text.append("\n  ")
                .append(mutation.key())
                .append(": ")
                .append(count[0])
                .append(" of ")
                .append(count[1]));
        text.append(cases).append('\n');
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the report cannot be written; choose another directory with -D" + RunSettings.OUTPUT, e);
        }
        System.out.println("Retrial: " + killed + " of " + made + " mutants killed: " + file);
    }
}
