package dev.retrial.junit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Where the tests of a suite point to: each file as an editor should open it, in the source tree where it exists there. */
final class Sources {

    private final @Nullable File sources;
    private final @Nullable File directory;

    Sources(SuiteHome home) {
        this.sources = canonical(home.sources());
        this.directory = canonical(home.directory());
    }

    /** A file of the suite, by its path relative to the suite's directory. */
    FileSource of(String file) {
        if (sources != null) {
            File source = new KnownFile(sources, file);
            if (source.exists()) {
                return FileSource.from(source);
            }
        }
        return FileSource.from(directory == null ? new File(file) : new KnownFile(directory, file));
    }

    private static @Nullable File canonical(@Nullable Path directory) {
        if (directory == null) {
            return null;
        }
        try {
            return directory.toRealPath().toFile();
        } catch (IOException e) {
            return directory.toFile();
        }
    }

    /**
     * A file in a directory whose path has no symbolic link in it.
     *
     * <p>{@link FileSource} asks the file system for the canonical path of each file, name by name from the root, which takes longer than to list a large suite.
     * To have asked for the directory's is enough: a case that is a link itself is known, and selected, by the link's name.
     */
    private static final class KnownFile extends File {

        private static final long serialVersionUID = 1;

        KnownFile(File directory, String name) {
            super(directory, name);
        }

        /** Not of this class, for sources are sent to other processes. */
        @Override
        public File getCanonicalFile() {
            return new File(getPath());
        }
    }
}
