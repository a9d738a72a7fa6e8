package dev.retrial.tickets.corpus;

import java.util.List;
import java.util.Map;

/**
 * A plot: who says what in which order, each in several wordings.
 *
 * @param kind a failure class's key, {@code miss}, {@code fine}, {@code noise}, or {@code fill-c}, {@code fill-b}, {@code fill-h} for sentences that stand beside the matter
 * @param name its name
 * @param language its language
 * @param options what else its first line says
 * @param lines its lines, in order
 */
record Scene(String kind, String name, String language, Map<String, String> options, List<Line> lines) {

    /** Whether this system can show what the scene is about. */
    boolean isFor(String system) {
        String on = options.get("on");
        return on == null || List.of(on.split("\\+")).contains(system);
    }

    /** All that is said in one of its first lines. */
    List<String> sentences() {
        return lines.get(0).wordings();
    }

    /**
     * A line of a plot.
     *
     * @param key {@code s} subject, {@code c} customer, {@code b} AI agent, {@code h} person, {@code n} note, {@code y} system, {@code call}, {@code rate}, {@code out}, {@code mon}, {@code tag}, {@code reopen}
     * @param failed whether this is the turn that failed
     * @param chance in percent; {@link #ONE_OF_MANY} where it is one of those of which at least one is told
     * @param wordings what it says, one of these
     */
    record Line(String key, boolean failed, int chance, List<String> wordings) {

        static final int ONE_OF_MANY = -1;

        boolean isOneOfMany() {
            return chance == ONE_OF_MANY;
        }
    }
}
