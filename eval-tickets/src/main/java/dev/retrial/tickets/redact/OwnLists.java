package dev.retrial.tickets.redact;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.retrial.text.Span;
import dev.retrial.text.TextPattern;
import java.util.ArrayList;
import java.util.List;

/** What the team's settings always keep, and always hide. */
final class OwnLists {

    private final List<Pattern> keep = new ArrayList<>();
    private final List<Pattern> hide = new ArrayList<>();

    OwnLists(RedactionSettings settings) {
        settings.keep().forEach(pattern -> keep.add(pattern(pattern)));
        settings.hide().forEach(pattern -> hide.add(pattern("(?i)(?:" + pattern + ")")));
    }

    private static Pattern pattern(String written) {
        // Refuses what would grow out of proportion.
        return Pattern.compile(TextPattern.of(written).written());
    }

    /** What is never hidden: whole words only, so that a pattern for order numbers keeps no part of a card's. */
    List<Span> kept(String text) {
        List<Span> kept = new ArrayList<>(0);
        for (Pattern pattern : keep) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (matcher.end() > matcher.start() && Letters.isWhole(text, matcher.start(), matcher.end())) {
                    kept.add(new Span(matcher.start(), matcher.end()));
                }
            }
        }
        return kept;
    }

    void hidden(String text, List<Hit> hits) {
        for (Pattern pattern : hide) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    hits.add(new Hit(matcher.start(), matcher.end(), EntityType.HIDDEN, 1));
                }
            }
        }
    }
}
