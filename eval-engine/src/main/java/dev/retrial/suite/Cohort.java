package dev.retrial.suite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A group of customers that the agent must speak to in its own way.
 *
 * @param id its name
 * @param description who they are; may be empty
 * @param context the request attributes that go with every message; not to be changed
 * @param overlay the persona overlay under test, or null
 * @param expect the voice contract
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Cohort(
        String id,
        String description,
        ObjectNode context,
        @Nullable Path overlay,
        List<ScopedCheck> expect) {

    /** Copies the list. */
    public Cohort {
        expect = List.copyOf(expect);
    }
}
