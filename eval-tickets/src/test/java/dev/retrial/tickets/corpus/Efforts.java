package dev.retrial.tickets.corpus;

import dev.retrial.tickets.Effort;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.TicketTurn;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a ticket costs, made for a difficulty; each help desk leaves out what it does not tell. */
final class Efforts {

    private Efforts() {}

    static Effort of(String difficulty, String system, List<TicketTurn> turns, int reopened, Random random) {
        int level = switch (difficulty) {
            case "easy" -> 0;
            case "medium" -> 1;
            default -> 2;
        };
        int touches = count(turns, Role.HUMAN_AGENT) + count(turns, Role.INTERNAL_NOTE) + level * 3 + random.nextInt(2);
        int reopens = reopened + (level == 2 ? 1 + random.nextInt(3) : 0);
        int handoffs = level * 2 + random.nextInt(2);
        long minutes = switch (level) {
            case 0 -> 5 + random.nextInt(120);
            case 1 -> 300 + random.nextInt(2_000);
            default -> 4_000 + random.nextInt(20_000);
        };
        boolean tellsReopens = !system.equals("helpscout");
        boolean tellsHandoffs = !system.equals("freshdesk");
        boolean open = random.nextInt(20) == 0;
        return new Effort(
                touches,
                orUntold(reopens, tellsReopens),
                orUntold(handoffs, tellsHandoffs),
                count(turns, Role.CUSTOMER),
                minutes,
                open,
                system.equals("acme") ? Integer.valueOf(level) : null);
    }

    private static @Nullable Integer orUntold(int value, boolean told) {
        return told ? Integer.valueOf(value) : null;
    }

    private static int count(List<TicketTurn> turns, Role role) {
        return (int) turns.stream().filter(turn -> turn.role() == role).count();
    }
}
