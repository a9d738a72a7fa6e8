package dev.retrial.tickets.triage;

import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import java.util.ArrayList;
import java.util.List;

/** A ticket, read once, as far as triage reads: so many turns, and so much of each. */
final class ReadTicket {

    /** Turns that are read. */
    static final int TURNS = 1_000;

    /** Characters that are read in all. */
    static final int CHARACTERS = 1_000_000;

    private static final int LONGEST_NAME = 60;

    final SupportTicket ticket;
    final CueWords words;
    final List<ReadTurn> turns = new ArrayList<>();
    private final int firstAgent;

    ReadTicket(SupportTicket ticket, CueWords words, List<String> agentNames) {
        this.ticket = ticket;
        this.words = words;
        List<Phrase> names = names(ticket, agentNames);
        int read = 0;
        int first = -1;
        for (int i = 0; i < ticket.turns().size() && i < TURNS && read < CHARACTERS; i++) {
            ReadTurn turn = new ReadTurn(i, ticket.turns().get(i), words);
            read += turn.text.length();
            for (Phrase name : names) {
                Span said = turn.role() == Role.AI_AGENT ? null : name.find(turn.text);
                if (said != null) {
                    turn.alsoSaid(Cue.BOT, said.start(), said.end());
                }
            }
            turns.add(turn);
            if (first < 0 && turn.role() == Role.AI_AGENT) {
                first = i;
            }
        }
        firstAgent = first;
    }

    private static List<Phrase> names(SupportTicket ticket, List<String> agentNames) {
        List<String> written = new ArrayList<>(agentNames);
        for (Party party : ticket.parties()) {
            if (party.role() == Role.AI_AGENT) {
                written.addAll(party.names());
            }
        }
        List<Phrase> names = new ArrayList<>();
        for (String name : written) {
            if (!name.isBlank() && name.length() <= LONGEST_NAME && names.size() < 20) {
                try {
                    names.add(Phrase.of(name));
                } catch (IllegalArgumentException e) {
                    // A name of signs only, which nobody can say.
                    continue;
                }
            }
        }
        return names;
    }

    /** Whether the AI agent said anything that was read. */
    boolean hasAgent() {
        return firstAgent >= 0;
    }

    /** The turns in this role behind the AI agent's first. */
    List<ReadTurn> afterAgent(Role role) {
        List<ReadTurn> found = new ArrayList<>();
        for (int i = Math.max(0, firstAgent); i < turns.size(); i++) {
            if (turns.get(i).role() == role) {
                found.add(turns.get(i));
            }
        }
        return found;
    }

    List<ReadTurn> in(Role role) {
        List<ReadTurn> found = new ArrayList<>();
        for (ReadTurn turn : turns) {
            if (turn.role() == role) {
                found.add(turn);
            }
        }
        return found;
    }

    /** The AI agent's last turn before this index, or its first where there is none before. */
    ReadTurn agentBefore(int index) {
        for (int i = Math.min(index, turns.size()) - 1; i >= 0; i--) {
            if (turns.get(i).role() == Role.AI_AGENT) {
                return turns.get(i);
            }
        }
        return turns.get(firstAgent);
    }
}
