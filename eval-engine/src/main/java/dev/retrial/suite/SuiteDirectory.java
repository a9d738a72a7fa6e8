package dev.retrial.suite;

import dev.retrial.check.Nearest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists the files of a suite, each looked at once; reads none. */
final class SuiteDirectory {

    static final String CASES = "cases";

    static final String LINKED_DIRECTORY =
            "symbolic links to directories are not followed: move the directory into the suite";

    private static final List<String> DIRECTORIES = List.of(CASES, "policies");

    private static final List<String> YAML = List.of("yaml");

    private static final List<String> FRAME = List.of("suite", "cohorts", "tools", "catalogue");

    /** What the names of policies begin with among the files that every case hangs on. */
    static final String POLICIES = "policies/";

    private final Path root;
    private final SuitePaths paths;

    /**
     * A suite's directory.
     *
     * @param root the directory, symbolic links resolved
     */
    SuiteDirectory(Path root) {
        this.root = root;
        this.paths = new SuitePaths(root);
    }

    /**
     * A file of the suite.
     *
     * @param path where it is
     * @param name its path within the suite's directory, with {@code /}
     * @param stamp what it looked like
     * @param problem what keeps it from being read, or null
     */
    record Listed(
            Path path,
            String name,
            FileStamp stamp,
            @Nullable String problem) {

        /** What cannot be looked at. */
        static Listed of(Path path, String name, String problem) {
            return new Listed(path, name, new FileStamp(0, 0, null), problem);
        }

        /** The file's name without directories and ending. */
        String id() {
            String file = name.substring(name.lastIndexOf('/') + 1);
            int dot = file.lastIndexOf('.');
            return dot < 0 ? file : file.substring(0, dot);
        }
    }

    /**
     * What lies directly in the suite's directory.
     *
     * @param files the files that a suite has, by their name without ending
     * @param broken what cannot be as it is
     */
    record Top(Map<String, Listed> files, List<BrokenFile> broken) {}

    Top top() throws IOException {
        Map<String, Listed> files = new TreeMap<>();
        List<BrokenFile> broken = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                String stem = stem(name);
                if (name.startsWith(".")) {
                    continue;
                }
                if (stem == null) {
                    if (name.equals("policies")) {
                        addPolicies(entry, files, broken);
                    } else if (!name.equals(CASES)) {
                        refuseNearly(entry, name, broken);
                    }
                } else if (FRAME.contains(stem)) {
                    Listed listed = listed(
                            entry,
                            name,
                            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
                    Listed other = files.put(stem, listed);
                    if (other != null) {
                        broken.add(broken(name, "there is " + other.name() + " as well: remove one of them"));
                    }
                } else {
                    String meant = Nearest.to(stem, FRAME);
                    String directory = meant == null ? directoryMeantBy(stem) : null;
                    if (meant != null) {
                        broken.add(broken(name, "a suite has no such file; did you mean '" + meant + ".yaml'?"));
                    } else if (directory != null) {
                        broken.add(broken(
                                name, "a suite has no such file; put it into the directory '" + directory + "'"));
                    }
                }
            }
        }
        return new Top(files, broken);
    }

    /** A directory that is nearly the one of the cases or the policies: nothing would read what is in it, and nobody would notice. */
    private static void refuseNearly(Path entry, String name, List<BrokenFile> broken) {
        String meant = directoryMeantBy(name);
        if (meant != null && Files.isDirectory(entry)) {
            broken.add(broken(name, "a suite has no such directory; did you mean '" + meant + "'?"));
        }
    }

    private static @Nullable String directoryMeantBy(String name) {
        return name.equalsIgnoreCase("policy") ? "policies" : Nearest.to(name, DIRECTORIES);
    }

    private void addPolicies(Path directory, Map<String, Listed> files, List<BrokenFile> broken) throws IOException {
        if (Files.isSymbolicLink(directory)) {
            broken.add(broken("policies", LINKED_DIRECTORY));
            return;
        }
        if (!Files.isDirectory(directory)) {
            broken.add(broken("policies", "this is a directory of YAML files, and no file"));
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (stem(name) != null) {
                    files.put(
                            POLICIES + name,
                            listed(
                                    entry,
                                    POLICIES + name,
                                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
                } else if (isNearlyYaml(name)) {
                    broken.add(broken(
                            POLICIES + name,
                            "by its name this is no YAML file, and nothing would read it: call it *.yaml"));
                } else if (Files.isDirectory(entry)) {
                    broken.add(broken(POLICIES + name, "policies are not nested: move the files into policies/"));
                }
            }
        }
    }

    private static BrokenFile broken(String name, String reason) {
        return new BrokenFile(name, List.of(new Problem(name, 0, 0, reason)));
    }

    /** The name without {@code .yaml} or {@code .yml}, or null for other files. */
    static @Nullable String stem(String name) {
        int length = name.length();
        if (name.regionMatches(true, length - 5, ".yaml", 0, 5)) {
            return name.substring(0, length - 5);
        }
        return name.regionMatches(true, length - 4, ".yml", 0, 4) ? name.substring(0, length - 4) : null;
    }

    /** Whether somebody meant a YAML file, such as an editor that adds its own ending. */
    static boolean isNearlyYaml(String name) {
        if (stem(name) != null) {
            return false;
        }
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1);
        return dot > 0
                && !ending.endsWith("~")
                && (Nearest.to(ending, YAML) != null
                        || ending.equalsIgnoreCase("txt") && stem(name.substring(0, dot)) != null);
    }

    /** The files below {@code cases/}, in the order of their names. */
    CaseListing cases() {
        return new CaseListing(this, root);
    }

    /** A file as it is listed, links followed. */
    Listed listed(Path path, String name, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return new Listed(path, name, FileStamp.of(attributes), null);
        }
        if (!attributes.isSymbolicLink()) {
            return new Listed(path, name, FileStamp.of(attributes), "this is not a file");
        }
        try {
            BasicFileAttributes target = Files.readAttributes(path, BasicFileAttributes.class);
            String problem = target.isDirectory()
                    ? LINKED_DIRECTORY
                    : !target.isRegularFile()
                            ? "this is not a file"
                            : paths.leaves(path)
                                    ? "this symbolic link leaves the suite's directory: move the file into it"
                                    : null;
            return new Listed(path, name, FileStamp.of(target), problem);
        } catch (IOException e) {
            return new Listed(path, name, FileStamp.of(attributes), "this symbolic link leads nowhere");
        }
    }
}
