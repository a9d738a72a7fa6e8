package dev.retrial.samples.spring;

import java.util.Map;
import org.springframework.stereotype.Component;

/** When the boats leave, and whether they do. */
@Component
class Timetable {

    private static final Map<String, String> SAILINGS = Map.of("Holm", "16:40", "Vik", "cancelled");

    /** The next sailing to an island: a time, or {@code cancelled}; {@code unknown} where no boat goes. */
    String next(String island) {
        return SAILINGS.getOrDefault(island, "unknown");
    }
}
