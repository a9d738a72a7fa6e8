package dev.retrial.results;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The portion of a suite that a run takes on, where several share the work or only what changed is run.
 *
 * @param shard the number of this shard, from 1
 * @param shards how many there are; 1 where the work is not shared
 * @param filtered whether something else than the shard left cells out too
 * @param changedSince the revision since which a cell's inputs must have changed, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Portion(
        int shard, int shards, boolean filtered, @Nullable String changedSince) {

    /** Nothing is shared. */
    public static final Portion WHOLE = new Portion(1, 1, false, null);

    /** Refuses a shard that cannot be. */
    public Portion {
        if (shards < 1 || shard < 1 || shard > shards) {
            throw new IllegalArgumentException("shard " + shard + " of " + shards);
        }
    }

    /** Whether others have the rest. */
    public boolean isShard() {
        return shards > 1;
    }

    /** {@code 2/3}. */
    public String shardText() {
        return shard + "/" + shards;
    }

    /** Reads what {@link #shardText} wrote; null for what is none. */
    static @Nullable Portion ofShard(String text, boolean filtered, @Nullable String changedSince) {
        int slash = text.indexOf('/');
        try {
            return new Portion(
                    Integer.parseInt(text.substring(0, Math.max(0, slash))),
                    Integer.parseInt(text.substring(slash + 1)),
                    filtered,
                    changedSince);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
