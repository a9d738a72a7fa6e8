package dev.retrial.tickets.read.gather;

import dev.retrial.tickets.read.ReadProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of tickets by ticket, whatever their order and number. People and companies that came on their own are brought to every ticket that
 * mentions them. Memory is needed for one part of the tickets at a time, and a part that is too large is parted again.
 */
@API(status = API.Status.INTERNAL)
public final class Gathering implements AutoCloseable {

    /** Receives the pieces of one ticket. */
    @FunctionalInterface
    public interface Each {
        /**
         * All of one ticket.
         *
         * @param group the ticket
         * @param items its pieces, in no order; at most as much as one ticket may have
         * @param leftOut how many pieces were left out since the ticket has too many
         */
        void group(String group, List<Item> items, int leftOut) throws IOException;
    }

    /** What merges two pieces of one kind and key. */
    @FunctionalInterface
    public interface Newer {
        /** The one to keep. */
        Item of(Item one, Item other);
    }

    private static final int PARTS = 64;

    private static final int SUBPARTS = 16;
    private static final int DEEPEST = 4;
    private static final long FITS = 6 << 20;

    private final Spool spool;
    private final int ticketBytes;
    private final List<Spool.Pile> tickets;
    private final List<Spool.Pile> shared;
    private final List<Spool.Pile> mentions;
    private final Recently recently = new Recently();

    /**
     * Nothing is gathered yet.
     *
     * @param directory where to put aside what does not fit into memory; null for the JVM's temporary directory
     * @param ticketBytes how much one ticket may have
     */
    public Gathering(@Nullable Path directory, int ticketBytes) {
        this.spool = new Spool(directory);
        this.ticketBytes = ticketBytes;
        this.tickets = spool.piles(PARTS);
        this.shared = spool.piles(PARTS);
        this.mentions = spool.piles(PARTS);
    }

    /** A piece of a ticket, which is its group. */
    public void piece(Item item) throws IOException {
        tickets.get(part(item.group(), 0, PARTS)).put(item);
    }

    /** Somebody whom tickets may mention, by a name that is the group. */
    public void shared(Item item) throws IOException {
        shared.get(part(item.group(), 0, PARTS)).put(item);
    }

    /** A ticket mentions somebody. */
    public void mention(String ticket, String who) throws IOException {
        if (!recently.saw(ticket, who)) {
            mentions.get(part(who, 0, PARTS)).put(new Item(who, "", ticket, 0, "", new byte[0]));
        }
    }

    /** Hands over each ticket with all that belongs to it. */
    public void drain(Newer newer, ReadProgress progress, Each each) throws IOException {
        for (int i = 0; i < PARTS; i++) {
            join(shared.get(i), mentions.get(i), newer);
            progress.at(ReadProgress.Step.JOINING, i + 1L, PARTS);
        }
        long total = 0;
        for (Spool.Pile pile : tickets) {
            total += pile.size();
        }
        Merging merging = new Merging(each, progress, total);
        for (int i = 0; i < PARTS; i++) {
            merge(tickets.get(i), 1, merging);
        }
    }

    private void join(Spool.Pile people, Spool.Pile mentioned, Newer newer) throws IOException {
        Map<String, Item> known = new HashMap<>();
        people.drain(item -> known.merge(item.group(), item, newer::of));
        mentioned.drain(mention -> {
            Item who = known.get(mention.group());
            if (who != null) {
                piece(new Item(mention.key(), who.kind(), who.key(), who.version(), who.source(), who.json()));
            }
        });
    }

    private void merge(Spool.Pile part, int level, Merging each) throws IOException {
        if (part.size() > FITS && level < DEEPEST) {
            List<Spool.Pile> smaller = spool.piles(SUBPARTS);
            part.drain(item -> smaller.get(part(item.group(), level, SUBPARTS)).put(item));
            for (Spool.Pile one : smaller) {
                merge(one, level + 1, each);
            }
            return;
        }
        // Sorted, so that tickets come in the same order whatever the order of the files was.
        Map<String, Group> groups = new TreeMap<>();
        long size = part.size();
        part.drain(item ->
                groups.computeIfAbsent(item.group(), group -> new Group()).add(item, ticketBytes));
        for (Group group : groups.values()) {
            group.spooled = size / groups.size();
        }
        for (Map.Entry<String, Group> group : groups.entrySet()) {
            each.group(group.getKey(), group.getValue());
            // What still works on it has it; the map must not keep it as long as the others wait.
            group.setValue(Group.NONE);
        }
    }

    /** Hands tickets over, and says how far it is. */
    private static final class Merging {

        private final Each each;
        private final ReadProgress progress;
        private final long total;
        private long done;

        Merging(Each each, ReadProgress progress, long total) {
            this.each = each;
            this.progress = progress;
            this.total = total;
        }

        void group(String key, Group group) throws IOException {
            each.group(key, group.items, group.leftOut);
            done += group.spooled;
            progress.at(ReadProgress.Step.MERGING, Math.min(done, total), total);
        }
    }

    private static int part(String group, int level, int parts) {
        int hash = (group.hashCode() + level * 0x9E3779B9) * 0x85EBCA6B;
        hash ^= hash >>> 15;
        hash *= 0xC2B2AE35;
        hash ^= hash >>> 13;
        return Math.floorMod(hash, parts);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private static final class Group {

        static final Group NONE = new Group();

        private final List<Item> items = new ArrayList<>(4);
        private int bytes;
        private int leftOut;
        /** About how much of the pile it was. */
        private long spooled;

        void add(Item item, int limit) {
            if (bytes + item.json().length > limit) {
                leftOut++;
                return;
            }
            bytes += item.json().length + 100;
            items.add(item);
        }
    }

    /** Mentions of late, since pieces of one ticket tend to come together and to mention the same people. */
    private static final class Recently extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;

        Recently() {
            super(1_024, .75f, false);
        }

        boolean saw(String ticket, String who) {
            return put(ticket + '\n' + who, true) != null;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > 2_000;
        }
    }
}
