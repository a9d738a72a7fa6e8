package dev.retrial.suite.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strict decoding: a byte that is not UTF-8 is an error with its place, never a replacement character. */
public final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * The text of a file; a byte order mark at its start is left out.
     *
     * @return the text, or null where the bytes are not UTF-8, which has been reported
     */
    public static @Nullable String decode(byte[] bytes, Complaints complaints) {
        // The JDK decodes fastest when it replaces what is wrong; only then is it worth looking where.
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            int wrong = firstWrongByte(bytes);
            if (wrong >= 0) {
                complain(bytes, wrong, complaints);
                return null;
            }
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int firstWrongByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return result.isError() ? in.position() : -1;
    }

    private static void complain(byte[] bytes, int wrong, Complaints complaints) {
        if (wrong == 0 && bytes.length > 1 && isUtf16Mark(bytes[0] & 0xFF, bytes[1] & 0xFF)) {
            complaints.add(1, 1, "the file is UTF-16: save it as UTF-8");
            return;
        }
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < wrong; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        String before = new String(bytes, lineStart, wrong - lineStart, StandardCharsets.UTF_8);
        complaints.add(
                line,
                before.codePointCount(0, before.length()) + 1,
                "the byte at offset " + wrong + " is not UTF-8: save the file as UTF-8");
    }

    private static boolean isUtf16Mark(int first, int second) {
        return first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
    }
}
