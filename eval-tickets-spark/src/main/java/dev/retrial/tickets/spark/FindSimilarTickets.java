package dev.retrial.tickets.spark;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.retrial.tickets.duplicate.ComparedText;
import dev.retrial.tickets.duplicate.SignatureKey;
import dev.retrial.tickets.read.neutral.InvalidTicketException;
import dev.retrial.tickets.read.neutral.NeutralTickets;
import dev.retrial.tickets.redact.RedactionKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apiguardian.api.API;

/**
 * The program for {@code spark-submit}: reads redacted tickets as the import writes them, one JSON object a line, and writes which
 * repeat which.
 *
 * <p>Arguments: where the tickets are (any path or pattern that Spark reads, compressed or not) and a directory that does not exist yet.
 * Below it come {@code pairs}, with a line {@code {"first":…,"second":…}} for each pair, and {@code repeats}, with a line
 * {@code {"ref":…,"of":…}} for each ticket that another one stands for. The project's key is in {@code RETRIAL_KEY} of the driver.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FindSimilarTickets {

    private FindSimilarTickets() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            stop(
                    "Two arguments are needed: where the redacted tickets are, and a directory for the result that does not exist yet.");
            return;
        }
        RedactionKey key;
        try {
            key = RedactionKey.fromEnvironment();
        } catch (IllegalArgumentException e) {
            stop(String.valueOf(e.getMessage()));
            return;
        }
        try (SparkSession session =
                SparkSession.builder().appName("Retrial: near-duplicates").getOrCreate()) {
            run(
                    JavaSparkContext.fromSparkContext(session.sparkContext()),
                    SignatureKey.of(key.derived("near-duplicates")),
                    arguments[0],
                    arguments[1]);
        }
    }

    private static void stop(String why) {
        System.err.println(why);
        System.exit(2);
    }

    static void run(JavaSparkContext context, SignatureKey key, String input, String output) {
        JavaRDD<SimilarPair> pairs = new SimilarTickets(context, key)
                .pairs(context.textFile(input).filter(line -> !line.isBlank()), FindSimilarTickets::read)
                .persist(StorageLevel.MEMORY_AND_DISK());
        pairs.map(pair -> "{\"first\":\"" + quoted(pair.first()) + "\",\"second\":\"" + quoted(pair.second()) + "\"}")
                .saveAsTextFile(output + "/pairs");
        Groups groups = new Groups();
        for (Iterator<SimilarPair> all = pairs.toLocalIterator(); all.hasNext(); ) {
            groups.add(all.next());
        }
        List<String> repeats = new ArrayList<>();
        groups.repeats()
                .forEach((ref, of) -> repeats.add("{\"ref\":\"" + quoted(ref) + "\",\"of\":\"" + quoted(of) + "\"}"));
        context.parallelize(repeats, Math.max(1, repeats.size() / 1_000_000)).saveAsTextFile(output + "/repeats");
    }

    private static ComparedText read(String line) throws InvalidTicketException {
        return ComparedText.of(NeutralTickets.read(line));
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
