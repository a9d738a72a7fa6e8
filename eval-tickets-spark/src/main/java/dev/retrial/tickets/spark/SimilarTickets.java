package dev.retrial.tickets.spark;

import dev.retrial.tickets.duplicate.Bucket;
import dev.retrial.tickets.duplicate.ComparedText;
import dev.retrial.tickets.duplicate.Fingerprints;
import dev.retrial.tickets.duplicate.Overlap;
import dev.retrial.tickets.duplicate.References;
import dev.retrial.tickets.duplicate.SharedLines;
import dev.retrial.tickets.duplicate.SignatureKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apiguardian.api.API;
import scala.Tuple2;

/**
 * Finds the pairs that {@code NearDuplicates} finds on one machine, by the same steps: words, shared lines, shingles, equal sets joined,
 * bands, buckets, and the true similarity for what meets in one. Which pairs those are depends on the tickets alone.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SimilarTickets {

    private final JavaSparkContext context;
    private final SignatureKey key;

    /** With the project's key, under which one machine finds the same. */
    public SimilarTickets(JavaSparkContext context, SignatureKey key) {
        this.context = context;
        this.key = key;
    }

    /**
     * The pairs among tickets that come as lines.
     *
     * @param lines one ticket each
     * @param reading from a line to the texts that are compared; must be serialisable
     * @throws IllegalArgumentException when two tickets have the same reference
     */
    public JavaRDD<SimilarPair> pairs(JavaRDD<String> lines, Function<String, ComparedText> reading) {
        SignatureKey shareable = key;
        JavaPairRDD<String, int[]> words = lines.mapPartitionsToPair(part -> {
                    Fingerprints fingerprints = new Fingerprints(shareable);
                    return mapped(part, line -> {
                        ComparedText text = reading.call(line);
                        return new Tuple2<>(text.ref(), fingerprints.words(text));
                    });
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        long tickets = words.count();
        if (words.keys().distinct().count() != tickets) {
            throw new IllegalArgumentException(
                    "Two tickets have the same reference; two records of one ticket are to be merged before they are compared.");
        }
        Broadcast<SharedLines> shared =
                context.broadcast(sharedLines(words, (int) Math.min(tickets, Integer.MAX_VALUE)));

        JavaPairRDD<Long, Shingled> sets = words.mapPartitionsToPair(part -> {
                    Fingerprints fingerprints = new Fingerprints(shareable);
                    return mapped(part, ticket -> {
                        int[] shingles = fingerprints.shingles(ticket._2(), shared.value());
                        return new Tuple2<>(fingerprints.identity(shingles), new Shingled(ticket._1(), shingles));
                    });
                })
                .filter(set -> set._2().shingles.length > 0)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<Long, Shingled> first = sets.reduceByKey(Shingled::first).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<SimilarPair> equal = sets.mapValues(set -> set.ref)
                .join(first.mapValues(set -> set.ref))
                .values()
                .filter(refs -> !refs._1().equals(refs._2()))
                .map(refs -> new SimilarPair(refs._2(), refs._1()));

        JavaPairRDD<String, int[]> standing = first.mapToPair(set -> new Tuple2<>(set._2().ref, set._2().shingles));
        JavaPairRDD<String, String> candidates = first.values()
                .mapPartitionsToPair(part -> {
                    Fingerprints fingerprints = new Fingerprints(shareable);
                    return flattened(part, set -> members(set, fingerprints));
                })
                .groupByKey()
                .values()
                .flatMapToPair(SimilarTickets::bucket)
                .distinct();
        JavaRDD<SimilarPair> similar = candidates
                .join(standing)
                .mapToPair(pair -> new Tuple2<>(
                        pair._2()._1(), new Shingled(pair._1(), pair._2()._2())))
                .join(standing)
                .filter(pair ->
                        Overlap.isCopy(pair._2()._1().shingles, pair._2()._2()))
                .map(pair -> new SimilarPair(pair._2()._1().ref, pair._1()));
        return equal.union(similar);
    }

    private static SharedLines sharedLines(JavaPairRDD<String, int[]> words, int tickets) {
        int least = SharedLines.least(tickets);
        List<Tuple2<Long, Integer>> frequent = words.values()
                .mapPartitionsToPair(part -> {
                    // The key plays no part: a line is told by its words.
                    return flattened(part, ticket -> {
                        long[] lines = Fingerprints.lines(ticket);
                        List<Tuple2<Long, Integer>> counted = new ArrayList<>(lines.length);
                        for (long line : lines) {
                            counted.add(new Tuple2<>(line, 1));
                        }
                        return counted.iterator();
                    });
                })
                .reduceByKey(Integer::sum)
                .filter(line -> line._2() >= least)
                .collect();
        long[] lines = new long[frequent.size()];
        int[] counts = new int[frequent.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = frequent.get(i)._1();
            counts[i] = frequent.get(i)._2();
        }
        return SharedLines.of(lines, counts, tickets);
    }

    private static Iterator<Tuple2<Long, Member>> members(Shingled set, Fingerprints fingerprints) {
        int[] bands = fingerprints.bands(set.shingles);
        List<Tuple2<Long, Member>> members = new ArrayList<>(bands.length);
        for (int band = 0; band < bands.length; band++) {
            long bucket = (long) band << 32 | (bands[band] & 0xFFFF_FFFFL);
            members.add(
                    new Tuple2<>(bucket, new Member(set.ref, bands[(band + 1) % bands.length], set.shingles.length)));
        }
        return members.iterator();
    }

    private static Iterator<Tuple2<String, String>> bucket(Iterable<Member> all) {
        List<Member> members = new ArrayList<>();
        all.forEach(members::add);
        if (members.size() == 1) {
            return List.<Tuple2<String, String>>of().iterator();
        }
        members.sort((a, b) -> References.compare(a.ref, b.ref));
        int[] next = members.stream().mapToInt(member -> member.nextBand).toArray();
        List<Tuple2<String, String>> pairs = new ArrayList<>();
        Bucket.pairs(next, next.length, (first, second) -> {
            Member one = members.get(first);
            Member other = members.get(second);
            if (Overlap.canBeCopies(one.size, other.size)) {
                pairs.add(new Tuple2<>(one.ref, other.ref));
            }
        });
        return pairs.iterator();
    }

    private static <A, B> Iterator<B> mapped(Iterator<A> from, Function<A, B> step) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public B next() {
                return call(step, from.next());
            }
        };
    }

    private static <A, B> Iterator<B> flattened(Iterator<A> from, Function<A, Iterator<B>> step) {
        return new Iterator<>() {
            private Iterator<B> current = List.<B>of().iterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && from.hasNext()) {
                    current = call(step, from.next());
                }
                return current.hasNext();
            }

            @Override
            public B next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return current.next();
            }
        };
    }

    private static <A, B> B call(Function<A, B> step, A value) {
        try {
            return step.call(value);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** A ticket and its shingles. */
    private static final class Shingled implements Serializable {

        private static final long serialVersionUID = 1;

        private final String ref;
        private final int[] shingles;

        Shingled(String ref, int[] shingles) {
            this.ref = ref;
            this.shingles = shingles;
        }

        /** Of equal sets the one with the smaller reference. */
        static Shingled first(Shingled one, Shingled other) {
            return References.compare(one.ref, other.ref) <= 0 ? one : other;
        }
    }

    /** A ticket in a bucket. */
    private record Member(String ref, int nextBand, int size) implements Serializable {}
}
