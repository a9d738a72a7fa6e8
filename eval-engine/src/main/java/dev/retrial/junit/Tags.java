package dev.retrial.junit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestTag;

/** The tags of a suite, one object for each name. */
final class Tags {

    private final Map<String, TestTag> byName = new ConcurrentHashMap<>();

    /** Adds a tag to a set; what JUnit cannot take as a tag (a blank, a comma) is left out. */
    void add(String name, Set<TestTag> tags) {
        TestTag known = byName.get(name);
        if (known == null && TestTag.isValid(name)) {
            known = TestTag.create(name);
            byName.put(name, known);
        }
        if (known != null) {
            tags.add(known);
        }
    }
}
