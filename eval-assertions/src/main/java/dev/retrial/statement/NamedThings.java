package dev.retrial.statement;

import dev.retrial.scene.Catalogue.Group;
import dev.retrial.statement.Statements.Reading;
import dev.retrial.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Finds the teams, queues and documents that a reply names as the company's own: "our security team", "the SOC 2 report". */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NamedThings {

    private static final int MOST_WORDS = 5;
    private static final int COMPOUND = 8;

    private static final Set<String> TEAM_HEADS = Languages.words("team department desk squad abteilung");

    private static final Set<String> DOCUMENT_HEADS = Languages.words(
            "report agreement guide whitepaper certificate handbook datasheet attestation addendum bericht zertifikat");

    /** The hash codes of the words that name a thing, sorted. */
    private static final int[] HEADS = heads();

    private static final Set<String> OWN =
            Languages.words("our the unser unsere unserem unseren unserer das dem die der den");

    /** What says nothing of which one it is. */
    private static final Set<String> GENERIC = Languages.words(
            "whole entire right appropriate relevant responsible correct best other another different dedicated same"
                    + " friendly specialist whole full latest current new next internal own great local human"
                    + " zust\u00E4ndige zust\u00E4ndigen ganze ganzen gesamte gesamten richtige richtigen neue neuen concerned proper");

    private static final Set<String> ENDS = Languages.words(
            "of for to from in with and or is are was by at as a an your their his her my this that which who has have"
                    + " und oder von zu mit ist sind ihr ihre ihrem ihren mein");

    private NamedThings() {}

    private static int[] heads() {
        List<String> heads = new ArrayList<>(TEAM_HEADS);
        heads.addAll(DOCUMENT_HEADS);
        heads.add("queue");
        int[] hashes = new int[heads.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = heads.get(i).hashCode();
        }
        Arrays.sort(hashes);
        return hashes;
    }

    /**
     * A thing that is named.
     *
     * @param group what it is
     * @param name its words, without "our" and "the"
     * @param span where they stand
     */
    public record Named(Group group, String name, Span span) {}

    /** What the reply says there is; not what it denies, quotes, or puts right. */
    public static List<Named> in(Statements statements) {
        String reply = statements.text();
        if (!mayNameOne(reply)) {
            return List.of();
        }
        List<Named> found = new ArrayList<>();
        for (int i = 0; i < statements.sentenceCount(); i++) {
            Reading reading = statements.reading(i);
            for (int word = 0; word < reading.sentence().size(); word++) {
                Named named = at(reading.sentence(), word, reply);
                if (named != null && isSaidToBe(statements.stance(named.span()))) {
                    found.add(named);
                }
            }
        }
        return found;
    }

    /** Whether some word may be one that names a thing: most replies have none, and need not be taken apart. */
    private static boolean mayNameOne(String reply) {
        int start = -1;
        int hash = 0;
        for (int i = 0; i <= reply.length(); i++) {
            if (i < reply.length() && Character.isLetterOrDigit(reply.charAt(i))) {
                hash = start < 0 ? 0 : hash;
                start = start < 0 ? i : start;
                hash = 31 * hash + lower(reply, i);
            } else if (start >= 0) {
                if (Arrays.binarySearch(HEADS, hash) >= 0 || mayBeCompound(reply, start, i)) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    private static boolean mayBeCompound(String reply, int start, int end) {
        return end - start > COMPOUND
                && (lower(reply, end - 1) == 'm'
                        || lower(reply, end - 1) == 'g'
                        || end - start > Sentence.LONGEST_WORD);
    }

    private static char lower(String text, int at) {
        return Character.toLowerCase(Character.toUpperCase(text.charAt(at)));
    }

    /** Whether what is mentioned so is taken for real: also in an offer or under a condition. */
    public static boolean isSaidToBe(Stance stance) {
        return switch (stance) {
            case AFFIRMED, CONDITIONAL -> true;
            case NEGATED, QUESTIONED, QUOTED, CORRECTED, PLANNED -> false;
        };
    }

    private static @org.jspecify.annotations.Nullable Named at(Sentence sentence, int head, String reply) {
        String word = sentence.word(head);
        Group group = TEAM_HEADS.contains(word) || isCompound(word)
                ? Group.TEAMS
                : word.equals("queue") ? Group.QUEUES : DOCUMENT_HEADS.contains(word) ? Group.DOCUMENTS : null;
        if (group == null) {
            return null;
        }
        int first = head;
        boolean own = false;
        for (int i = head - 1;
                i >= 0 && head - i <= MOST_WORDS && sentence.gapBefore(i + 1) == Sentence.Gap.NONE;
                i--) {
            if (OWN.contains(sentence.word(i))) {
                own = true;
                break;
            }
            if (ENDS.contains(sentence.word(i))) {
                break;
            }
            first = i;
        }
        while (first < head && GENERIC.contains(sentence.word(first))) {
            first++;
        }
        if (!own || (first == head && !isCompound(word))) {
            return null;
        }
        Span span = new Span(sentence.startOf(first), sentence.endOf(head));
        return group == Group.DOCUMENTS && !isProper(reply, sentence, first, head)
                ? null
                : new Named(group, span.in(reply), span);
    }

    /** German writes it in one word: "Sicherheitsteam". */
    private static boolean isCompound(String word) {
        return word.length() > COMPOUND && (word.endsWith("team") || word.endsWith("abteilung"));
    }

    /** A document has a name where one of its words begins in capitals or has a digit; "the quarterly report" may be anything. */
    private static boolean isProper(String reply, Sentence sentence, int first, int head) {
        for (int i = first; i < head; i++) {
            char c = reply.charAt(sentence.startOf(i));
            if (Character.isUpperCase(c) || Character.isDigit(c)) {
                return true;
            }
        }
        return false;
    }
}
