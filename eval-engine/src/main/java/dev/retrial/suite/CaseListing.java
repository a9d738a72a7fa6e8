package dev.retrial.suite;

import dev.retrial.suite.SuiteDirectory.Listed;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files below {@code cases/}: the names of all the directories of one depth, then a look at each, on every processor where they are many.
 *
 * <p>To look at ten thousand files is most of what a second discovery does with them.
 */
final class CaseListing {

    /** What a thread must have to look at to be worth its start. */
    private static final int ENTRIES_PER_THREAD = 1_000;

    private final SuiteDirectory suite;
    private final Path cases;
    private final int rootLength;
    private final List<Listed> found = new ArrayList<>();

    /**
     * A listing.
     *
     * @param suite the suite
     * @param root its directory
     */
    CaseListing(SuiteDirectory suite, Path root) {
        this.suite = suite;
        this.cases = root.resolve(SuiteDirectory.CASES);
        this.rootLength = root.toString().length() + 1;
    }

    /** The files, in the order of their names. */
    List<Listed> files() {
        if (Files.isSymbolicLink(cases)) {
            return List.of(Listed.of(cases, SuiteDirectory.CASES, SuiteDirectory.LINKED_DIRECTORY));
        }
        if (!Files.isDirectory(cases)) {
            return List.of();
        }
        List<Path> directories = List.of(cases);
        while (!directories.isEmpty()) {
            List<Path> entries = new ArrayList<>();
            for (Path directory : directories) {
                addEntries(directory, entries);
            }
            directories = look(entries);
        }
        Listed[] sorted = found.toArray(new Listed[0]);
        Arrays.sort(sorted, Comparator.comparing(Listed::name));
        return Arrays.asList(sorted);
    }

    private void addEntries(Path directory, List<Path> entries) {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path entry : stream) {
                if (!entry.getFileName().toString().startsWith(".")) {
                    entries.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            found.add(unreadable(directory));
        }
    }

    /** Notes the files among these; returns the directories. */
    private List<Path> look(List<Path> entries) {
        @Nullable Listed[] files = new Listed[entries.size()];
        @Nullable Path[] directories = new Path[entries.size()];
        IntConsumer one = index -> {
            Path entry = entries.get(index);
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    directories[index] = entry;
                } else {
                    files[index] = file(entry, attributes);
                }
            } catch (IOException e) {
                files[index] = unreadable(entry);
            }
        };
        SharedWork.run(entries.size(), ENTRIES_PER_THREAD, () -> one);
        List<Path> below = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            Listed file = files[i];
            Path directory = directories[i];
            if (file != null) {
                found.add(file);
            } else if (directory != null) {
                below.add(directory);
            }
        }
        return below;
    }

    private @Nullable Listed file(Path entry, BasicFileAttributes attributes) {
        String name = name(entry);
        if (SuiteDirectory.isNearlyYaml(name)) {
            return Listed.of(
                    entry, name, "by its name this is no YAML file, and nothing would read it: call it *.yaml");
        }
        boolean counts = SuiteDirectory.stem(name) != null || attributes.isSymbolicLink() && Files.isDirectory(entry);
        return counts ? suite.listed(entry, name, attributes) : null;
    }

    private Listed unreadable(Path path) {
        return Listed.of(path, name(path), "this cannot be read; check its permissions");
    }

    private String name(Path path) {
        return path.toString().substring(rootLength).replace(File.separatorChar, '/');
    }
}
