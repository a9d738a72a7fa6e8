package dev.retrial.tickets.corpus;

import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How alike two tickets are: the Jaccard index of the word 3-grams of what customer and AI agent say, planted identities reduced to their type. */
public final class Shingles {

    private Shingles() {}

    /** The likeness of two tickets, from 0 to 1. */
    public static double jaccard(Labelled one, Labelled other) {
        Set<String> a = of(one);
        Set<String> b = of(other);
        int common = 0;
        for (String gram : a) {
            common += b.contains(gram) ? 1 : 0;
        }
        int all = a.size() + b.size() - common;
        return all == 0 ? 1 : (double) common / all;
    }

    private static Set<String> of(Labelled labelled) {
        StringBuilder said = new StringBuilder();
        SupportTicket ticket = labelled.ticket();
        for (TicketTurn turn : ticket.turns()) {
            if (turn.role() == Role.CUSTOMER || turn.role() == Role.AI_AGENT) {
                said.append(turn.text()).append(' ');
            }
        }
        String text = said.toString();
        for (Canary canary : labelled.label().planted()) {
            text = text.replace(canary.value(), canary.type());
        }
        List<String> words = words(text);
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            grams.add(words.get(i) + ' ' + words.get(i + 1) + ' ' + words.get(i + 2));
        }
        return grams;
    }

    /** The words of a text in lower case: runs of letters and digits. */
    static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
