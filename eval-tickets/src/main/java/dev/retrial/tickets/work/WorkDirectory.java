package dev.retrial.tickets.work;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;

/**
 * Where a project keeps what was read of its tickets: redacted, on this machine only. The directory tells git to leave it alone; to delete it loses nothing that
 * cannot be imported again.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WorkDirectory {

    /** Where it is, below the project's directory, unless a command is told otherwise. */
    public static final Path DEFAULT = Path.of(".retrial", "tickets");

    private final Path path;

    private WorkDirectory(Path path) {
        this.path = path;
    }

    /** The directory, made where it is not there yet. */
    public static WorkDirectory at(Path path) throws IOException {
        Files.createDirectories(path);
        Path ignore = path.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "# Redacted tickets; nothing here belongs in git.\n*\n");
        }
        return new WorkDirectory(path);
    }

    /** A file in it. */
    Path file(String name) {
        return path.resolve(name);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * Keeps other commands out until it is closed: two that write at once would lose what one of them wrote.
     *
     * @throws IOException where another command is at work here
     */
    Closeable lock() throws IOException {
        FileChannel channel = FileChannel.open(file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        if (lock == null) {
            channel.close();
            throw new IOException(path + ": another command is at work here; wait for it to end");
        }
        return channel;
    }

    /** Puts a file that was written whole in the place of another; a crash leaves the one or the other. */
    static void replace(Path written, Path place) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
