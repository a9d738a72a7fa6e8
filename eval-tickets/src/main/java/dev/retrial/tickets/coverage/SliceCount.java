package dev.retrial.tickets.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts failures by system, channel and language. */
final class SliceCount {

    private static final int LISTED = 20;

    private final Map<Integer, CoverCount> bySystem = new HashMap<>();
    private final Map<Integer, CoverCount> byChannel = new HashMap<>();
    private final Map<Integer, CoverCount> byLanguage = new HashMap<>();
    private final Names systems;
    private final Names channels;
    private final Names languages;

    SliceCount(Names systems, Names channels, Names languages) {
        this.systems = systems;
        this.channels = channels;
        this.languages = languages;
    }

    void add(FailedTicket one, Cover cover) {
        bySystem.merge(one.system(), CoverCount.ZERO.plus(cover), CoverCount::plus);
        byChannel.merge(one.channel(), CoverCount.ZERO.plus(cover), CoverCount::plus);
        byLanguage.merge(one.language(), CoverCount.ZERO.plus(cover), CoverCount::plus);
    }

    List<Coverage.Slice> result() {
        List<Coverage.Slice> slices = new ArrayList<>();
        list("system", bySystem, systems, slices);
        list("channel", byChannel, channels, slices);
        list("language", byLanguage, languages, slices);
        return slices;
    }

    private static void list(
            String dimension, Map<Integer, CoverCount> counts, Names names, List<Coverage.Slice> slices) {
        List<Integer> order = new ArrayList<>(counts.keySet());
        order.sort(Comparator.<Integer>comparingInt(
                        number -> -counts.getOrDefault(number, CoverCount.ZERO).tickets())
                .thenComparing(names::name));
        CoverCount rest = CoverCount.ZERO;
        for (int i = 0; i < order.size(); i++) {
            CoverCount count = counts.getOrDefault(order.get(i), CoverCount.ZERO);
            if (i < LISTED && order.get(i) != Names.OTHERS) {
                slices.add(new Coverage.Slice(dimension, nameOf(names, order.get(i)), count));
            } else {
                rest = rest.plus(count);
            }
        }
        if (rest.tickets() + rest.rejected() > 0) {
            slices.add(new Coverage.Slice(dimension, "others", rest));
        }
    }

    private static @Nullable String nameOf(Names names, int number) {
        return names.nameOrNull(number);
    }
}
