package dev.retrial.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.scene.Effect;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Tool;
import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.text.Phrase;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.CustomerMessage;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.ToolCall;
import dev.retrial.transcript.Transcript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What can go wrong with what is said: something more, something less, or in another voice. Nothing where nothing is said. */
final class ReplyMutants {

    private static final int MOST = 6;

    private ReplyMutants() {}

    static List<Mutant> saying(Original original, Mutation mutation, String sentence) {
        return original.lastReply().isEmpty()
                ? List.of()
                : List.of(new Mutant(
                        mutation,
                        "the reply ends with \"" + sentence + "\"",
                        original.withLastReply(original.lastReply().stripTrailing() + " " + sentence)));
    }

    /** Claims of what the suite's tools do and were not called for, and one that has nothing to do with them. */
    static List<Mutant> falseClaims(Original original) {
        Set<String> done = new HashSet<>();
        for (ToolCall call : original.transcript().calls()) {
            if (call.succeeded()) {
                done.add(call.name());
            }
        }
        List<Mutant> mutants = new ArrayList<>();
        for (Tool tool : original.tools().tools().values()) {
            if (tool.effect() == Effect.WRITE
                    && !tool.claims().isEmpty()
                    && !done.contains(tool.name())
                    && mutants.size() < MOST) {
                mutants.addAll(saying(
                        original, Mutation.FALSE_CLAIM, claim(tool.claims().get(0))));
            }
        }
        mutants.addAll(saying(original, Mutation.FALSE_CLAIM, "I have refunded $4,321.00 to your card."));
        return mutants;
    }

    /** A sentence with the claim: "refunded" takes a subject, "your subscription ends" has one. */
    private static String claim(String claim) {
        int end = claim.indexOf(' ');
        String first = (end < 0 ? claim : claim.substring(0, end)).toLowerCase(Locale.ROOT);
        boolean participle = first.endsWith("ed")
                || Set.of("sent", "made", "put", "set", "given", "done").contains(first);
        return participle
                ? "I have " + claim + (end < 0 ? " it" : "") + " for you."
                : Character.toUpperCase(claim.charAt(0)) + claim.substring(1) + ".";
    }

    /** What production said and the right answer does not. */
    static List<Mutant> observed(Original original) {
        List<Mutant> mutants = new ArrayList<>();
        for (ReferenceAnswer observed : original.evalCase().observed()) {
            for (ReferenceTurn turn : observed.turns()) {
                for (String sentence : turn.reply() == null ? List.<String>of() : sentences(turn.reply())) {
                    if (mutants.size() < MOST && !original.lastReply().contains(sentence.strip())) {
                        mutants.addAll(saying(original, Mutation.OBSERVED_SENTENCE, sentence.strip()));
                    }
                }
            }
        }
        return mutants;
    }

    static List<Mutant> withoutCitation(Original original) {
        return without(
                original,
                Mutation.DROP_CITATION,
                "without its links",
                sentence -> sentence.contains("://") || sentence.contains("]("));
    }

    /** Without the sentences that use a claim of a tool that was called, or hold what it was called with. */
    static List<Mutant> withoutDisclosure(Original original) {
        List<Phrase> claims = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (ToolCall call : original.transcript().calls()) {
            Tool tool = original.tools().find(call.name());
            if (call.succeeded() && tool != null && tool.effect() == Effect.WRITE) {
                for (String claim : tool.claims()) {
                    claims.add(Phrase.of(claim));
                }
                addValues(call.arguments(), values);
            }
        }
        return without(original, Mutation.DROP_DISCLOSURE, "without what was done", sentence -> {
            for (Phrase claim : claims) {
                if (claim.isIn(sentence)) {
                    return true;
                }
            }
            for (String value : values) {
                if (sentence.contains(value)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static void addValues(JsonNode json, Set<String> values) {
        if (json.isContainerNode()) {
            json.forEach(each -> addValues(each, values));
        } else if (json.asText().length() > 1) {
            values.add(json.asText());
        }
    }

    private static List<Mutant> without(Original original, Mutation mutation, String what, Predicate<String> left) {
        StringBuilder kept = new StringBuilder();
        int dropped = 0;
        for (String sentence : sentences(original.lastReply())) {
            if (left.test(sentence)) {
                dropped++;
            } else {
                kept.append(sentence);
            }
        }
        return dropped == 0
                ? List.of()
                : List.of(new Mutant(
                        mutation,
                        "the reply " + what,
                        original.withLastReply(kept.toString().strip())));
    }

    /** Asks for each fact that the customer has told; where nobody knows of any that they have, for each that they know. */
    static List<Mutant> askingAgain(Original original) {
        Set<String> told = told(original);
        List<Mutant> mutants = new ArrayList<>();
        for (Map.Entry<String, Facts.Fact> fact :
                original.evalCase().facts().byName().entrySet()) {
            if (mutants.size() < MOST && (told.isEmpty() || told.contains(fact.getKey()))) {
                List<String> askedAs = fact.getValue().askedAs();
                String words =
                        askedAs.isEmpty() ? fact.getKey().replace('_', ' ').replace('-', ' ') : askedAs.get(0);
                mutants.addAll(saying(original, Mutation.ASK_AGAIN, "Could you please tell me your " + words + "?"));
            }
        }
        return mutants;
    }

    /** The facts that the customer has told, as the case says or as the messages show. */
    private static Set<String> told(Original original) {
        Set<String> told = new HashSet<>();
        for (CustomerTurn turn : original.evalCase().conversation()) {
            told.addAll(turn.gives());
        }
        for (Event event : original.transcript().events()) {
            if (event instanceof CustomerMessage message) {
                original.evalCase().facts().byName().forEach((name, fact) -> {
                    if (says(message.text(), fact.value().asText())) {
                        told.add(name);
                    }
                });
            }
        }
        return told;
    }

    private static boolean says(String text, String value) {
        try {
            return Phrase.of(value).isIn(text);
        } catch (IllegalArgumentException e) {
            // There is nothing in it that could be looked for.
            return false;
        }
    }

    /** The same deeds, told as to somebody else: with that cohort's own words where there are any, else in another register. */
    static List<Mutant> swapped(Original original) {
        if (original.otherVoices().isEmpty() && !original.lastReply().isEmpty()) {
            boolean casual = Voices.isCasual(original.lastReply());
            String other = casual ? Voices.formal(original.lastReply()) : Voices.casual(original.lastReply());
            return List.of(new Mutant(
                    Mutation.SWAP_VOICE,
                    casual ? "the reply turned formal" : "the reply turned casual",
                    original.withLastReply(other)));
        }
        List<Mutant> mutants = new ArrayList<>();
        for (Map.Entry<String, Transcript> other : new TreeMap<>(original.otherVoices()).entrySet()) {
            List<AgentReply> replies = other.getValue().replies();
            List<Event> events = new ArrayList<>(original.transcript().events());
            int at = replies.size() - 1;
            for (int i = events.size() - 1; i >= 0 && at >= 0; i--) {
                if (events.get(i) instanceof AgentReply reply) {
                    events.set(i, new AgentReply(reply.turn(), replies.get(at--).text()));
                }
            }
            mutants.add(
                    new Mutant(Mutation.SWAP_VOICE, "the reply speaks as to " + other.getKey(), original.with(events)));
        }
        return mutants;
    }

    /** The sentences with the blanks behind them. */
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (!text.substring(start, end).isBlank()) {
                sentences.add(text.substring(start, end));
            }
        }
        return sentences;
    }
}
