package dev.retrial.junit;

import dev.retrial.run.InvalidSetting;
import dev.retrial.run.RunSettings;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns what a build or an IDE asks for into the nodes of suites. */
final class SuiteSelectors implements SelectorResolver {

    private final UniqueId root;
    private final Predicate<String> classNames;
    private final Parameters parameters;
    private final Map<String, SuiteNode> suites = new HashMap<>();

    SuiteSelectors(UniqueId root, Predicate<String> classNames, Parameters parameters) {
        this.root = root;
        this.classNames = classNames;
        this.parameters = parameters;
    }

    /** Whether the class stands for a suite; an annotation that only passes {@link EvalSuite} on does not. */
    static boolean isMarker(Class<?> type) {
        return !type.isAnnotation() && AnnotationSupport.isAnnotated(type, EvalSuite.class);
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        if (!classNames.test(selector.getClassName()) || !isMarker(selector.getJavaClass())) {
            return Resolution.unresolved();
        }
        return context.addToParent(parent -> Optional.of(suite(homeOf(selector.getJavaClass()))))
                .map(SuiteSelectors::whole)
                .orElseGet(Resolution::unresolved);
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        UniqueId parentId = id.removeLastSegment();
        UniqueId.Segment last = id.getLastSegment();
        if (parentId.equals(root)) {
            SuiteHome home = last.getType().equals(SuiteNode.SEGMENT) ? homeNamed(last.getValue()) : null;
            return home == null
                    ? Resolution.unresolved()
                    : context.addToParent(parent -> Optional.of(suite(home)))
                            .map(SuiteSelectors::whole)
                            .orElseGet(Resolution::unresolved);
        }
        // One level at a time: a node that is added below a parent which was not resolved ends up below the root.
        Optional<TestDescriptor> parent = context.resolve(DiscoverySelectors.selectUniqueId(parentId));
        if (parent.isEmpty() || !(parent.get() instanceof Node node)) {
            return Resolution.unresolved();
        }
        if (node instanceof Leaf leaf) {
            return whole(leaf);
        }
        Node child = node.select(last);
        node.addChild(child);
        return whole(child);
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        int line = selector.getPosition().map(FilePosition::getLine).orElse(0);
        return inSuite(selector.getPath().toAbsolutePath().normalize(), line, context);
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        return inSuite(selector.getPath().toAbsolutePath().normalize(), 0, context);
    }

    @Override
    public Resolution resolve(ClasspathResourceSelector selector, Context context) {
        Path file = resource(selector.getClasspathResourceName());
        int line = selector.getPosition().map(FilePosition::getLine).orElse(0);
        return file == null ? Resolution.unresolved() : inSuite(file, line, context);
    }

    private Resolution inSuite(Path path, int line, Context context) {
        Path directory = SuiteHome.above(path);
        if (directory == null) {
            return Resolution.unresolved();
        }
        boolean isDirectory = Files.isDirectory(path);
        String relative = directory.relativize(path).toString().replace(File.separatorChar, '/');
        Set<Match> matches = new LinkedHashSet<>();
        for (SuiteHome home : homesOf(directory)) {
            SuiteNode suite = suite(home);
            List<? extends Node> found;
            if (relative.isEmpty()) {
                found = List.of(suite);
            } else if (isDirectory) {
                found = suite.selectBelow(relative + "/");
            } else {
                found = suite.selectFile(relative, line);
            }
            if (!found.isEmpty()) {
                context.addToParent(parent -> Optional.of(suite));
            }
            for (Node node : found) {
                matches.add(node instanceof SuiteNode ? match(node) : Match.exact(node));
            }
        }
        return matches.isEmpty() ? Resolution.unresolved() : Resolution.matches(matches);
    }

    private static Resolution whole(Node node) {
        return Resolution.match(match(node));
    }

    /** JUnit expands a node that was selected, and not one that was only passed through. The children are made then, without a selector for each. */
    private static Match match(Node node) {
        return Match.exact(node, () -> {
            if (node instanceof CaseNode caseNode) {
                caseNode.selectWhole();
            } else {
                node.selectAll();
            }
            return Set.of();
        });
    }

    private SuiteNode suite(SuiteHome home) {
        SuiteNode known = suites.get(home.name());
        if (known == null) {
            known = read(home);
            suites.put(home.name(), known);
        }
        return known;
    }

    private SuiteNode read(SuiteHome home) {
        UniqueId id = root.append(SuiteNode.SEGMENT, home.name());
        RunSettings settings;
        try {
            settings = parameters.settings();
        } catch (InvalidSetting e) {
            return SuiteNode.unusable(id, home, String.valueOf(e.getMessage()), parameters.output(home));
        }
        if (home.directory() == null) {
            return SuiteNode.unusable(id, home, String.valueOf(home.missing()), home.output(settings));
        }
        try {
            return SuiteNode.of(id, home, Selection.of(home, home.read(), settings));
        } catch (InvalidSetting e) {
            return SuiteNode.unusable(id, home, String.valueOf(e.getMessage()), home.output(settings));
        } catch (IOException e) {
            return SuiteNode.unusable(id, home, home.directory() + " cannot be read: " + e, home.output(settings));
        }
    }

    private static SuiteHome homeOf(Class<?> marker) {
        EvalSuite annotation =
                AnnotationSupport.findAnnotation(marker, EvalSuite.class).orElseThrow();
        return SuiteHome.of(marker, annotation.value(), "@EvalSuite");
    }

    /** The suite of a unique id: a marker class, or a directory below the working directory. */
    private static @Nullable SuiteHome homeNamed(String name) {
        Class<?> marker = ReflectionSupport.tryToLoadClass(name).toOptional().orElse(null);
        if (marker != null) {
            return isMarker(marker) ? homeOf(marker) : null;
        }
        Path directory = Path.of(name).toAbsolutePath().normalize();
        return directory.equals(SuiteHome.above(directory)) ? SuiteHome.of(directory) : null;
    }

    /** The suites whose directory this is, by the marker classes of the same project; the bare directory where no class stands for it. */
    private static List<SuiteHome> homesOf(Path directory) {
        SuiteHome bare = SuiteHome.of(directory);
        Path project = bare.project();
        Set<String> seen = new HashSet<>();
        List<SuiteHome> homes = new ArrayList<>();
        for (Path root : classPathDirectories()) {
            if (!root.startsWith(project)) {
                continue;
            }
            for (Class<?> marker : ReflectionSupport.findAllClassesInClasspathRoot(
                    root.toUri(), SuiteSelectors::isMarker, name -> true)) {
                SuiteHome home = homeOf(marker);
                if (home.isAt(directory) && seen.add(home.name())) {
                    homes.add(home);
                }
            }
        }
        return homes.isEmpty() ? List.of(bare) : homes;
    }

    private static List<Path> classPathDirectories() {
        List<Path> directories = new ArrayList<>();
        try {
            Enumeration<URL> roots = loader().getResources("");
            while (roots.hasMoreElements()) {
                Path root = file(roots.nextElement());
                if (root != null) {
                    directories.add(root);
                }
            }
        } catch (IOException e) {
            return directories;
        }
        return directories;
    }

    private static @Nullable Path resource(String name) {
        URL url = loader().getResource(name);
        return url == null ? null : file(url);
    }

    private static @Nullable Path file(URL url) {
        try {
            return url.getProtocol().equals("file")
                    ? Path.of(URI.create(url.toString())).toAbsolutePath().normalize()
                    : null;
        } catch (FileSystemNotFoundException | IllegalArgumentException e) {
            return null;
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ClassLoader.getSystemClassLoader() : context;
    }
}
