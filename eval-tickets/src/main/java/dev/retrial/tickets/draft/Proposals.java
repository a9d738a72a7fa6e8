package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Outcome;
import dev.retrial.tickets.SeenCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failure's class suggests to expect, the most telling first. Each is only a guess: which of them fail on what was observed and pass with what was accepted is
 * {@linkplain DraftCheck tried}.
 */
final class Proposals {

    private static final int MOST_PHRASES = 24;

    private final Told told;
    private final List<Proposal> proposals = new ArrayList<>();

    private Proposals(Told told) {
        this.told = told;
    }

    static List<Proposal> of(Told told) {
        Proposals proposals = new Proposals(told);
        switch (told.failure()) {
            case WRONG_TONE -> proposals.tone();
            case WRONG_TOOL_CALL -> proposals.tools();
            case WRONG_POLICY -> proposals.policy();
            case HALLUCINATED_CAPABILITY -> proposals.capability();
            case LEAKED_CONTEXT -> proposals.leak();
            case LOST_CONTEXT -> proposals.context();
            case WRONG_HANDOFF -> proposals.handoff();
        }
        return List.copyOf(proposals.proposals);
    }

    private void tone() {
        for (String count : List.of("exclamations", "emoji", "all-caps")) {
            add(Proposal.of("tone", count, IntNode.valueOf(0)));
        }
        for (String marker : List.of("condescension", "blame", "contempt", "demands")) {
            add(Proposal.of("tone", marker, TextNode.valueOf("none")));
        }
        add(Proposal.of("tone", "register", TextNode.valueOf("formal")));
        evidence().forEach(words -> add(Proposal.of("tone", "forbidden", words)));
        Spans.phrases(told.observed(), told.complaint(), MOST_PHRASES)
                .forEach(phrase -> add(Proposal.of("tone", "forbidden", phrase)));
        wholeReply().forEach(words -> add(Proposal.of("tone", "forbidden", words)));
    }

    private void policy() {
        calledWrites();
        affirmed();
        ObjectNode says = figuresOfThePerson();
        if (says != null) {
            add(new Proposal(says, null, false));
        }
        outcomes();
    }

    private void capability() {
        add(Proposal.of("catalogue", "none"));
        add(Proposal.of("claims", "none"));
        affirmed();
    }

    private void tools() {
        calledWrites();
        for (SeenCall call : told.calls()) {
            add(Proposal.of("tools", "never", call.tool()));
        }
        add(Proposal.of("claims", "none").standingIn("claims"));
        // What was called is not in the export; what the agent says it did is.
        affirmedPhrases()
                .forEach(phrase ->
                        add(Proposal.of("reply", "never-affirms", phrase).standingIn("reply")));
    }

    private void leak() {
        add(Proposal.of("leaks", "none"));
        Spans.strangers(told.observed(), told.customer()).forEach(this::privately);
        evidence().forEach(this::privately);
        Spans.phrases(told.observed(), told.complaint(), MOST_PHRASES).forEach(this::privately);
        wholeReply().forEach(this::privately);
    }

    private void privately(String text) {
        ObjectNode expect = JsonNodeFactory.instance.objectNode();
        expect.putArray("private").add(text);
        add(new Proposal(expect, null, true));
    }

    private void context() {
        for (String fact : told.facts().values().keySet()) {
            add(Proposal.of("reply", "never-asks", fact));
        }
        // What is asked for has no name among the facts: the question itself must not come again.
        Spans.phrases(told.observed(), told.complaint(), MOST_PHRASES)
                .forEach(
                        phrase -> add(Proposal.of("reply", "never-says", phrase).standingIn("reply")));
        wholeReply()
                .forEach(words -> add(Proposal.of("reply", "never-says", words).standingIn("reply")));
    }

    private void handoff() {
        outcomes();
        add(Proposal.of("claims", "none"));
        affirmedPhrases()
                .forEach(phrase ->
                        add(Proposal.of("reply", "never-affirms", phrase).standingIn("reply")));
        Spans.phrases(told.observed(), told.complaint(), MOST_PHRASES)
                .forEach(
                        phrase -> add(Proposal.of("reply", "never-says", phrase).standingIn("reply")));
        wholeReply()
                .forEach(words -> add(Proposal.of("reply", "never-says", words).standingIn("reply")));
    }

    /** Writes that the agent made, which nobody had allowed. */
    private void calledWrites() {
        for (SeenCall call : told.calls()) {
            boolean write = told.suite().tools().find(call.tool()) != null
                    ? told.suite().tools().effectOf(call.tool()) == Effect.WRITE
                    : !told.suite().tools().declared();
            if (write) {
                add(Proposal.of("tools", "never", call.tool()));
            }
        }
    }

    private void affirmed() {
        affirmedPhrases().forEach(phrase -> add(Proposal.of("reply", "never-affirms", phrase)));
        affirmedPhrases().forEach(phrase -> add(Proposal.of("reply", "never-says", phrase)));
        wholeReply().forEach(words -> add(Proposal.of("reply", "never-says", words)));
    }

    /** Figures first that are not the customer's own, then what is evidence, then what others' words are about. */
    private Set<String> affirmedPhrases() {
        Set<String> phrases = new LinkedHashSet<>(Spans.figures(told.observed()));
        phrases.removeIf(told.customer()::contains);
        phrases.addAll(evidence());
        String about = (told.accepted() == null ? "" : told.accepted()) + " " + told.complaint();
        phrases.addAll(Spans.phrases(told.observed(), about, MOST_PHRASES));
        return phrases;
    }

    /** The words that triage quotes, where they are the agent's and short enough to be looked for. */
    private List<String> evidence() {
        List<String> words = new ArrayList<>();
        for (String one : told.evidence()) {
            String trimmed = Spans.trim(one.strip());
            if (!trimmed.isEmpty()
                    && trimmed.length() <= 80
                    && trimmed.indexOf('\n') < 0
                    && told.observed().contains(trimmed)) {
                words.add(trimmed);
            }
        }
        return words;
    }

    /** The sentences of the reply, where no part of them will do: for languages that are written without spaces, and very short replies. */
    private List<String> wholeReply() {
        List<String> sentences = new ArrayList<>();
        String left = told.observed();
        while (!left.isEmpty() && sentences.size() < 4) {
            int end = Correction.sentenceEnd(left);
            String sentence = Spans.trim(left.substring(0, end).strip());
            if (!sentence.isEmpty() && sentence.length() <= 120) {
                sentences.add(sentence);
            }
            left = left.substring(end).strip();
        }
        return sentences;
    }

    private @Nullable ObjectNode figuresOfThePerson() {
        if (told.accepted() == null) {
            return null;
        }
        List<String> observed = Spans.figures(told.observed());
        for (String figure : Spans.figures(told.accepted())) {
            if (!observed.contains(figure)) {
                return Proposal.of("reply", "says", figure).expect();
            }
        }
        return null;
    }

    /** Every outcome that the suite can tell; that of the person's reply is the one that will pass. */
    private void outcomes() {
        for (Outcome outcome : List.of(Outcome.ESCALATED, Outcome.ANSWERED, Outcome.ASKED, Outcome.REFUSED)) {
            if (outcome == Outcome.ANSWERED
                    || told.suite().outcomes().byOutcome().containsKey(outcome)) {
                add(Proposal.of("outcome", outcome.key()));
            }
        }
    }

    private void add(Proposal proposal) {
        proposals.add(proposal);
    }
}
