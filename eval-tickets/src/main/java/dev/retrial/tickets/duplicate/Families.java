package dev.retrial.tickets.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import org.apiguardian.api.API;

/**
 * Finds families among the failures that are to be proposed. Two belong together when they are of the same class, share a tool or a policy (or say of neither),
 * and three in ten of the words that either uses are used by both: copies share six in ten of their word triples. What is found does not depend on the order.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Families {

    private final SignatureKey key;
    private final Path directory;

    /** @param directory where files may be written while this looks; it exists */
    public Families(SignatureKey key, Path directory) {
        this.key = key;
        this.directory = directory;
    }

    /**
     * The families, in the order of their first members. A failure is in at most one; those that are like no other are in none.
     *
     * @param members each reference once; near-copies are taken out before
     */
    public List<Family> of(Collection<FamilyMember> members) throws IOException {
        List<FamilyMember> sorted = new ArrayList<>(members);
        sorted.sort((a, b) -> References.compare(a.text().ref(), b.text().ref()));
        return families(sorted, neighbours(sorted));
    }

    /** The first one that is in no family yet takes in those that are like it. */
    private static List<Family> families(List<FamilyMember> sorted, Map<Integer, Set<Integer>> neighbours) {
        List<Family> families = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int first = 0; first < sorted.size(); first++) {
            if (taken.contains(first)) {
                continue;
            }
            List<String> family =
                    new ArrayList<>(List.of(sorted.get(first).text().ref()));
            for (int other : neighbours.getOrDefault(first, Set.of())) {
                if (other > first && taken.add(other)) {
                    family.add(sorted.get(other).text().ref());
                }
            }
            if (family.size() > 1) {
                families.add(new Family(sorted.get(first).failure(), family));
            }
        }
        return families;
    }

    private Map<Integer, Set<Integer>> neighbours(List<FamilyMember> sorted) throws IOException {
        Fingerprints fingerprints = new Fingerprints(key, Similarity.FAMILIES);
        int[] owners = new int
                [sorted.stream()
                        .mapToInt(member -> Math.max(1, member.about().size()))
                        .sum()];
        int[] inOrder = new int[owners.length];
        Map<Integer, Set<Integer>> neighbours = new HashMap<>();
        Arrays.setAll(inOrder, i -> i);
        try (Sketches sketches = new Sketches(
                Similarity.FAMILIES, inOrder, new DiskInts(directory, "families"), new DiskInts(directory, "bands"))) {
            int[][] columns = new int[Similarity.FAMILIES.bands()][owners.length];
            int[] bands = new int[Similarity.FAMILIES.bands()];
            int entry = 0;
            for (int i = 0; i < sorted.size(); i++) {
                FamilyMember member = sorted.get(i);
                int[] words = fingerprints.words(member.text());
                Set<String> about = member.about().isEmpty() ? Set.of("") : member.about();
                for (String one : new TreeSet<>(about)) {
                    int[] set = fingerprints.shingles(words, SharedLines.NONE);
                    mark(set, member.failure().key() + "|" + one);
                    owners[entry] = i;
                    sketches.setSize[entry] = set.length;
                    sketches.identity[entry] = fingerprints.identity(set);
                    sketches.setAt[entry] = sketches.sets.append(set, set.length);
                    fingerprints.bands(set, set.length, bands);
                    for (int band = 0; band < bands.length; band++) {
                        columns[band][entry] = bands[band];
                    }
                    entry++;
                }
            }
            sketches.sets.flush();
            ByteBuffer buffer = ByteBuffer.allocate(Math.max(1, owners.length) * Integer.BYTES);
            for (int band = 0; band < columns.length; band++) {
                sketches.bands.write((long) band * owners.length, columns[band], owners.length, buffer);
            }
            Longs pairs = pairs(sketches);
            for (int i = 0; i < pairs.size(); i++) {
                int first = owners[(int) (pairs.get(i) >>> 32)];
                int second = owners[(int) pairs.get(i)];
                neighbours.computeIfAbsent(first, none -> new TreeSet<>()).add(second);
            }
        }
        return neighbours;
    }

    private static Longs pairs(Sketches sketches) {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            PairFinder finder = new PairFinder(sketches, one, 1, true);
            finder.find();
            return finder.pairs();
        } finally {
            one.shutdownNow();
        }
    }

    /** Makes the words those of one class and topic, so that nothing of another is ever similar. */
    private static void mark(int[] set, String topic) {
        CRC32 hash = new CRC32();
        hash.update(topic.getBytes(StandardCharsets.UTF_8));
        int mark = (int) hash.getValue() * 0x9E37_79B1;
        for (int i = 0; i < set.length; i++) {
            set[i] = (set[i] ^ mark) * 0x85eb_ca6b;
        }
        Arrays.sort(set);
    }
}
