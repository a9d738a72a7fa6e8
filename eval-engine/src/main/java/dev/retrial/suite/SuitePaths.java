package dev.retrial.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Paths that suite files name; none of them leaves the suite's directory, symbolic links included. */
final class SuitePaths {

    /** The suite's directory, symbolic links resolved. */
    private final Path root;

    SuitePaths(Path root) {
        this.root = root;
    }

    /**
     * What keeps the path of a file from being used, or null where nothing does.
     *
     * @param written the path as written, relative to the suite's directory
     */
    @Nullable
    String problem(String written) {
        String leaving = leaving(written);
        return leaving == null && !Files.exists(resolve(written))
                ? "there is no such file in the suite's directory"
                : leaving;
    }

    /**
     * How a path leaves the suite's directory, or null where it does not; it may lead to what does not exist yet.
     *
     * @param written the path as written, relative to the suite's directory
     */
    @Nullable
    String leaving(String written) {
        Path path;
        try {
            path = root.resolve(written).normalize();
        } catch (InvalidPathException e) {
            return "this is not a path";
        }
        if (written.startsWith("/") || !path.startsWith(root)) {
            return "this path leaves the suite's directory: move the file into it";
        }
        return Files.exists(path) && leaves(path)
                ? "a symbolic link on this path leaves the suite's directory: move the file into it"
                : null;
    }

    /** Whether an existing path, symbolic links resolved, lies outside of the suite's directory. */
    boolean leaves(Path path) {
        try {
            return !path.toRealPath().startsWith(root);
        } catch (IOException e) {
            return true;
        }
    }

    Path resolve(String written) {
        return root.resolve(written).normalize();
    }
}
