package dev.retrial.run;

import dev.retrial.run.TrialDigest.Item;
import dev.retrial.suite.Invariant;
import dev.retrial.text.Particular;
import dev.retrial.text.Particulars;
import dev.retrial.text.Words;
import dev.retrial.transcript.AgentReply;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a trial's replies, and the facts that they state.
 *
 * <p>Trials of a case whose replies are the same to the letter share one, and its facts are read only where another trial said something else: the same words state the same facts.
 */
final class Wording {

    /** Longer replies are not kept until the other cohorts have ended, only their facts. */
    private static final int MOST_KEPT = 1 << 16;

    private static final int FEW_WORDS = 8;

    private final @Nullable List<String> texts;
    private final NamedDocuments documents;
    private final long hash;
    private @Nullable Map<Invariant, Set<Item>> facts;

    private Wording(
            @Nullable List<String> texts,
            long hash,
            @Nullable Map<Invariant, Set<Item>> facts,
            NamedDocuments documents) {
        this.texts = texts;
        this.documents = documents;
        this.hash = hash;
        this.facts = facts;
    }

    /**
     * The wording of a trial; no other trial shares it yet.
     *
     * @param documents what is known by name
     */
    static Wording of(Trial trial, NamedDocuments documents) {
        List<AgentReply> replies = trial.transcript().replies();
        List<String> texts = new ArrayList<>(replies.size());
        long length = 0;
        for (AgentReply reply : replies) {
            texts.add(reply.text());
            length += reply.text().length();
        }
        // What a confidential check protects is masked by the findings of this trial, which are not kept.
        return length > MOST_KEPT || TrialReport.isMasked(trial.findings())
                ? new Wording(null, hash(texts), read(texts, documents, trial), documents)
                : new Wording(texts, 0, null, documents);
    }

    /** Whether both are the same to the letter, as far as that is still known. */
    boolean isSame(Wording other) {
        return this == other || (texts != null && texts.equals(other.texts));
    }

    /** Whether nothing was said. */
    boolean isSilent() {
        if (texts != null) {
            for (String text : texts) {
                if (!text.isBlank()) {
                    return false;
                }
            }
        }
        return texts != null;
    }

    /** Reads the facts, unless that was done. */
    synchronized Map<Invariant, Set<Item>> facts() {
        Map<Invariant, Set<Item>> read = facts;
        if (read == null) {
            read = read(texts == null ? List.of() : texts, documents, null);
            facts = read;
        }
        return read;
    }

    /** Whether both sound word for word the same, and say enough to tell voices apart. */
    boolean soundsLike(Wording other) {
        long own = texts == null ? hash : hash(texts);
        return own != 0 && (this == other || own == (other.texts == null ? other.hash : hash(other.texts)));
    }

    private static Map<Invariant, Set<Item>> read(
            List<String> texts, NamedDocuments documents, @Nullable Trial masking) {
        Set<Particular> said = new LinkedHashSet<>();
        for (String text : texts) {
            Particulars.addTo(said, text);
            documents.addTo(said, text);
        }
        Map<Invariant, Set<Item>> facts = new EnumMap<>(Invariant.class);
        for (Particular particular : said) {
            facts.computeIfAbsent(invariantOf(particular.kind()), invariant -> new LinkedHashSet<>())
                    .add(Item.of(particular, masking));
        }
        return facts;
    }

    private static Invariant invariantOf(Particular.Kind kind) {
        return switch (kind) {
            case AMOUNT -> Invariant.AMOUNTS;
            case DATE -> Invariant.DATES;
            case PERIOD -> Invariant.PERIODS;
            case ID -> Invariant.IDS;
            case LINK -> Invariant.DOCUMENTS;
        };
    }

    /** Zero where there are too few words to tell voices apart. */
    private static long hash(List<String> texts) {
        long hash = 0xcbf29ce484222325L;
        int words = 0;
        for (String each : texts) {
            String text = each.strip();
            words += words < FEW_WORDS ? Words.count(text) : 0;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '\n') * 0x100000001b3L;
        }
        return words < FEW_WORDS ? 0 : hash;
    }
}
