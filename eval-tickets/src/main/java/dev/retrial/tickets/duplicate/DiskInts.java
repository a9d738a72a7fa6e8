package dev.retrial.tickets.duplicate;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Arrays of numbers in a file that is gone afterwards, each found again by its position. What is read often stays in the page cache of the
 * operating system, which gives it back when it needs to; in the heap it would not.
 */
final class DiskInts implements Closeable {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer pending = ByteBuffer.allocateDirect(BUFFER);
    private long written;

    DiskInts(Path directory, String name) throws IOException {
        file = Files.createTempFile(directory, name, ".tmp");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Writes the array's first numbers and returns where, counted in numbers. For one thread, and before any reading. */
    long append(int[] numbers, int count) throws IOException {
        long at = (written + pending.position()) / Integer.BYTES;
        for (int i = 0; i < count; i++) {
            if (!pending.hasRemaining()) {
                flush();
            }
            pending.putInt(numbers[i]);
        }
        return at;
    }

    void flush() throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            written += channel.write(pending, written);
        }
        pending.clear();
    }

    /** Writes at a position of its own, from any thread. */
    void write(long position, int[] numbers, int count, ByteBuffer buffer) throws IOException {
        buffer.clear();
        for (int i = 0; i < count; i++) {
            buffer.putInt(numbers[i]);
        }
        buffer.flip();
        long at = position * Integer.BYTES;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    /** Where the last number ends. */
    long end() {
        return (written + pending.position()) / Integer.BYTES;
    }

    /** A way to read, for one thread. */
    Reader reader() {
        return new Reader();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Reads into an array of its own, which the next reading fills anew. */
    final class Reader {

        private ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 14);
        private int[] numbers = new int[1 << 10];

        int[] read(long position, int count) {
            int bytes = count * Integer.BYTES;
            if (bytes > buffer.capacity()) {
                buffer = ByteBuffer.allocateDirect(Math.max(bytes, buffer.capacity() * 2));
            }
            if (count > numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(count, numbers.length * 2));
            }
            buffer.clear().limit(bytes);
            long at = position * Integer.BYTES;
            try {
                while (buffer.hasRemaining()) {
                    int read = channel.read(buffer, at);
                    if (read < 0) {
                        throw new IOException("The file of what is compared is shorter than what was written to it.");
                    }
                    at += read;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.flip().asIntBuffer().get(numbers, 0, count);
            return numbers;
        }
    }
}
