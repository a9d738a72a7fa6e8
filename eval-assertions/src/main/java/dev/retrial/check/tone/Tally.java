package dev.retrial.check.tone;

import dev.retrial.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** A figure, and the first places that it comes from. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Tally {

    private static final int PLACES = 20;

    private final List<Span> places = new ArrayList<>();
    private double figure;

    Tally() {}

    void set(double value) {
        figure = value;
    }

    void add(int start, int end) {
        figure++;
        if (places.size() < PLACES) {
            places.add(new Span(start, end));
        }
    }

    /** The figure. */
    public double figure() {
        return figure;
    }

    /** Where it comes from, for what has a place: the first ones. */
    public List<Span> places() {
        return List.copyOf(places);
    }
}
