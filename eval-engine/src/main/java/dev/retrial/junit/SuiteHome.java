package dev.retrial.junit;

import dev.retrial.agent.AgentTypes;
import dev.retrial.judging.JudgeTypes;
import dev.retrial.run.RunSettings;
import dev.retrial.suite.Suite;
import dev.retrial.suite.SuiteReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a suite lives on this machine.
 *
 * @param name the suite's name in unique ids and results: the marker class's full name, else the directory below the project's
 * @param marker the class that stands for the suite, or null where a directory was selected that no class stands for
 * @param directory the suite's directory, absolute; null where there is none
 * @param sources the same directory in the source tree, where the other is the build's copy of it; else null
 * @param build the build directory, {@code target} or {@code build}
 * @param missing why there is no directory and what to do; null where there is one
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record SuiteHome(
        String name,
        @Nullable Class<?> marker,
        @Nullable Path directory,
        @Nullable Path sources,
        Path build,
        @Nullable String missing) {

    private static final Path WORKING_DIRECTORY = Path.of("").toAbsolutePath();

    /**
     * The home of the suite that a class stands for.
     *
     * @param marker the class
     * @param value the directory that its annotation names
     * @param annotation how the annotation is written, for messages: {@code @EvalSuite}
     */
    public static SuiteHome of(Class<?> marker, String value, String annotation) {
        Path root = classPathRoot(marker);
        Path build = buildDirectory(root);
        Path parent = build.getParent();
        Path project = parent == null ? build : parent;
        String wanted = value.startsWith("/") && !Files.isDirectory(Path.of(value)) ? value.substring(1) : value;
        Path found;
        String jar = null;
        try {
            found = besideClasses(root, build, wanted);
            if (found == null) {
                URL other = onClassPath(marker, wanted);
                if (other != null && !other.getProtocol().equals("file")) {
                    jar = other.toString();
                } else if (other != null) {
                    found = Path.of(URI.create(other.toString()));
                }
            }
            if (found == null) {
                found = directory(project.resolve(wanted));
            }
            if (found == null) {
                found = directory(WORKING_DIRECTORY.resolve(wanted));
            }
        } catch (FileSystemNotFoundException | IllegalArgumentException e) {
            found = null;
        }
        String name = marker.getName();
        if (found != null) {
            Path directory = found.toAbsolutePath().normalize();
            return new SuiteHome(name, marker, directory, sourcesOf(directory, build), build, null);
        }
        String where = annotation + "(\"" + value + "\") on " + name;
        String missing = jar != null
                ? where + ": the directory lies inside a jar (" + jar + "), and cases are read from directories. "
                        + "Put the suite below src/test/resources, or unpack it in the build."
                : where + ": there is no directory '" + value + "' on the class path (src/test/resources/" + wanted
                        + ") nor below the project (" + project.resolve(wanted)
                        + "). Create it with a suite.yaml and a directory cases, or correct the annotation.";
        return new SuiteHome(name, marker, null, null, build, missing);
    }

    /** The home of a suite that no class stands for. */
    public static SuiteHome of(Path suiteDirectory) {
        Path directory = suiteDirectory.toAbsolutePath().normalize();
        String name = (directory.startsWith(WORKING_DIRECTORY) && !directory.equals(WORKING_DIRECTORY)
                        ? WORKING_DIRECTORY.relativize(directory)
                        : directory)
                .toString()
                .replace(File.separatorChar, '/');
        Path build = buildDirectory(directory);
        return new SuiteHome(name, null, directory, sourcesOf(directory, build), build, null);
    }

    /** The suite that holds this file or directory: the nearest directory above it with a {@code suite.yaml}; null where there is none. */
    static @Nullable Path above(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path at = Files.isDirectory(absolute) ? absolute : absolute.getParent(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("suite.yaml")) || Files.isRegularFile(at.resolve("suite.yml"))) {
                return at;
            }
        }
        return null;
    }

    /** Where people find a file of the suite: in the sources, where this is the build's copy of them, and relative to where the build runs. */
    String place(String file) {
        Path found =
                Objects.requireNonNull(sources != null ? sources : directory).resolve(file);
        Path shown = found.startsWith(WORKING_DIRECTORY) ? WORKING_DIRECTORY.relativize(found) : found;
        return shown.toString().replace(File.separatorChar, '/');
    }

    /** Whether this is the suite in that directory, or the build's copy of it. */
    boolean isAt(Path suiteDirectory) {
        return suiteDirectory.equals(directory) || suiteDirectory.equals(sources);
    }

    /** The directory that the suite's build file lies in. */
    Path project() {
        Path parent = build.getParent();
        return parent == null ? WORKING_DIRECTORY : parent;
    }

    /**
     * Reads the suite; what was read before is remembered, since builds ask again for every class.
     *
     * @throws IOException where the directory cannot be listed
     */
    public Suite read() throws IOException {
        Path wanted = directory;
        if (wanted == null) {
            throw new NoSuchFileException(missing);
        }
        return new SuiteReader(new AgentTypes(loader()), new JudgeTypes(loader())).read(wanted);
    }

    /** The class loader of the project. */
    ClassLoader loader() {
        ClassLoader own = marker == null ? Thread.currentThread().getContextClassLoader() : marker.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    /** The directory below which results lie. */
    public Path output(RunSettings settings) {
        return settings.output() != null ? settings.output() : build.resolve("retrial");
    }

    private static @Nullable Path directory(Path path) {
        return Files.isDirectory(path) ? path : null;
    }

    /** Gradle keeps resources in a directory of their own beside the classes. */
    private static @Nullable Path besideClasses(@Nullable Path root, Path build, String wanted) {
        if (root == null) {
            return null;
        }
        Path found = directory(root.resolve(wanted));
        if (found == null && root.startsWith(build.resolve("classes"))) {
            found = directory(
                    build.resolve("resources").resolve(root.getFileName()).resolve(wanted));
        }
        return found;
    }

    private static @Nullable URL onClassPath(Class<?> marker, String wanted) {
        ClassLoader loader = marker.getClassLoader();
        URL first = null;
        try {
            Enumeration<URL> found =
                    loader == null ? ClassLoader.getSystemResources(wanted) : loader.getResources(wanted);
            while (found.hasMoreElements()) {
                URL url = found.nextElement();
                if (!url.getProtocol().equals("file")) {
                    first = first == null ? url : first;
                } else if (Files.isDirectory(Path.of(URI.create(url.toString())))) {
                    return url;
                }
            }
        } catch (IOException e) {
            return first;
        }
        return first;
    }

    private static @Nullable Path classPathRoot(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            Path root = Path.of(source.getLocation().toURI());
            return Files.isDirectory(root) ? root.toAbsolutePath().normalize() : null;
        } catch (java.net.URISyntaxException | FileSystemNotFoundException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The build directory that a directory lies in; else the one of the project that it, or this process, lies in. */
    static Path buildDirectory(@Nullable Path inside) {
        for (Path at = inside; at != null && at.getFileName() != null; at = at.getParent()) {
            String name = at.getFileName().toString();
            if (name.equals("target") || name.equals("build")) {
                return at;
            }
            Path conventional = conventionalBuild(at);
            if (conventional != null) {
                return conventional;
            }
        }
        Path here = conventionalBuild(WORKING_DIRECTORY);
        return here == null ? WORKING_DIRECTORY.resolve("target") : here;
    }

    private static @Nullable Path conventionalBuild(Path project) {
        if (Files.isRegularFile(project.resolve("pom.xml"))) {
            return project.resolve("target");
        }
        if (Files.isRegularFile(project.resolve("build.gradle.kts"))
                || Files.isRegularFile(project.resolve("build.gradle"))) {
            return project.resolve("build");
        }
        return null;
    }

    /** {@code target/test-classes/x} is a copy of {@code src/test/resources/x}, {@code build/resources/test/x} too. */
    private static @Nullable Path sourcesOf(Path directory, Path build) {
        if (!directory.startsWith(build) || build.getParent() == null) {
            return null;
        }
        Path inside = build.relativize(directory);
        int names = inside.getNameCount();
        String first = inside.getName(0).toString();
        Path source = build.getParent().resolve("src");
        if (first.equals("test-classes")) {
            source = source.resolve("test").resolve("resources");
        } else if (first.equals("classes")) {
            source = source.resolve("main").resolve("resources");
        } else if (first.equals("resources") && names > 1) {
            source = source.resolve(inside.getName(1)).resolve("resources");
        } else {
            return null;
        }
        int skip = first.equals("resources") ? 2 : 1;
        Path sources = names == skip ? source : source.resolve(inside.subpath(skip, names));
        return Files.isDirectory(sources) ? sources : null;
    }
}
