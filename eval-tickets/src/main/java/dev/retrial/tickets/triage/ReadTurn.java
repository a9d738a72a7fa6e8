package dev.retrial.tickets.triage;

import dev.retrial.statement.Stance;
import dev.retrial.statement.Statements;
import dev.retrial.text.Quotations;
import dev.retrial.text.Span;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.TicketTurn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A turn, read once: its words, the cues in each sentence, its quantities. What somebody only quotes is left out, except from what the agent says. */
final class ReadTurn {

    /** Characters of a turn that are read; nobody says in the second book of a message what failed. */
    static final int READ = 20_000;

    private static final int MENTIONS = 2_000;

    final int index;
    final TicketTurn turn;
    final String text;
    final WordScan scan;

    private final long[] sentences;
    private final List<Mention> mentions = new ArrayList<>();
    private long all;
    private @Nullable List<Quantity> quantities;

    /** A cue, where it is said. */
    private record Mention(Cue cue, int sentence, int start, int end, boolean negates) {}

    ReadTurn(int index, TicketTurn turn, CueWords words) {
        this.index = index;
        this.turn = turn;
        String read = turn.text().length() > READ ? turn.text().substring(0, READ) : turn.text();
        this.text = turn.role() == Role.AI_AGENT ? read : withoutOthersWords(read);
        this.scan = new WordScan(text);
        this.sentences = new long[scan.sentenceCount()];
        words.find(scan, this::said);
    }

    private void said(Cue cue, int start, int end, boolean negates) {
        int sentence = scan.sentenceAt(start);
        sentences[sentence] |= cue.bit();
        all |= cue.bit();
        if (mentions.size() < MENTIONS) {
            mentions.add(new Mention(cue, sentence, start, end, negates));
        }
    }

    /** Tells that a cue is said here, which its words alone do not. */
    void alsoSaid(Cue cue, int start, int end) {
        said(cue, start, end, false);
    }

    /** Quoted lines and what stands in quotation marks, blanked; so is all that follows a mail's line of quotation. */
    private static String withoutOthersWords(String text) {
        String own = Quotations.without(text);
        StringBuilder blanked = null;
        int start = 0;
        while (start < own.length()) {
            int end = own.indexOf('\n', start);
            end = end < 0 ? own.length() : end;
            if (text.startsWith(">", start)) {
                if (blanked == null) {
                    blanked = new StringBuilder(own);
                }
                for (int i = start; i < end; i++) {
                    blanked.setCharAt(i, ' ');
                }
            }
            start = end + 1;
        }
        return blanked == null ? own : blanked.toString();
    }

    Role role() {
        return turn.role();
    }

    int sentenceCount() {
        return sentences.length;
    }

    /** The cues of a sentence, as a set of bits. */
    long cues(int sentence) {
        return sentences[sentence];
    }

    boolean has(Cue cue) {
        return (all & cue.bit()) != 0;
    }

    /** Whether one sentence has all of these. */
    boolean together(Cue one, Cue other) {
        return sentenceWith(one.bit() | other.bit()) >= 0;
    }

    /** The first sentence with all of these, or -1. */
    int sentenceWith(long cues) {
        if ((all & cues) != cues) {
            return -1;
        }
        for (int i = 0; i < sentences.length; i++) {
            if ((sentences[i] & cues) == cues) {
                return i;
            }
        }
        return -1;
    }

    /** Where it says this first, or null. */
    @Nullable
    Span first(Cue cue) {
        for (Mention mention : mentions) {
            if (mention.cue == cue) {
                return new Span(mention.start, mention.end);
            }
        }
        return null;
    }

    /** From the first to the last word of these cues in the sentence. */
    Span span(int sentence, Cue... cues) {
        long wanted = Cue.mask(cues);
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (Mention mention : mentions) {
            if (mention.sentence == sentence && (wanted & mention.cue.bit()) != 0) {
                start = Math.min(start, mention.start);
                end = Math.max(end, mention.end);
            }
        }
        return end == 0 ? new Span(0, 0) : new Span(start, end);
    }

    /** Whether what the sentence says by this cue is stated: not denied, asked, supposed or planned. */
    boolean isStated(int sentence, Cue cue) {
        for (Mention mention : mentions) {
            if (mention.sentence == sentence && mention.cue == cue) {
                if (mention.negates) {
                    return !scan.isQuestion(sentence);
                }
                Stance stance = Statements.of(text).stance(new Span(mention.start, mention.end));
                if (stance != Stance.NEGATED
                        && stance != Stance.QUESTIONED
                        && stance != Stance.CONDITIONAL
                        && stance != Stance.PLANNED) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Sums, periods and percentages. */
    List<Quantity> quantities() {
        List<Quantity> known = quantities;
        if (known == null) {
            known = Quantity.in(scan);
            quantities = known;
        }
        return known;
    }

    /** Whether it asks for something: by a question, or by a request in its form. */
    boolean asks() {
        for (int i = 0; i < sentences.length; i++) {
            if (scan.isQuestion(i)) {
                return true;
            }
        }
        return false;
    }
}
