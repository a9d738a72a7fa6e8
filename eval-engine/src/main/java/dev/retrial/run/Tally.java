package dev.retrial.run;

/**
 * How the trials of a cell ended.
 *
 * @param passed how many passed
 * @param failed how many failed
 * @param diverged how many diverged
 * @param errors how many are errors
 */
record Tally(int passed, int failed, int diverged, int errors) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    int trials() {
        return passed + failed + diverged + errors;
    }

    Tally plus(Trial.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new Tally(passed + 1, failed, diverged, errors);
            case FAILED -> new Tally(passed, failed + 1, diverged, errors);
            case DIVERGED -> new Tally(passed, failed, diverged + 1, errors);
            case ERROR -> new Tally(passed, failed, diverged, errors + 1);
        };
    }

    /** {@code 3 of 5 passed, 1 failed, 1 is an error}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(passed).append(" of ").append(trials()).append(" trials passed");
        count(text, failed, "failed", "failed");
        count(text, diverged, "diverged", "diverged");
        count(text, errors, "is an error", "are errors");
        return text.toString();
    }

    private static void count(StringBuilder text, int number, String one, String many) {
        if (number > 0) {
            text.append(", ").append(number).append(' ').append(number == 1 ? one : many);
        }
    }
}
