package dev.retrial.tickets.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The steps in which files change, each of which a crash may follow: a test puts itself in its place and stops between any two.
 *
 * <p>What is written reaches the disk before the step ends.
 */
interface Disk {

    /** The real one. */
    Disk REAL = new Disk() {};

    /** Writes a file that nobody reads yet, replacing what an earlier attempt left. */
    default void write(Path file, byte[] bytes) throws IOException {
        write(
                file,
                bytes,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    /** Adds to the end of a file. */
    default void append(Path file, byte[] bytes) throws IOException {
        write(file, bytes, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Gives a file another name, in one step; what had that name is gone. */
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path directory = to.toAbsolutePath().getParent();
        if (directory != null) {
            force(directory);
        }
    }

    /** Removes a file, if it is there. */
    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static void write(Path file, byte[] bytes, Set<StandardOpenOption> how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A new name lasts where its directory has reached the disk; Windows neither can nor needs to do so. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The move itself has happened.
        }
    }
}
