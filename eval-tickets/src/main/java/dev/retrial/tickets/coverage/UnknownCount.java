package dev.retrial.tickets.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what tickets do not tell. */
final class UnknownCount {

    private final Window window;
    private final Names systems;
    private final Map<Integer, InSystem> bySystem = new HashMap<>();
    private int repeated;
    private int noDay;
    private int toCome;
    private int open;
    private int reviewed;

    UnknownCount(Window window, Names systems) {
        this.window = window;
        this.systems = systems;
    }

    void repeated() {
        repeated++;
    }

    void leftOpen() {
        open++;
    }

    void reviewed() {
        reviewed++;
    }

    void add(TicketFact fact, int system) {
        LocalDate day = fact.opened();
        if (day == null) {
            noDay++;
        } else if (day.isAfter(window.today())) {
            toCome++;
        }
        bySystem.computeIfAbsent(system, any -> new InSystem()).add(fact);
    }

    NotKnown result(int classNotTold, int unknownCases, int casesWithoutTicket, boolean crowded) {
        List<NotKnown.InSystem> list = new ArrayList<>();
        bySystem.forEach((number, counts) -> list.add(counts.told(systems.nameOrNull(number))));
        list.sort(Comparator.<NotKnown.InSystem>comparingInt(one -> -one.tickets())
                .thenComparing(one -> String.valueOf(one.system())));
        return new NotKnown(
                repeated, noDay, toCome, open, classNotTold, reviewed, unknownCases, casesWithoutTicket, crowded, list);
    }

    private static boolean isBlank(@Nullable String word) {
        return word == null || word.isBlank();
    }

    private static final class InSystem {

        private int tickets;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;
        private int noDay;
        private int noCategory;
        private int noLanguage;
        private int noAgentTurn;
        private int noOutcome;
        private int noHardness;

        private void add(TicketFact fact) {
            tickets++;
            LocalDate day = fact.opened();
            if (day == null) {
                noDay++;
            } else {
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
            }
            noCategory += isBlank(fact.category()) ? 1 : 0;
            noLanguage += isBlank(fact.language()) ? 1 : 0;
            noAgentTurn += fact.handling().agentSpoke() ? 0 : 1;
            noOutcome += fact.handling().agentSpoke() && fact.handling().outcome() == null ? 1 : 0;
            noHardness += fact.hardness() == null ? 1 : 0;
        }

        private NotKnown.InSystem told(@Nullable String system) {
            return new NotKnown.InSystem(
                    system, tickets, first, last, noDay, noCategory, noLanguage, noAgentTurn, noOutcome, noHardness);
        }
    }
}
