package dev.retrial.suite;

import java.nio.file.attribute.BasicFileAttributes;
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

    /** Whether a file that had this stamp when it was read at {@code readMillis} cannot have changed within the same step of the clock. */
    boolean isSettled(long readMillis) {
        return TimeUnit.NANOSECONDS.toMillis(modified) + STEP_MILLIS < readMillis;
    }
}
