package dev.retrial.tickets.read.file;

import java.io.IOException;
import java.io.Reader;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a JSON value ends, without understanding it: brackets, quotes, and just enough grammar to notice that a value never ended and
 * another began. That is what lets one broken, huge or endless record be passed over while its neighbours are read, which no parser does.
 */
final class JsonScanner {

    /** How a value ended. */
    enum End {
        COMPLETE,
        /** It is longer than was asked for; the rest can be skipped. */
        TOO_LONG,
        /** Its brackets or quotes do not fit. */
        BROKEN,
        /** The file ended within it. */
        ENDED
    }

    private static final int DEEPEST_CHECKED = 1 << 16;

    private final Reader in;
    private char[] buffer = new char[1 << 15];
    private int at;
    private int end;
    private long line = 1;
    private int lastRead = '\n';
    private boolean ended;
    private @Nullable IOException failure;

    private final BitSet objects = new BitSet();
    private boolean lines;
    private int depth;
    private int deepest;
    private boolean inString;
    private boolean scalar;
    private char before;

    JsonScanner(Reader in) {
        this.in = in;
    }

    /** From now on a value ends with its line. */
    void oneValueALine() {
        lines = true;
    }

    boolean isOneValueALine() {
        return lines;
    }

    long line() {
        return line;
    }

    /** Why the file ended early, or null where it ended by itself. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** The deepest nesting of the last value. */
    int deepest() {
        return deepest;
    }

    /** The next character, or -1 at the end. */
    int peek() {
        return at < end || fill() ? buffer[at] : -1;
    }

    int next() {
        int c = peek();
        if (c >= 0) {
            at++;
            lastRead = c;
            if (c == '\n') {
                line++;
            }
        }
        return c;
    }

    /** Whether the next character is the first of its line. */
    boolean atLineStart() {
        return lastRead == '\n';
    }

    /** Passes over white space; where a value ends with its line, not over the line's end if {@code within} a value. */
    int peekPastSpace(boolean within) {
        while (true) {
            int c = peek();
            boolean space = c == ' '
                    || c == '\t'
                    || c == '\r'
                    || c == '\ufeff'
                    || c == 0x1e
                    || (c == '\n' && !(within && lines));
            if (!space) {
                return c;
            }
            next();
        }
    }

    void skipLine() {
        int c = next();
        while (c >= 0 && c != '\n') {
            c = next();
        }
    }

    /** Puts characters back before what is still to come; they began at {@code onLine}. */
    void putBack(CharText text, long onLine) {
        int rest = end - at;
        char[] all = new char[Math.max(text.length() + rest, 1 << 15)];
        System.arraycopy(text.chars(), 0, all, 0, text.length());
        System.arraycopy(buffer, at, all, text.length(), rest);
        buffer = all;
        at = 0;
        end = text.length() + rest;
        line = onLine;
    }

    /** Takes the value that begins at the next character. */
    End capture(CharText into, int limit) {
        into.clear();
        depth = 0;
        deepest = 0;
        inString = false;
        int first = peek();
        scalar = first != '{' && first != '[' && first != '"';
        before = 0;
        return scan(into, limit);
    }

    /** Passes over the rest of a value that was too long. */
    End skipRest() {
        return scan(null, 0);
    }

    /** Passes over what is left of the object whose key was just read. */
    void skipObject() {
        depth = 1;
        deepest = 1;
        inString = false;
        scalar = false;
        before = '0';
        objects.set(1);
        scan(null, 0);
    }

    private End scan(@Nullable CharText into, int limit) {
        while (true) {
            if (at >= end && !fill()) {
                return scalar && depth == 0 ? End.COMPLETE : End.ENDED;
            }
            int start = at;
            int stop = into == null ? end : (int) Math.min(end, (long) start + limit - into.length());
            @Nullable End how = inString ? string(stop) : structure(stop);
            if (at > start) {
                lastRead = buffer[at - 1];
                if (into != null) {
                    into.append(buffer, start, at);
                }
            }
            if (how != null) {
                return how;
            }
            if (into != null && into.length() >= limit) {
                return End.TOO_LONG;
            }
        }
    }

    /** Reads within a string up to its end, or to {@code stop}. */
    private @Nullable End string(int stop) {
        while (at < stop) {
            char c = buffer[at];
            if (c == '\\' && before != '\\') {
                before = '\\';
                at++;
                continue;
            }
            if (before == '\\') {
                before = 0;
            } else if (c == '"') {
                at++;
                inString = false;
                before = '"';
                return depth == 0 ? End.COMPLETE : null;
            }
            if (c == '\n') {
                // JSON has no line break within a string, so this one was never closed.
                return End.BROKEN;
            }
            at++;
        }
        return null;
    }

    private @Nullable End structure(int stop) {
        while (at < stop) {
            char c = buffer[at];
            if (scalar) {
                if (c <= ' ' || c == ',' || c == ']' || c == '}') {
                    return End.COMPLETE;
                }
            } else if (c > ' ') {
                switch (c) {
                    case '"' -> {
                        at++;
                        inString = true;
                        before = 0;
                        return null;
                    }
                    case '{', '[' -> {
                        if (depth > 0 && depth < DEEPEST_CHECKED && !mayOpen()) {
                            return End.BROKEN;
                        }
                        depth++;
                        deepest = Math.max(deepest, depth);
                        if (depth < DEEPEST_CHECKED) {
                            objects.set(depth, c == '{');
                        }
                    }
                    case '}', ']' -> {
                        if (depth < DEEPEST_CHECKED && objects.get(depth) != (c == '}')) {
                            return End.BROKEN;
                        }
                        depth--;
                        if (depth == 0) {
                            at++;
                            return End.COMPLETE;
                        }
                    }
                    default -> {
                        // Anything else is for the parser to judge.
                    }
                }
                before = c;
            } else if (c == '\n') {
                if (lines) {
                    return End.BROKEN;
                }
                line++;
            }
            at++;
        }
        return null;
    }

    private boolean mayOpen() {
        return objects.get(depth) ? before == ':' : before == '[' || before == ',';
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        try {
            int read = in.read(buffer, 0, buffer.length);
            at = 0;
            end = Math.max(read, 0);
            ended = read < 0;
        } catch (IOException e) {
            // What was read until here is still worth something; the failure is told when it is used up.
            failure = e;
            ended = true;
            at = 0;
            end = 0;
        }
        return end > 0;
    }
}
