package dev.retrial.statement;

import dev.retrial.statement.Statements.Reading;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The words in which a reply claims that something has been done: those that a tool declares, or the usual ones for tools of its name.
 *
 * <p>Denied, asked, offered, conditional, quoted and future acts are no claims.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ClaimWords {

    /** What is claimed where no tool could have done it, and still matters. */
    private static final Set<Act> GRAVE = EnumSet.of(Act.REFUND, Act.ESCALATE, Act.CANCEL);

    /** What is looked at without a tool. */
    private static final Cues NOT_LOOKED_UP = Cues.of(
            "message|request|question|questions|email|e mail|feedback|policy|policies|conversation|details|description|case"
                    + "|terms|concern|concerns|issue|with my|with our|with the|out|in with|off|nachricht|anfrage|frage"
                    + "|message|demande|question");

    private final List<Phrase> phrases;
    private final Set<Act> acts;

    private ClaimWords(List<Phrase> phrases, Set<Act> acts) {
        this.phrases = phrases;
        this.acts = acts;
    }

    /** These phrases, compared as {@code reply.says} compares. */
    public static ClaimWords of(List<Phrase> phrases) {
        return new ClaimWords(List.copyOf(phrases), EnumSet.noneOf(Act.class));
    }

    /** The usual words for what a tool of this name does; {@link #isEmpty} where the name tells nothing. */
    public static ClaimWords usualFor(String tool) {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        List<String> parts = parts(tool);
        for (Act act : Act.values()) {
            for (String part : parts) {
                if (act.isNamedBy(part)) {
                    acts.add(act);
                }
            }
        }
        if (acts.size() > 1) {
            // "get_refund_status" looks something up, "create_refund" refunds.
            if (acts.contains(Act.LOOKUP) && Act.LOOKUP.isNamedBy(parts.get(0))) {
                acts.retainAll(EnumSet.of(Act.LOOKUP));
            } else {
                acts.remove(Act.LOOKUP);
                acts.remove(Act.CREATE);
            }
        }
        return new ClaimWords(List.of(), acts);
    }

    /** The usual words for what matters even where no tool could have done it: refunds, hand-overs, cancellations. */
    public static List<ClaimWords> grave() {
        List<ClaimWords> grave = new ArrayList<>();
        for (Act act : GRAVE) {
            grave.add(new ClaimWords(List.of(), EnumSet.of(act)));
        }
        return grave;
    }

    private static List<String> parts(String tool) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= tool.length(); i++) {
            char c = i == tool.length() ? '_' : tool.charAt(i);
            boolean humps = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(tool.charAt(i - 1));
            if ((!Character.isLetter(c) || humps) && part.length() > 0) {
                parts.add(part.toString().toLowerCase(Locale.ROOT));
                part.setLength(0);
            }
            if (Character.isLetter(c)) {
                part.append(c);
            }
        }
        if (parts.contains("hand") && (parts.contains("off") || parts.contains("over"))) {
            parts.add("handoff");
        }
        if (parts.size() > 1 && parts.get(0).equals("look") && parts.get(1).equals("up")) {
            parts.add("lookup");
        }
        return parts.isEmpty() ? List.of(tool) : parts;
    }

    /** Whether there are no words by which a claim could be told. */
    public boolean isEmpty() {
        return phrases.isEmpty() && acts.isEmpty();
    }

    /** Whether what is claimed is that something was looked up. */
    public boolean isLookup() {
        return acts.contains(Act.LOOKUP);
    }

    /** Whether what is claimed is that somebody else has taken over. */
    public boolean isHandOver() {
        return acts.contains(Act.ESCALATE);
    }

    /** Whether these are usual words for the same thing. */
    public boolean sharesActWith(ClaimWords other) {
        for (Act act : acts) {
            if (other.acts.contains(act)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A claim in a reply.
     *
     * @param span the words that claim
     * @param clause the part of the sentence that says of what
     */
    public record Claim(Span span, Span clause) {}

    /** Every claim of this in what the reply states, in order. */
    public List<Claim> claimsIn(Statements reply) {
        return find(reply, false);
    }

    /** Whether the reply tells of it at all: that it was done, that it is on its way, or by its noun; not where it denies it. */
    public boolean isToldIn(String reply) {
        return !find(Statements.of(reply), true).isEmpty();
    }

    private List<Claim> find(Statements statements, boolean told) {
        List<Claim> claims = new ArrayList<>();
        String reply = statements.text();
        for (Phrase phrase : phrases) {
            Span mention = statements.find(phrase);
            while (mention != null) {
                Claim claim = ofPhrase(statements, mention, told);
                if (claim != null) {
                    claims.add(claim);
                }
                mention = phrase.find(reply, mention.end());
            }
        }
        for (int i = 0; mayBeAbout(statements, told) && i < statements.sentenceCount(); i++) {
            Reading reading = statements.reading(i);
            for (Act act : acts) {
                addClaims(statements, reading, act, told, claims);
            }
        }
        return claims;
    }

    /** Most replies have no word of most acts, and need not be taken apart for them. */
    private boolean mayBeAbout(Statements statements, boolean told) {
        for (Act act : acts) {
            if (statements.mayHave(act.done)
                    || (told && statements.mayHave(act.nouns))
                    || (statements.mayHave(act.doneWith) && statements.mayHave(act.nouns))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Claim ofPhrase(Statements statements, Span mention, boolean told) {
        if (statements.stance(mention) != Stance.AFFIRMED) {
            return null;
        }
        Reading reading = statements.readingAt(mention.start());
        int from = reading.sentence().wordAt(mention.start());
        int until = reading.sentence().wordAt(mention.end() - 1) + 1;
        if (from >= reading.sentence().size()) {
            return null;
        }
        boolean done = told
                || ((until - from == 1 && isParticiple(reading.sentence().word(from)))
                        ? PastActs.isDone(reading, from, until)
                        : !PastActs.isYetToCome(reading, from));
        return done ? new Claim(mention, clauseOf(reading, from, until)) : null;
    }

    private static boolean isParticiple(String word) {
        return word.endsWith("ed")
                || word.endsWith("t")
                || word.endsWith("en")
                || word.endsWith("\u00E9")
                || word.endsWith("\u00E9e");
    }

    private static void addClaims(Statements statements, Reading reading, Act act, boolean told, List<Claim> claims) {
        Sentence sentence = reading.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            int length = act.done.lengthAt(sentence, i);
            if (length == 0 && told) {
                length = act.nouns.lengthAt(sentence, i);
            }
            if (length == 0 && act.doneWith.lengthAt(sentence, i) > 0 && hasNoun(reading, act, i)) {
                length = act.doneWith.lengthAt(sentence, i);
            }
            if (length > 0) {
                Span span = new Span(sentence.startOf(i), sentence.endOf(i + length - 1));
                boolean claimed = (told || PastActs.isDone(reading, i, i + length))
                        && !(act == Act.LOOKUP && isLookedAtAnyway(reading, i + length))
                        && statements.stance(span) == Stance.AFFIRMED;
                if (claimed) {
                    claims.add(new Claim(span, clauseOf(reading, i, i + length)));
                }
                i += length - 1;
            }
        }
    }

    private static boolean hasNoun(Reading reading, Act act, int word) {
        int clause = reading.clauses().of(word);
        return act.nouns.isIn(
                reading.sentence(),
                reading.clauses().start(clause),
                reading.clauses().end(clause));
    }

    private static boolean isLookedAtAnyway(Reading reading, int until) {
        int end = reading.clauses().end(reading.clauses().of(Math.max(0, until - 1)));
        return NOT_LOOKED_UP.isIn(reading.sentence(), until, Math.min(end, until + 4));
    }

    /** The clause, with what is only added to it: "…, order A-1042, to your card". */
    private static Span clauseOf(Reading reading, int from, int until) {
        Clauses clauses = reading.clauses();
        Sentence sentence = reading.sentence();
        int first = clauses.of(from);
        int last = clauses.of(Math.max(from, until - 1));
        while (last + 1 < clauses.count()
                && clauses.join(last + 1) != Sentence.Gap.BREAK
                && !clauses.isFull(last + 1)
                && clauses.kind(last + 1) == Clauses.Kind.MAIN) {
            last++;
        }
        int start = sentence.startOf(clauses.start(first));
        // Signs of a currency stand before the first word.
        int before = clauses.start(first) == 0 ? sentence.start() : sentence.endOf(clauses.start(first) - 1);
        int end = last + 1 < clauses.count() ? sentence.startOf(clauses.start(last + 1)) : sentence.end();
        return new Span(Math.min(before, start), end);
    }
}
