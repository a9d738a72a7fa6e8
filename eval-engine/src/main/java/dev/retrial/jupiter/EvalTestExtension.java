package dev.retrial.jupiter;

import dev.retrial.judge.Judge;
import dev.retrial.junit.Selection;
import dev.retrial.junit.SuiteHome;
import dev.retrial.run.InvalidSetting;
import dev.retrial.run.RunSettings;
import dev.retrial.suite.BrokenFile;
import dev.retrial.suite.CaseFile;
import dev.retrial.suite.Suite;
import java.io.IOException;
import java.lang.reflect.Method;
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
        if (home.directory() == null) {
            return Stream.of(new FailingInvocation("[suite]", String.valueOf(home.missing())));
        }
        RunSettings settings;
        try {
            settings = settings(context);
        } catch (InvalidSetting e) {
            return Stream.of(new FailingInvocation("[suite]", String.valueOf(e.getMessage())));
        }
        Suite suite;
        try {
            suite = home.read();
        } catch (IOException e) {
            return Stream.of(new FailingInvocation("[suite]", home.directory() + " cannot be read: " + e));
        }
        Selection selection;
        try {
            selection = Selection.of(home, suite, settings);
        } catch (InvalidSetting e) {
            return Stream.of(new FailingInvocation("[suite]", String.valueOf(e.getMessage())));
        }
        return invocations(context, home, selection, runName(type, method), annotation.judge()).stream();
    }

    private static List<TestTemplateInvocationContext> invocations(
            ExtensionContext context,
            SuiteHome home,
            Selection selection,
            String runName,
            Class<? extends Judge> judge) {
        List<TestTemplateInvocationContext> invocations = new ArrayList<>();
        for (CaseFile file : selection.suite().files()) {
            if (file instanceof BrokenFile broken && selection.has(broken)) {
                invocations.add(new FailingInvocation(
                        selection.nameOf(broken) + " [broken file]", selection.messageOf(broken)));
            }
        }
        String problem = selection.problem();
        if (problem != null) {
            invocations.add(new FailingInvocation("[no case]", problem));
        }
        List<dev.retrial.run.Cell> cells = selection.cells();
        String nothing = selection.nothing();
        if (nothing != null) {
            invocations.add(new SkippedInvocation(nothing));
        }
        if (!cells.isEmpty() || nothing != null) {
            EvalTestRun run = EvalTestRun.open(runName, home, selection, cells, judge);
            // JUnit closes what is in the store of the method when its last invocation has ended.
            context.getStore(ExtensionContext.Namespace.create(EvalTestExtension.class))
                    .put(EvalTestRun.class, run);
            for (dev.retrial.run.Cell cell : cells) {
                invocations.add(new CellInvocation(run, cell));
            }
        }
        return invocations;
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
