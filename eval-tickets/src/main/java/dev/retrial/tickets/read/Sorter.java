package dev.retrial.tickets.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.read.desk.Desk;
import dev.retrial.tickets.read.desk.Sorting;
import dev.retrial.tickets.read.file.ExportFiles;
import dev.retrial.tickets.read.file.JsonValues;
import dev.retrial.tickets.read.file.LoneSurrogates;
import dev.retrial.tickets.read.file.Position;
import dev.retrial.tickets.read.gather.Gathering;
import dev.retrial.tickets.read.gather.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds whose a page is, has it taken apart, and puts the pieces where those of the same ticket are. */
final class Sorter implements JsonValues.Sink {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long OFTEN = 4 << 20;

    private final Desks desks;
    private final Gathering gathering;
    private final Consumer<ReadProblem> problems;
    private ExportFiles.@Nullable CountingProgress bytes;
    private ReadProgress progress = ReadProgress.NONE;
    private long total;
    private long told;

    Sorter(Desks desks, Gathering gathering, Consumer<ReadProblem> problems) {
        this.desks = desks;
        this.gathering = gathering;
        this.problems = problems;
    }

    void progress(ExportFiles.CountingProgress counter, long of, ReadProgress to) {
        bytes = counter;
        total = of;
        progress = to;
        told = counter.bytes();
        to.at(ReadProgress.Step.READING, told, of);
    }

    @Override
    public void value(ObjectNode value, Position position) {
        if (bytes != null && bytes.bytes() - told > OFTEN) {
            told = bytes.bytes();
            progress.at(ReadProgress.Step.READING, told, total);
        }
        if (value.isEmpty()) {
            return;
        }
        Desk desk = desks.of(value);
        if (desk == null) {
            problems.accept(
                    new ReadProblem(
                            position.file(),
                            position.text(),
                            "is not recognised as an export of any help desk that there is a reader for",
                            "say which `system` it is from, leave the file out, or bring it into the neutral format (docs/ticket-formats.md)"));
            return;
        }
        desk.sort(value, position, new Into(desk.system(), position.file()));
    }

    /** Pieces of one page on their way. */
    private final class Into implements Sorting {

        private final String system;
        private final String file;

        Into(String system, String file) {
            this.system = system;
            this.file = file;
        }

        @Override
        public void piece(
                String ticket, String kind, @Nullable String key, long version, JsonNode piece, String position) {
            byte[] json = json(piece);
            put(() -> gathering.piece(new Item(
                    system + '|' + ticket, kind, key == null ? digest(json) : key, version, source(position), json)));
        }

        @Override
        public void shared(String kind, String id, long version, ObjectNode who, String position) {
            put(() -> gathering.shared(
                    new Item(system + '|' + kind + '|' + id, '@' + kind, id, version, source(position), json(who))));
        }

        @Override
        public void mention(String ticket, String kind, @Nullable String id) {
            if (id != null && id.length() <= 200) {
                put(() -> gathering.mention(system + '|' + ticket, system + '|' + kind + '|' + id));
            }
        }

        @Override
        public void problem(String position, String reason, String advice) {
            problems.accept(new ReadProblem(file, position, reason, advice));
        }

        private String source(String position) {
            return position.isEmpty() ? file : file + ", " + position;
        }
    }

    private static byte[] json(JsonNode piece) {
        try {
            return LoneSurrogates.escaped(JSON.writeValueAsString(piece)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read can be written", e);
        }
    }

    private static String digest(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return "#" + HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private interface Put {
        void run() throws IOException;
    }

    private static void put(Put put) {
        try {
            put.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
