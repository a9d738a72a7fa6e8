package dev.retrial.tickets.coverage;

import java.util.Locale;

/** The plane that charts are drawn on: shares from 0 at the bottom to 1 at the top. */
final class Drawing {

    static final int WIDTH = 360;
    static final int HEIGHT = 190;
    static final double LEFT = 42;
    static final double RIGHT = 356;
    static final double TOP = 10;
    static final double BOTTOM = 160;

    private Drawing() {}

    static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    /** The middle of one of some equal strips. */
    static double middle(int strip, int of) {
        return LEFT + (strip + .5) * (RIGHT - LEFT) / of;
    }

    static String at(double place) {
        return String.format(Locale.ROOT, "%.2f", place);
    }
}
