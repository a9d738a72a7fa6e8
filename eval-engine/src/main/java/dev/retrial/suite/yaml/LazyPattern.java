package dev.retrial.suite.yaml;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** A schema's pattern, compiled when it is first needed; most files need few of them. */
final class LazyPattern {

    private final String source;
    private volatile @Nullable Pattern compiled;

    LazyPattern(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    boolean isIn(String text) {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(source);
            compiled = pattern;
        }
        return pattern.matcher(text).find();
    }
}
