package dev.retrial.jupiter;

import dev.retrial.judge.Judge;
import dev.retrial.junit.Selection;
import dev.retrial.junit.SuiteHome;
import dev.retrial.results.LeafRecord;
import dev.retrial.run.InvalidSetting;
import dev.retrial.run.RunPlan;
import dev.retrial.run.RunSettings;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.Problem;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Calls an {@link EvalTest} method once for each cell. */
final class EvalTestExtension implements TestTemplateInvocationContextProvider {

    private static final List<String> PARAMETERS = List.of(
            RunSettings.CASES,
            RunSettings.COHORTS,
            RunSettings.TRIALS,
            RunSettings.CONCURRENCY,
            RunSettings.TIMEOUT,
            RunSettings.DRAFTS,
            RunSettings.OUTPUT,
            RunSettings.MODE,
            RunSettings.SHARD,
            RunSettings.CHANGED_SINCE,
            RunSettings.INPUTS);

    private static final String PROBLEM = "problem";

    EvalTestExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), EvalTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        Method method = context.getRequiredTestMethod();
        EvalTest annotation =
                AnnotationSupport.findAnnotation(method, EvalTest.class).orElseThrow();
        SuiteHome home = SuiteHome.of(type, annotation.value(), "@EvalTest");
        String name = runName(type, method);
        RunSettings settings;
        try {
            settings = settings(context);
        } catch (InvalidSetting e) {
            return unusable(context, outputOf(context, home), name, String.valueOf(e.getMessage()));
        }
        Path output = home.output(settings);
        if (home.directory() == null) {
            return unusable(context, output, name, String.valueOf(home.missing()));
        }
        Selection selection;
        try {
            selection = Selection.of(home, home.read(), settings);
        } catch (InvalidSetting e) {
            return unusable(context, output, name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unusable(context, output, name, home.directory() + " cannot be read: " + e);
        }
        return invocations(context, home, selection, name, annotation.judge()).stream();
    }

    /** What keeps the whole method from being called. */
    private static Stream<TestTemplateInvocationContext> unusable(
            ExtensionContext context, Path output, String name, String message) {
        UnstartedMethod results = kept(context, UnstartedMethod.of(output, name));
        return Stream.of(new FailingInvocation(results, new LeafRecord(PROBLEM, name, "[suite]", message, null, 0)));
    }

    private static List<TestTemplateInvocationContext> invocations(
            ExtensionContext context,
            SuiteHome home,
            Selection selection,
            String runName,
            Class<? extends Judge> judge) {
        List<dev.retrial.run.Cell> cells = selection.cells();
        String nothing = selection.nothing();
        RunPlan plan = EvalTestRun.plan(runName, home, selection, cells);
        EvalTestRun run =
                cells.isEmpty() && nothing == null ? null : kept(context, EvalTestRun.open(home, plan, judge));
        RedTests tests = run != null ? run : kept(context, UnstartedMethod.of(plan));
        List<TestTemplateInvocationContext> invocations = new ArrayList<>();
        for (CaseFile file : selection.suite().files()) {
            if (file instanceof BrokenFile broken && selection.has(broken)) {
                Problem first = broken.problems().get(0);
                String name = selection.nameOf(broken) + " [broken file]";
                String message = selection.messageOf(broken);
                invocations.add(new FailingInvocation(
                        tests, new LeafRecord("broken-file", runName, name, message, first.file(), first.line())));
            }
        }
        String problem = selection.problem();
        if (problem != null) {
            invocations.add(
                    new FailingInvocation(tests, new LeafRecord(PROBLEM, runName, "[no case]", problem, null, 0)));
        }
        if (nothing != null) {
            invocations.add(new SkippedInvocation(nothing));
        }
        if (run != null) {
            for (dev.retrial.run.Cell cell : cells) {
                invocations.add(new CellInvocation(run, cell));
            }
        }
        return invocations;
    }

    /** JUnit closes what is in the store of the method when its last invocation has ended. */
    private static <T extends AutoCloseable> T kept(ExtensionContext context, T results) {
        context.getStore(ExtensionContext.Namespace.create(EvalTestExtension.class))
                .put(results.getClass(), results);
        return results;
    }

    /** Where results lie, whatever else of the parameters cannot be used. */
    private static Path outputOf(ExtensionContext context, SuiteHome home) {
        String output = context.getConfigurationParameter(RunSettings.OUTPUT).orElse(null);
        try {
            return output == null || output.isBlank() ? home.build().resolve("retrial") : Path.of(output);
        } catch (InvalidPathException e) {
            return home.build().resolve("retrial");
        }
    }

    /** The class's name; where several of its methods replay cells, the method's too, since each has results of its own. */
    private static String runName(Class<?> type, Method method) {
        int methods = ReflectionSupport.findMethods(
                        type,
                        each -> AnnotationSupport.isAnnotated(each, EvalTest.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .size();
        return methods > 1 ? type.getName() + "." + method.getName() : type.getName();
    }

    /** Jupiter tells the value of a parameter but not which there are, so of unknown ones only system properties are seen. */
    private static RunSettings settings(ExtensionContext context) {
        Map<String, String> found = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(RunSettings.PREFIX)) {
                found.put(name, System.getProperty(name));
            }
        }
        for (String name : PARAMETERS) {
            context.getConfigurationParameter(name).ifPresent(value -> found.put(name, value));
        }
        return RunSettings.of(found, System.getenv());
    }
}
