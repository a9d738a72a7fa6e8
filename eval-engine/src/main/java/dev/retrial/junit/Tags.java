package dev.retrial.junit;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestTag;

/**
 * A handful of tags in an array, and the sets that are larger by one tag.
 *
 * <p>The thousands of cells of a suite share a few sets: a hash set for each of them would outweigh the cell.
 */
final class Tags extends AbstractSet<TestTag> {

    private final TestTag[] tags;
    private @Nullable Map<String, Tags> larger;

    private Tags(TestTag[] tags) {
        this.tags = tags;
    }

    static Tags none() {
        return new Tags(new TestTag[0]);
    }

    /** These tags and the one of this name; just these where JUnit cannot take it (a blank, a comma). */
    synchronized Tags with(String name) {
        Map<String, Tags> known = larger;
        if (known == null) {
            known = new HashMap<>(4);
            larger = known;
        }
        Tags with = known.get(name);
        if (with == null) {
            with = make(name);
            known.put(name, with);
        }
        return with;
    }

    private Tags make(String name) {
        if (!TestTag.isValid(name)) {
            return this;
        }
        TestTag tag = TestTag.create(name);
        if (contains(tag)) {
            return this;
        }
        TestTag[] all = Arrays.copyOf(tags, tags.length + 1);
        all[tags.length] = tag;
        return new Tags(all);
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
