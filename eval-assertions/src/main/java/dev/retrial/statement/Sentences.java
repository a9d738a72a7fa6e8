package dev.retrial.statement;

import java.util.Arrays;
import java.util.Set;

/**
 * The sentences of a reply and what of it is a quotation, found in one pass.
 *
 * <p>A sentence is cut where it gets longer than sentences are, so that what is done for each of them takes bounded time.
 */
final class Sentences {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_QUOTE = 600;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "st", "vs", "approx", "inc", "ltd", "bzw", "ca", "ggf", "inkl", "sog", "evtl",
            "zzgl", "max", "min", "tel", "str", "abs", "art", "env", "mme", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sep", "sept", "oct", "okt", "nov", "dec", "dez", "nr", "prof", "hr", "fr", "bspw", "vgl");

    private final String text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] questions = new boolean[16];
    private int count;
    private int[] quoteStarts = new int[8];
    private int[] quoteEnds = new int[8];
    private int quotes;

    Sentences(String text) {
        this.text = text;
        readQuotes();
        readSentences();
    }

    int count() {
        return count;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** Whether it ends with a question mark that is its own. */
    boolean isQuestion(int index) {
        return questions[index];
    }

    /** The sentence in which this offset lies. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** Whether the part lies within quotation marks, a quoted line or a block of code. */
    boolean isQuoted(int from, int until) {
        int found = Arrays.binarySearch(quoteStarts, 0, quotes, from);
        int index = found >= 0 ? found : -found - 2;
        return index >= 0 && quoteEnds[index] >= until;
    }

    private void readQuotes() {
        char closing = 0;
        int open = -1;
        boolean lineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (lineStart && open < 0) {
                int blockEnd = blockEnd(i);
                if (blockEnd > i) {
                    addQuote(i, blockEnd);
                    i = blockEnd - 1;
                    lineStart = true;
                    continue;
                }
            }
            lineStart = c == '\n';
            if (open >= 0) {
                boolean paragraphEnds = c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (closes(closing, c, i)) {
                    addQuote(open, i + 1);
                    open = -1;
                } else if (paragraphEnds || i - open > LONGEST_QUOTE) {
                    open = -1;
                }
            } else {
                char expected = closingOf(c, i);
                if (expected != 0) {
                    open = i;
                    closing = expected;
                }
            }
        }
    }

    /** Where the quoted line or the block of code that begins here ends, or {@code from} where none does. */
    private int blockEnd(int from) {
        int at = from;
        while (at < text.length() && at - from < 8 && text.charAt(at) == ' ') {
            at++;
        }
        if (at >= text.length()) {
            return from;
        }
        if (text.charAt(at) == '>') {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end + 1;
        }
        String fence = text.startsWith("```", at) ? "\n```" : text.startsWith("~~~", at) ? "\n~~~" : null;
        if (fence == null) {
            return from;
        }
        int end = text.indexOf(fence, at + 3);
        return end < 0 ? text.length() : end + fence.length();
    }

    private char closingOf(char c, int at) {
        return switch (c) {
            case '"' -> '"';
            case '`' -> '`';
            case '\u201C' -> '\u201D';
            case '\u201E' -> '\u201C';
            case '\u00AB' -> '\u00BB';
            case '\u00BB' -> beginsWord(at) ? '\u00AB' : 0;
            case '\u2018', '\u201A' -> beginsWord(at) ? '\u2019' : 0;
            case '\'' -> beginsWord(at) ? '\'' : 0;
            default -> 0;
        };
    }

    private boolean closes(char closing, char c, int at) {
        if (closing == '\'' || closing == '\u2019') {
            boolean ends = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
            return ends && (c == '\'' || c == '\u2019' || c == '\u2018');
        }
        if (closing == '\u201D' || closing == '\u201C') {
            return c == '\u201C' || c == '\u201D' || c == '"';
        }
        return c == closing;
    }

    private boolean beginsWord(int at) {
        boolean blankBefore = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return blankBefore && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private void addQuote(int start, int end) {
        if (quotes == quoteStarts.length) {
            quoteStarts = Arrays.copyOf(quoteStarts, quotes * 2);
            quoteEnds = Arrays.copyOf(quoteEnds, quotes * 2);
        }
        quoteStarts[quotes] = start;
        quoteEnds[quotes++] = end;
    }

    private void readSentences() {
        int start = 0;
        boolean question = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = -1;
            if (c == '\n') {
                end = lineEndsSentence(i) ? i : -1;
            } else if (isMark(c)) {
                int markEnd = i + 1;
                question |= isQuestionMark(c) && !isQuoted(i, i + 1);
                while (markEnd < text.length() && isMark(text.charAt(markEnd))) {
                    question |= isQuestionMark(text.charAt(markEnd)) && !isQuoted(markEnd, markEnd + 1);
                    markEnd++;
                }
                int behind = markEnd;
                while (behind < text.length() && behind - markEnd < 4 && isClosing(text.charAt(behind))) {
                    behind++;
                }
                boolean ends = behind >= text.length() || Character.isWhitespace(text.charAt(behind)) || c == '\u3002';
                if (ends && endsSentence(c, i, markEnd, behind)) {
                    end = behind;
                } else if (!ends) {
                    // A question mark within an address asks nothing.
                    question = false;
                }
                i = behind - 1;
            } else if (i - start >= LONGEST && Character.isWhitespace(c)) {
                end = i;
            } else if (i - start >= 2 * LONGEST) {
                end = i;
            }
            if (end >= 0) {
                add(start, end, question);
                start = end;
                question = false;
            }
        }
        add(start, text.length(), question);
    }

    private boolean lineEndsSentence(int newline) {
        int at = newline + 1;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
        return at >= text.length() || !Character.isLowerCase(text.charAt(at));
    }

    private boolean endsSentence(char mark, int at, int markEnd, int behind) {
        int next = behind;
        while (next < text.length() && next - behind < 8 && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean lowerFollows = next < text.length() && Character.isLowerCase(text.charAt(next));
        if (mark != '.') {
            return !(lowerFollows && behind > markEnd);
        }
        int wordStart = at;
        while (wordStart > 0 && at - wordStart < 12 && Character.isLetterOrDigit(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        if (wordStart == at || behind > at + 1) {
            return true;
        }
        if (Character.isDigit(text.charAt(at - 1)) && at - wordStart <= 2) {
            // "am 2. März", and a list's "1. ".
            return !lowerFollows && !monthFollows(next) && !beginsLine(wordStart);
        }
        String word = text.substring(wordStart, at).toLowerCase(java.util.Locale.ROOT);
        return !(word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i"))
                && !ABBREVIATIONS.contains(word)
                && !(word.equals("no") && next < text.length() && Character.isDigit(text.charAt(next)));
    }

    private boolean beginsLine(int from) {
        int at = from;
        while (at > 0 && from - at < 8 && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private boolean monthFollows(int at) {
        int end = at;
        while (end < text.length() && end - at < 10 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return switch (text.substring(at, end)) {
            case "Januar", "Februar", "M\u00E4rz", "April", "Mai", "Juni", "Juli", "August" -> true;
            case "September", "Oktober", "November", "Dezember", "Tag", "Tages" -> true;
            default -> false;
        };
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u3002' || c == '\uFF01' || c == '\uFF1F';
    }

    private static boolean isQuestionMark(char c) {
        return c == '?' || c == '\uFF1F';
    }

    private static boolean isClosing(char c) {
        return switch (c) {
            case '"', '\'', ')', ']', '*', '_', '\u201D', '\u201C', '\u2019', '\u00BB' -> true;
            default -> false;
        };
    }

    private void add(int start, int end, boolean question) {
        int from = start;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        if (from == end && count > 0) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            questions = Arrays.copyOf(questions, count * 2);
        }
        starts[count] = from;
        ends[count] = end;
        questions[count++] = question;
    }
}
