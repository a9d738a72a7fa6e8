package dev.retrial.junit;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestTag;

/** The tags of a suite, one object for each name. */
final class Tags {

    private final Map<String, TestTag> byName = new ConcurrentHashMap<>();

    /** The tag of this name, or null where JUnit cannot take it (a blank, a comma). */
    private @Nullable TestTag of(String name) {
        TestTag known = byName.get(name);
        if (known == null && TestTag.isValid(name)) {
            known = TestTag.create(name);
            byName.put(name, known);
        }
        return known;
    }

    /** These tags and one more. */
    Set<TestTag> with(Set<TestTag> tags, String name) {
        TestTag tag = of(name);
        return tag == null || tags.contains(tag) ? tags : new Few(tags, tag);
    }

    /** A handful of tags in an array: a hash set for each of thousands of cells would outweigh the cells. */
    private static final class Few extends AbstractSet<TestTag> {

        private final TestTag[] tags;

        Few(Set<TestTag> tags, TestTag more) {
            this.tags = tags.toArray(new TestTag[tags.size() + 1]);
            this.tags[tags.size()] = more;
        }

        @Override
        public Iterator<TestTag> iterator() {
            return Arrays.asList(tags).iterator();
        }

        @Override
        public int size() {
            return tags.length;
        }
    }
}
