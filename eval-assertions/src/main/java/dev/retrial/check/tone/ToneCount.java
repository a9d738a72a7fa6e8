package dev.retrial.check.tone;

import dev.retrial.check.Severity;
import dev.retrial.text.Emoji;
import dev.retrial.text.Prose;
import dev.retrial.text.Span;
import dev.retrial.text.Words;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What can be counted in a reply. Code counts for nothing but {@link #CODE_BLOCKS}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ToneCount {
    /** Exclamation marks. */
    EXCLAMATIONS("exclamations", "exclamation", "exclamations"),
    /** Emoji; each that a reader sees as one is one. */
    EMOJI("emoji", "emoji", "emoji"),
    /** Words: what stands between blanks and holds a letter or a digit. */
    WORDS("words", "word", "words"),
    /** Sentences; a heading or an item of a list without a full stop is one too. */
    SENTENCES("sentences", "sentence", "sentences"),
    /** Words in capitals, of four letters or more, or short common ones; well-known abbreviations do not count. */
    ALL_CAPS("all-caps", "word in capitals", "words in capitals"),
    /** Contractions, such as {@code don't} and {@code we'll}; a possessive is none. */
    CONTRACTIONS("contractions", "contraction", "contractions"),
    /** Fenced blocks of code. */
    CODE_BLOCKS("code-blocks", "code block", "code blocks"),
    /** Links: Markdown's, and bare addresses. */
    LINKS("links", "link", "links"),
    /** Words that take the edge off, such as {@code perhaps} and {@code I think}. */
    HEDGES("hedges", "hedge", "hedges"),
    /** Apologies. */
    APOLOGIES("apologies", "apology", "apologies"),
    /** The school grade of Flesch and Kincaid, to one decimal; made for English. */
    READING_GRADE("reading-grade", "reading grade", "reading grades"),
    /** Turns of phrase that talk down to the customer. */
    CONDESCENSION("condescension", "condescending phrase", "condescending phrases"),
    /** Turns of phrase that put the fault on the customer. */
    BLAME("blame", "phrase of blame", "phrases of blame"),
    /** Insults, and turns of phrase that dismiss the customer. */
    CONTEMPT("contempt", "contemptuous phrase", "contemptuous phrases"),
    /** Turns of phrase that demand; many a good reply has one, so a finding is advisory. */
    DEMANDS("demands", "demand", "demands");

    private final String key;
    private final String checkName;
    private final String singular;
    private final String plural;

    ToneCount(String key, String singular, String plural) {
        this.key = key;
        this.checkName = "tone." + key;
        this.singular = singular;
        this.plural = plural;
    }

    /** The key in {@code tone:}. */
    public String key() {
        return key;
    }

    /** How far a finding can be trusted. */
    public Tier tier() {
        return switch (this) {
            case CONDESCENSION, BLAME, CONTEMPT, DEMANDS -> Tier.MARKER;
            case EXCLAMATIONS,
                    EMOJI,
                    WORDS,
                    SENTENCES,
                    ALL_CAPS,
                    CONTRACTIONS,
                    CODE_BLOCKS,
                    LINKS,
                    HEDGES,
                    APOLOGIES,
                    READING_GRADE -> Tier.COUNT;
        };
    }

    /** How much a finding weighs. */
    public Severity severity() {
        return this == DEMANDS ? Severity.ADVISORY : Severity.MAJOR;
    }

    String checkName() {
        return checkName;
    }

    String plural() {
        return plural;
    }

    /** The figure with its unit: {@code 3 words}. */
    String describe(double figure) {
        String number = figure == Math.rint(figure) ? Long.toString((long) figure) : Double.toString(figure);
        if (this == READING_GRADE) {
            return "reading grade " + number;
        }
        return (figure == 0 ? "no" : number) + " " + (figure == 1 ? singular : plural);
    }

    /** The count of this key, or null. */
    static @Nullable ToneCount of(String key) {
        for (ToneCount count : values()) {
            if (count.key.equals(key)) {
                return count;
            }
        }
        return null;
    }

    /** Counts in a reply; markers are not looked for in quotations. */
    public Tally in(String reply) {
        Prose prose = Prose.of(reply);
        Tally tally = new Tally();
        switch (this) {
            case EXCLAMATIONS -> countExclamations(prose.text(), tally);
            case EMOJI -> countEmoji(prose.text(), tally);
            case WORDS -> tally.set(Words.count(prose.text()));
            case SENTENCES -> tally.set(Sentences.count(prose.text()));
            case ALL_CAPS -> Shouting.count(prose.text(), tally);
            case CONTRACTIONS -> Contractions.count(prose.text(), tally);
            case CODE_BLOCKS -> tally.set(prose.codeBlocks());
            case LINKS -> Links.count(prose.text(), tally);
            case HEDGES -> Lexicon.HEDGES.count(prose.text(), tally);
            case APOLOGIES -> Lexicon.APOLOGIES.count(prose.text(), tally);
            case READING_GRADE -> tally.set(ReadingGrade.of(prose.text()));
            case CONDESCENSION, BLAME, CONTEMPT, DEMANDS -> Marker.count(this, prose, tally);
        }
        return tally;
    }

    private static void countExclamations(String text, Tally tally) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '!' -> {
                    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                    // An image in Markdown, and "is not equal".
                    if (next != '[' && next != '=') {
                        tally.add(i, i + 1);
                    }
                }
                case '\uFF01', '\u2049', '\u2048', '\u2757', '\u2755' -> tally.add(i, i + 1);
                case '\u203C' -> {
                    tally.add(i, i + 1);
                    tally.add(i, i + 1);
                }
                default -> {}
            }
        }
    }

    private static void countEmoji(String text, Tally tally) {
        Span span = Emoji.find(text, 0);
        while (span != null) {
            tally.add(span.start(), span.end());
            span = Emoji.find(text, span.end());
        }
    }
}
