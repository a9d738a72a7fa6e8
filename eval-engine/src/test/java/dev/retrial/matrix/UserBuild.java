package dev.retrial.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One build of the user projects, with one Surefire and one JUnit.
 *
 * @param name which Surefire and which JUnit
 * @param directory where the projects were built
 * @param log what Maven printed
 */
record UserBuild(String name, Path directory, String log) {

    static Stream<UserBuild> all() {
        String builds = System.getProperty("retrial.it.builds");
        if (builds == null) {
            throw new IllegalStateException(
                    "Run by 'mvn verify -Pmatrix -pl eval-engine -am', which builds the projects first");
        }
        try (Stream<Path> directories = Files.list(Path.of(builds))) {
            List<UserBuild> all = directories
                    .filter(directory -> directory.getFileName().toString().startsWith("surefire-"))
                    .sorted()
                    .map(UserBuild::read)
                    .toList();
            return all.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UserBuild read(Path directory) {
        Path projects = directory.resolve("suites");
        try {
            return new UserBuild(
                    directory.getFileName().toString(), projects, Files.readString(projects.resolve("build.log")));
        } catch (IOException e) {
            throw new UncheckedIOException("No build in " + directory, e);
        }
    }

    /** What became of one project. */
    UserProject project(String project) {
        Matcher status = Pattern.compile("^\\[INFO] " + Pattern.quote(project) + " \\.+ (\\w+)", Pattern.MULTILINE)
                .matcher(log);
        if (!status.find()) {
            throw new AssertionError(name + " did not build " + project + "; see " + directory.resolve("build.log"));
        }
        Matcher section = Pattern.compile(
                        "^\\[INFO] -+< acme:" + Pattern.quote(project)
                                + " >-+$(.*?)(?=^\\[INFO] -+< acme:|^\\[INFO] Reactor Summary)",
                        Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(log);
        if (!section.find()) {
            throw new AssertionError(
                    name + " printed nothing of " + project + "; see " + directory.resolve("build.log"));
        }
        return new UserProject(project, directory.resolve(project), status.group(1), section.group(1));
    }

    @Override
    public String toString() {
        return name;
    }
}
