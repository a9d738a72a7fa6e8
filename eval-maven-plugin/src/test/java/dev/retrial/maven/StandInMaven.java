package dev.retrial.maven;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Is {@code mvn} in the shells of recipes, where no repository has what is being built: it runs goals of ours by the plugin's descriptor, and {@code test} by JUnit's launcher.
 */
final class StandInMaven {

    private static final List<String> PLAIN = List.of("-B", "-ntp", "test");

    private StandInMaven() {}

    public static void main(String[] arguments) throws Exception {
        String line = String.join(" ", arguments);
        if (Goals.isIn(line)) {
            try {
                new Goals(Path.of("").toAbsolutePath(), System.getenv()).run(line);
            } catch (MojoFailureException | MojoExecutionException e) {
                end(1, e.getMessage());
            }
            return;
        }
        boolean ignoresFailures = false;
        for (String argument : arguments) {
            if (argument.startsWith("-Dretrial.")) {
                int value = argument.indexOf('=');
                System.setProperty(argument.substring(2, value), argument.substring(value + 1));
            } else if (argument.equals("-Dmaven.test.failure.ignore=true")) {
                ignoresFailures = true;
            } else if (!PLAIN.contains(argument)) {
                end(2, "nobody has told the stand-in what " + argument + " means");
            }
        }
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory("src/test/resources/evals"))
                .build();
        SummaryGeneratingListener heard = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, heard);
        heard.getSummary()
                .getFailures()
                .forEach(failure ->
                        System.out.println(failure.getTestIdentifier().getDisplayName() + ": "
                                + failure.getException().getMessage()));
        long tests = heard.getSummary().getTestsFoundCount();
        boolean red = heard.getSummary().getTotalFailureCount() > 0;
        end(tests == 0 || red && !ignoresFailures ? 1 : 0, tests + " tests");
    }

    private static void end(int code, String said) {
        System.out.println("mvn: " + said);
        System.exit(code);
    }
}
