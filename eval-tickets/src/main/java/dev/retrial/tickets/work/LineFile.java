package dev.retrial.tickets.work;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file as the bytes that they are, one after the other or by where they begin: a file of millions of lines is gone through without making texts of them. */
final class LineFile implements Closeable {

    private static final int READ = 1 << 16;

    private final FileChannel file;
    private final long size;
    private byte[] buffer = new byte[READ];
    private int next;
    private int filled;
    /** Where in the file the buffer begins. */
    private long base;

    LineFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        size = file.size();
    }

    /**
     * A line, in a buffer that the next one overwrites.
     *
     * @param start where it begins in the file
     * @param bytes what holds it
     * @param from where in it
     * @param length without the line's end
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and lives no longer than a look at it
    record Line(long start, byte[] bytes, int from, int length) {

        @Override
        public String toString() {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }

        /** The text between a mark, which is looked for in the beginning of the line, and the next quotation mark; null where it has none. */
        @Nullable
        String quotedBehind(byte[] mark) {
            int most = Math.min(length, 200) - mark.length;
            for (int i = 0; i <= most; i++) {
                if (Arrays.equals(bytes, from + i, from + i + mark.length, mark, 0, mark.length)) {
                    int begin = from + i + mark.length;
                    for (int end = begin; end < from + length; end++) {
                        if (bytes[end] == '"') {
                            return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
                        }
                    }
                    return null;
                }
            }
            return null;
        }
    }

    /** How many bytes the file has. */
    long size() {
        return size;
    }

    /** How many of them were read as lines. */
    long position() {
        return base + next;
    }

    /** Goes to where a line begins. */
    void seek(long start) throws IOException {
        file.position(start);
        base = start;
        next = 0;
        filled = 0;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        int searched = next;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    Line line = new Line(base + next, buffer, next, i - next);
                    next = i + 1;
                    return line;
                }
            }
            int unread = filled - next;
            if (!fill()) {
                if (unread == 0) {
                    return null;
                }
                Line last = new Line(base + next, buffer, next, unread);
                next = filled;
                return last;
            }
            searched = next + unread;
        }
    }

    private boolean fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            base += next;
            filled -= next;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = file.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled));
        filled += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
