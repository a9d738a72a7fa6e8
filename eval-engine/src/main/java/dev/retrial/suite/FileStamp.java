package dev.retrial.suite;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known to be unchanged without reading it.
 *
 * @param modified when it was last written, in nanoseconds since 1970
 * @param size its size in bytes
 * @param key its inode, where the file system has one
 */
record FileStamp(long modified, long size, @Nullable Object key) {

    /** File systems count time in steps; within one of them a file can change twice and look the same. */
    private static final long STEP_MILLIS = 50;

    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(), attributes.fileKey());
    }

    /** Written out, since the first use of what the compiler makes for a record takes longer than to compare ten thousand stamps. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileStamp stamp
                && modified == stamp.modified
                && size == stamp.size
                && Objects.equals(key, stamp.key);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(modified) * 31 + Long.hashCode(size);
    }

    /** Whether a file that had this stamp when it was read at {@code readMillis} cannot have changed within the same step of the clock. */
    boolean isSettled(long readMillis) {
        return TimeUnit.NANOSECONDS.toMillis(modified) + STEP_MILLIS < readMillis;
    }
}
