package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.AiOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts hand-overs: what help desks say of every ticket, and what triage says of single ones. */
final class EscalationCount {

    private static final int LISTED = 10;

    private final Names categories;
    private final Names systems;
    private final Map<AiOutcome, Integer> outcomes = new EnumMap<>(AiOutcome.class);
    private final Map<Integer, int[]> byCategory = new HashMap<>();
    private final Map<Integer, int[]> bySystem = new HashMap<>();
    private int agentTickets;
    private int handedOver;
    private int atOnce;
    private int leftAlone;
    private int notTold;

    EscalationCount(Names categories, Names systems) {
        this.categories = categories;
        this.systems = systems;
        for (AiOutcome outcome : AiOutcome.values()) {
            outcomes.put(outcome, 0);
        }
    }

    void add(Handling handling, int system, int category) {
        if (!handling.agentSpoke()) {
            return;
        }
        agentTickets++;
        int handed = handling.handedOver() ? 1 : 0;
        handedOver += handed;
        for (int[] where : List.of(at(byCategory, category), at(bySystem, system))) {
            where[AGENT]++;
            where[HANDED] += handed;
        }
        AiOutcome outcome = handling.outcome();
        if (outcome == null) {
            notTold++;
            return;
        }
        outcomes.merge(outcome, 1, Integer::sum);
        if (outcome == AiOutcome.ESCALATED
                && handling.firstAgentTurn() != null
                && handling.firstAgentTurn().equals(handling.lastAgentTurn())) {
            atOnce++;
        }
        if (handling.end() == Handling.End.NOBODY) {
            leftAlone++;
        }
    }

    private static final int AGENT = 0;
    private static final int HANDED = 1;
    private static final int PREMATURE = 2;
    private static final int MISSED = 3;

    private static int[] at(Map<Integer, int[]> counts, int number) {
        return counts.computeIfAbsent(number, any -> new int[4]);
    }

    /** To count what triage found, anew each time, since a later ticket may tell that a person rejected one. */
    Found found() {
        return new Found();
    }

    final class Found {

        private final Map<Integer, int[]> inCategory = copy(byCategory);
        private final Map<Integer, int[]> inSystem = copy(bySystem);
        private final int[] all = new int[4];
        private int directionNotTold;
        private int withoutAgentTurn;

        void add(FailedTicket one) {
            if (one.column() != FailureClass.WRONG_HANDOFF.ordinal()) {
                return;
            }
            TriageFact.Escalation escalation = one.escalation();
            if (escalation == null) {
                directionNotTold++;
            } else if (!one.agentSpoke() || (escalation == TriageFact.Escalation.PREMATURE && !one.handedOver())) {
                withoutAgentTurn++;
            } else {
                int which = switch (escalation) {
                    case PREMATURE -> PREMATURE;
                    case MISSED -> MISSED;
                };
                all[which]++;
                at(inCategory, one.category())[which]++;
                at(inSystem, one.system())[which]++;
            }
        }

        Escalations result() {
            return new Escalations(
                    agentTickets,
                    handedOver,
                    new Share(all[PREMATURE], handedOver),
                    new Share(all[MISSED], agentTickets),
                    directionNotTold,
                    withoutAgentTurn,
                    outcomes,
                    notTold,
                    new Share(atOnce, outcomes.getOrDefault(AiOutcome.ESCALATED, 0)),
                    new Share(leftAlone, agentTickets - notTold),
                    list(inCategory, categories, true),
                    list(inSystem, systems, false));
        }

        private static Map<Integer, int[]> copy(Map<Integer, int[]> counts) {
            Map<Integer, int[]> copy = new HashMap<>();
            counts.forEach((number, count) -> copy.put(number, count.clone()));
            return copy;
        }

        private static List<Escalations.Where> list(Map<Integer, int[]> counts, Names names, boolean onlyFound) {
            List<Map.Entry<Integer, int[]>> order = new ArrayList<>(counts.entrySet());
            order.removeIf(one -> onlyFound && one.getValue()[PREMATURE] + one.getValue()[MISSED] == 0);
            order.sort(Comparator.<Map.Entry<Integer, int[]>>comparingInt(
                            one -> -(one.getValue()[PREMATURE] + one.getValue()[MISSED]))
                    .thenComparingInt(one -> -one.getValue()[AGENT])
                    .thenComparing(one -> names.name(one.getKey())));
            List<Escalations.Where> result = new ArrayList<>();
            for (Map.Entry<Integer, int[]> one : order.subList(0, Math.min(LISTED, order.size()))) {
                int[] count = one.getValue();
                result.add(new Escalations.Where(
                        names.nameOrNull(one.getKey()),
                        new Share(count[PREMATURE], count[HANDED]),
                        new Share(count[MISSED], count[AGENT])));
            }
            return result;
        }
    }
}
