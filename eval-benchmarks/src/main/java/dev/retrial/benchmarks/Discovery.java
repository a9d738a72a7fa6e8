package dev.retrial.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Discovers a class twice through the Launcher, as Surefire does, in a cold JVM, and prints how long each time took. */
final class Discovery {

    private Discovery() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(arguments[0]))
                .build();
        Launcher launcher = LauncherFactory.create();
        TestPlan plan = launcher.discover(request);
        long first = System.nanoTime();
        TestPlan again = launcher.discover(request);
        long second = System.nanoTime();
        System.out.println("tests " + plan.countTestIdentifiers(identifier -> identifier.isTest()));
        System.out.println("again " + again.countTestIdentifiers(identifier -> identifier.isTest()));
        System.out.println("first " + (first - start) / 1e6);
        System.out.println("second " + (second - first) / 1e6);
    }
}
