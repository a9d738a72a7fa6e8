package dev.retrial.tickets.read.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of bytes whose encoding is told by a byte order mark or by where the zeros are; bytes that are no text are replaced and counted. */
final class LenientReader extends Reader {

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15);
    private final CharsetDecoder decoder;
    private final Charset charset;
    private long before;
    private boolean ended;
    private long broken;
    private long firstBroken = -1;

    LenientReader(InputStream in) throws IOException {
        this.in = in;
        bytes.limit(0);
        while (bytes.limit() < 4 && fill()) {
            // A stream may give its first bytes one by one.
        }
        int mark = 0;
        Charset found = StandardCharsets.UTF_8;
        if (starts(0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (starts(0xFF, 0xFE, 0, 0)) {
            found = Charset.forName("UTF-32LE");
            mark = 4;
        } else if (starts(0, 0, 0xFE, 0xFF)) {
            found = Charset.forName("UTF-32BE");
            mark = 4;
        } else if (starts(0xFF, 0xFE)) {
            found = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (starts(0xFE, 0xFF)) {
            found = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (bytes.limit() >= 4 && bytes.get(0) == 0 && bytes.get(1) != 0 && bytes.get(2) == 0) {
            found = StandardCharsets.UTF_16BE;
        } else if (bytes.limit() >= 4 && bytes.get(0) != 0 && bytes.get(1) == 0 && bytes.get(3) == 0) {
            found = StandardCharsets.UTF_16LE;
        }
        bytes.position(mark);
        charset = found;
        decoder = found.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** How many runs of bytes were no text. */
    long broken() {
        return broken;
    }

    /** Where the first of them is, in bytes from the start. */
    long firstBroken() {
        return firstBroken;
    }

    String encoding() {
        return charset.name();
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(into, from, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                if (!chars.hasRemaining()) {
                    return chars.position();
                }
                if (firstBroken < 0) {
                    firstBroken = before + bytes.position();
                }
                broken++;
                bytes.position(bytes.position() + result.length());
                chars.put('\ufffd');
            } else if (result.isOverflow() || chars.position() > 0) {
                // What is there is handed over before more is asked for, since that may fail.
                return chars.position();
            } else if (ended) {
                return -1;
            } else {
                fill();
            }
        }
    }

    private boolean fill() throws IOException {
        before += bytes.position();
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        ended = read < 0;
        return read >= 0;
    }

    private boolean starts(int... expected) {
        if (bytes.limit() < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes.get(i) & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
