package dev.retrial.text;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Finds emoji.
 *
 * <p>One emoji is what a reader sees as one: a family, a flag, a hand in some colour, a keycap.
 * Signs that were text before they were emoji (a check mark, a heart, an arrow) count only where the writer asked for the picture (U+FE0F); {@code ©}, {@code ®} and {@code ™} never do.
 *
 * <p>The table is ours because the libraries that have one take half a second to load it; a test holds it against such a library.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Emoji {

    private static final int PICTURE = 0xFE0F;
    private static final int TEXT = 0xFE0E;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    /** What is shown as a picture wherever it stands; pairs of first and last. Below U+1F000 as Unicode 17 has it, above whole blocks, so that what comes with the next Unicode is one too. */
    private static final int[] PICTURES = {
        0x231A, 0x231B, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653,
        0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
        0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705,
        0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
        0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x1F004, 0x1F004, 0x1F0CF,
        0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6, 0x1F1FF, 0x1F201, 0x1F201, 0x1F21A, 0x1F21A, 0x1F22F,
        0x1F22F, 0x1F232, 0x1F236, 0x1F238, 0x1F23A, 0x1F250, 0x1F251, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0,
        0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF
    };

    /** What is text, and a picture where that is asked for; pairs of first and last. */
    private static final int[] PICTURES_IF_ASKED_FOR = {
        0x203C, 0x203C, 0x2049, 0x2049, 0x2139, 0x2139, 0x2194, 0x2199, 0x21A9, 0x21AA, 0x2328, 0x2328, 0x23CF, 0x23CF,
        0x23ED, 0x23EF, 0x23F1, 0x23F2, 0x23F8, 0x23FA, 0x24C2, 0x24C2, 0x25AA, 0x25AB, 0x25B6, 0x25B6, 0x25C0, 0x25C0,
        0x25FB, 0x25FC, 0x2600, 0x2604, 0x260E, 0x260E, 0x2611, 0x2611, 0x2618, 0x2618, 0x261D, 0x261D, 0x2620, 0x2620,
        0x2622, 0x2623, 0x2626, 0x2626, 0x262A, 0x262A, 0x262E, 0x262F, 0x2638, 0x263A, 0x2640, 0x2640, 0x2642, 0x2642,
        0x265F, 0x2660, 0x2663, 0x2663, 0x2665, 0x2666, 0x2668, 0x2668, 0x267B, 0x267B, 0x267E, 0x267E, 0x2692, 0x2692,
        0x2694, 0x2697, 0x2699, 0x2699, 0x269B, 0x269C, 0x26A0, 0x26A0, 0x26A7, 0x26A7, 0x26B0, 0x26B1, 0x26C8, 0x26C8,
        0x26CF, 0x26CF, 0x26D1, 0x26D1, 0x26D3, 0x26D3, 0x26E9, 0x26E9, 0x26F0, 0x26F1, 0x26F4, 0x26F4, 0x26F7, 0x26F9,
        0x2702, 0x2702, 0x2708, 0x2709, 0x270C, 0x270D, 0x270F, 0x270F, 0x2712, 0x2712, 0x2714, 0x2714, 0x2716, 0x2716,
        0x271D, 0x271D, 0x2721, 0x2721, 0x2733, 0x2734, 0x2744, 0x2744, 0x2747, 0x2747, 0x2763, 0x2764, 0x27A1, 0x27A1,
        0x2934, 0x2935, 0x2B05, 0x2B07, 0x3030, 0x3030, 0x303D, 0x303D, 0x3297, 0x3297, 0x3299, 0x3299, 0x1F170,
                0x1F171,
        0x1F17E, 0x1F17F, 0x1F202, 0x1F202, 0x1F237, 0x1F237
    };

    private Emoji() {}

    /** The first emoji at or behind this offset, or null. */
    public static @Nullable Span find(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            // Most of any text ends here.
            if (c < 0x2000 && c != '#' && c != '*' && (c < '0' || c > '9')) {
                continue;
            }
            int end = end(text, i);
            if (end > i) {
                return new Span(i, end);
            }
        }
        return null;
    }

    /** Where the emoji that begins here ends, or this offset where none does. */
    private static int end(String text, int start) {
        int c = text.codePointAt(start);
        int next = start + Character.charCount(c);
        if (c < 0x80) {
            int keycap = at(text, next) == PICTURE ? next + 1 : next;
            return at(text, keycap) == KEYCAP ? keycap + 1 : start;
        }
        int style = at(text, next);
        if (style == TEXT) {
            return start;
        }
        // A joined sign is a picture too, as the heart between two people is.
        boolean picture = isAmong(PICTURES, c)
                || (isAmong(PICTURES_IF_ASKED_FOR, c) && (style == PICTURE || isSkin(style) || style == JOINER));
        if (!picture) {
            return start;
        }
        if (isFlagLetter(c)) {
            return isFlagLetter(style) ? next + Character.charCount(style) : next;
        }
        int end = modifiersEnd(text, next);
        while (at(text, end) == JOINER) {
            int joined = at(text, end + 1);
            if (joined < 0x2000) {
                break;
            }
            end = modifiersEnd(text, end + 1 + Character.charCount(joined));
        }
        return end;
    }

    /** Behind the colour of a skin, the wish for a picture, and the letters in a flag of a region. */
    private static int modifiersEnd(String text, int from) {
        int end = from;
        while (true) {
            int c = at(text, end);
            if (c == PICTURE || isSkin(c) || (c >= 0xE0020 && c <= 0xE007F)) {
                end += Character.charCount(c);
            } else {
                return end;
            }
        }
    }

    private static int at(String text, int offset) {
        return offset < text.length() ? text.codePointAt(offset) : -1;
    }

    private static boolean isSkin(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isFlagLetter(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    private static boolean isAmong(int[] ranges, int c) {
        int found = Arrays.binarySearch(ranges, c);
        // Between the first and the last of a range, the place to insert has an odd index.
        return found >= 0 || (-found - 1) % 2 == 1;
    }
}
