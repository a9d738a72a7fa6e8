package dev.retrial.check.tone;

import dev.retrial.text.Prose;
import dev.retrial.text.Quotations;
import org.apiguardian.api.API;

/** A part of a reply that can be left out where its tone is looked at. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Part {
    /** Quoted lines, and what stands between double quotes. */
    QUOTATIONS("quotations"),
    /** Code, in blocks and within a line. */
    CODE("code");

    private final String key;

    Part(String key) {
        this.key = key;
    }

    /** The word for it in case files. */
    public String key() {
        return key;
    }

    /** The text with this part of it replaced by blanks. */
    String leftOutOf(String text) {
        return switch (this) {
            case QUOTATIONS -> Quotations.without(text);
            case CODE -> Prose.of(text).text();
        };
    }
}
