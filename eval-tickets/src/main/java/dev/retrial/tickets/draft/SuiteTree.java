package dev.retrial.tickets.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A suite's directory as it is written to: whole files only, and none outside. */
final class SuiteTree {

    /** What the name of a file that is not finished ends with; it begins with a dot, so that no suite reads it. */
    static final String UNFINISHED = ".retrial-new";

    private final Path root;
    private final Disk disk;

    /**
     * The directory.
     *
     * @param root it, with links resolved
     * @param disk by which it is written to
     */
    SuiteTree(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    Path root() {
        return root;
    }

    /**
     * The file of this name.
     *
     * @throws IOException where it is not within the suite, whether by its name or by a link
     */
    Path resolve(String file) throws IOException {
        Path path = root.resolve(file).normalize();
        if (file.isEmpty() || !path.startsWith(root) || path.equals(root)) {
            throw new IOException("this file is outside of the suite's directory; nothing was changed");
        }
        for (Path part = path; part != null && !part.equals(root); part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new IOException(
                        root.relativize(part) + " is a symbolic link: files of the suite are changed in place only");
            }
        }
        return path;
    }

    /** Writes the whole file, so that whoever reads it sees all of it or what was there before. */
    void put(Path file, byte[] bytes) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + UNFINISHED);
        Files.createDirectories(directory(file));
        disk.write(unfinished, bytes);
        disk.move(unfinished, file);
    }

    private Path directory(Path file) {
        Path directory = file.getParent();
        return directory == null ? root : directory;
    }

    void move(Path from, Path to) throws IOException {
        Files.createDirectories(directory(to));
        disk.move(from, to);
    }

    void delete(Path file) throws IOException {
        disk.delete(file);
    }

    /** Removes what a crash left behind in a directory. */
    void clean(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.newDirectoryStream(directory, ".*" + UNFINISHED)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The hash of a file's bytes, or null where there is no file. */
    static @Nullable String hash(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? hash(Files.readAllBytes(file)) : null;
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
