package dev.retrial.text;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of a text, kept for a while, since a dozen checks look at the same reply one after the other.
 *
 * <p>Kept by thread, for the texts that were asked for last, and only while memory is not needed for something else.
 * Longer texts than replies are read anew each time, so that nothing is kept in proportion to them.
 */
final class ReadText {

    private static final int LONGEST = 1 << 15;

    /** A power of two. */
    private static final int REMEMBERED = 64;

    private static final ThreadLocal<WeakReference<ReadText>[]> RECENT = ThreadLocal.withInitial(ReadText::none);

    private final String text;
    private boolean wordsAsked;
    private int @Nullable [] words;

    /** The text without its code, where it has been asked for. */
    @Nullable
    Prose prose;

    /** The text without its quotations, where it has been asked for. */
    @Nullable
    String unquoted;

    private ReadText(String text) {
        this.text = text;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static WeakReference<ReadText>[] none() {
        return new WeakReference[REMEMBERED];
    }

    /** What is known of a text, or null where it is too long to be kept. */
    @SuppressWarnings("ReferenceEquality") // Two equal texts may as well be read twice.
    static @Nullable ReadText of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        WeakReference<ReadText>[] recent = RECENT.get();
        int slot = text.hashCode() & (REMEMBERED - 1);
        WeakReference<ReadText> reference = recent[slot];
        ReadText known = reference == null ? null : reference.get();
        if (known == null || known.text != text) {
            known = new ReadText(text);
            recent[slot] = new WeakReference<>(known);
        }
        return known;
    }

    /** Of each word where it begins, where it ends and its hash, one after the other; null where nobody has asked before, since most texts are read once. */
    int @Nullable [] words() {
        if (words == null && wordsAsked) {
            words = read();
        }
        wordsAsked = true;
        return words;
    }

    private int[] read() {
        int[] read = new int[Math.max(12, text.length() / 2)];
        int size = 0;
        Words cursor = Words.notRemembered(text);
        while (cursor.next()) {
            if (size + 3 > read.length) {
                read = Arrays.copyOf(read, read.length * 2);
            }
            read[size++] = cursor.start();
            read[size++] = cursor.end();
            read[size++] = cursor.hash();
        }
        return Arrays.copyOf(read, size);
    }
}
