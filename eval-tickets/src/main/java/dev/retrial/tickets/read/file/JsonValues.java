package dev.retrial.tickets.read.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.read.ReadLimits;
import dev.retrial.tickets.read.ReadProblem;
import dev.retrial.tickets.read.file.JsonScanner.End;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The JSON values of a file: of one page, of a list, or of a line each. A page that is too long to be held is handed over in several, each with
 * some elements of its array and what else was read of the page until then. What is broken or beyond a limit is reported; the rest goes on.
 */
@API(status = API.Status.INTERNAL)
public final class JsonValues {

    /** Receives the values of a file. */
    @FunctionalInterface
    public interface Sink {
        /** One page or record. */
        void value(ObjectNode value, Position position);
    }

    /** A page up to this many characters is held as one. */
    private static final int PAGE = 1 << 20;

    /** The arrays that make an object a page; an {@code id} before them makes it a record that happens to have one. */
    private static final Set<String> PAGES = Set.of(
            "tickets",
            "users",
            "organizations",
            "groups",
            "comments",
            "audits",
            "events",
            "ticket_events",
            "ticket_metrics",
            "metric_sets",
            "satisfaction_ratings",
            "results",
            "conversations",
            "data",
            "contacts",
            "admins",
            "companies",
            "threads",
            "customers");

    private final ReadLimits limits;
    private final Consumer<ReadProblem> problems;
    private final Sink sink;
    private final ObjectMapper json;
    private final CharText text = new CharText();

    /** Values go to {@code sink}, and what could not be read to {@code problems}. */
    public JsonValues(ReadLimits limits, Consumer<ReadProblem> problems, Sink sink) {
        this.limits = limits;
        this.problems = problems;
        this.sink = sink;
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(limits.depth())
                                .maxStringLength(limits.recordChars())
                                .maxNumberLength(1_000)
                                .build())
                        .build())
                .build();
    }

    /**
     * Reads a file to its end.
     *
     * @throws IOException where the stream ended with one; everything before it was handed over
     */
    public void read(String file, InputStream in) throws IOException {
        LenientReader reader = new LenientReader(in);
        JsonScanner scanner = new JsonScanner(reader);
        new Document(file, scanner).read();
        if (reader.broken() > 0) {
            problems.accept(new ReadProblem(
                    file,
                    "byte " + reader.firstBroken(),
                    reader.broken() + " sequences of bytes are not " + reader.encoding()
                            + " and were replaced, the first here",
                    "save the export as UTF-8 if names or texts matter there"));
        }
        IOException failure = scanner.failure();
        if (failure != null) {
            throw failure;
        }
    }

    /** One file on its way. */
    private final class Document {

        private final String file;
        private final JsonScanner scanner;
        private boolean anything;
        private long previousLine;

        Document(String file, JsonScanner scanner) {
            this.file = file;
            this.scanner = scanner;
        }

        void read() {
            for (int c = scanner.peekPastSpace(false); c >= 0; c = scanner.peekPastSpace(false)) {
                if (c == '{') {
                    if (previousLine > 0 && scanner.line() > previousLine) {
                        scanner.oneValueALine();
                    }
                    object();
                } else if (c == '[') {
                    scanner.next();
                    elements("", null);
                } else if (c == ',' && anything) {
                    scanner.next();
                    continue;
                } else if (!anything) {
                    problem(
                            scanner.line(),
                            c == '<' ? "is a web page or XML, not JSON" : "is not JSON",
                            c == '<'
                                    ? "open it: it may be an error page or a login that was saved instead of the export; download it again"
                                    : "give the JSON that the help desk's API or export returns");
                    return;
                } else {
                    problem(
                            scanner.line(),
                            "there is something between two records that is no JSON",
                            "it was passed over; check the export there");
                    resume();
                }
                anything = true;
            }
            if (!anything && scanner.failure() == null) {
                problem(0, "is empty", "nothing is lost if the export had nothing; otherwise download it again");
            }
        }

        private void object() {
            long line = scanner.line();
            previousLine = 0;
            End end = scanner.capture(text, PAGE);
            if (end == End.COMPLETE) {
                if (scanner.line() == line) {
                    previousLine = line;
                }
                ObjectNode value = scanner.deepest() > limits.depth() ? null : record();
                if (value != null) {
                    sink.value(value, new Position(file, line, 0));
                    return;
                }
            }
            // Too long to be held, broken or cut off: what of it is whole is still taken.
            scanner.putBack(text, line);
            split(line);
        }

        /** Takes an object key by key, and its long arrays element by element. */
        private void split(long line) {
            scanner.next();
            ObjectNode page = json.createObjectNode();
            boolean elements = false;
            int room = limits.recordChars();
            while (true) {
                int c = scanner.peekPastSpace(true);
                if (c == '}') {
                    scanner.next();
                    break;
                }
                if (c == ',') {
                    scanner.next();
                    continue;
                }
                String key = c == '"' ? key() : null;
                if (key == null) {
                    broken(line, c < 0 || scanner.peek() < 0);
                    return;
                }
                int first = scanner.peekPastSpace(true);
                boolean wrapper = key.equals("_embedded") && first == '{' && !page.has("id");
                if (wrapper || (first == '[' && PAGES.contains(key) && !page.has("id"))) {
                    elements = true;
                    if (!(wrapper ? embedded(page, line) : array(key, page))) {
                        return;
                    }
                    continue;
                }
                End end = scanner.capture(text, room);
                if (end == End.TOO_LONG) {
                    end = scanner.skipRest();
                    room = 0;
                } else if (end == End.COMPLETE) {
                    room -= text.length();
                    JsonNode value = scanner.deepest() + 1 > limits.depth() ? null : parsed();
                    if (value == null) {
                        reject(line, "", scanner.deepest() + 1);
                        scanner.skipObject();
                        return;
                    }
                    page.set(key, value);
                }
                if (end == End.BROKEN || end == End.ENDED) {
                    broken(line, end == End.ENDED);
                    return;
                }
            }
            if (room <= 0 && !elements) {
                tooLong(new Position(file, line, 0).text());
            } else if (!elements) {
                sink.value(page, new Position(file, line, 0));
            }
        }

        private @Nullable String key() {
            if (scanner.capture(text, 1_000) != End.COMPLETE) {
                return null;
            }
            JsonNode name = parsed();
            if (name == null || !name.isTextual() || scanner.peekPastSpace(true) != ':') {
                return null;
            }
            scanner.next();
            return name.textValue();
        }

        /** The arrays of a HAL page's {@code _embedded}. */
        private boolean embedded(ObjectNode page, long line) {
            scanner.next();
            while (true) {
                int c = scanner.peekPastSpace(true);
                if (c == '}') {
                    scanner.next();
                    return true;
                }
                if (c == ',') {
                    scanner.next();
                    continue;
                }
                String key = c == '"' ? key() : null;
                if (key == null || scanner.peekPastSpace(true) != '[') {
                    broken(line, c < 0);
                    return false;
                }
                if (!array("_embedded/" + key, page)) {
                    return false;
                }
            }
        }

        private boolean array(String key, ObjectNode page) {
            scanner.next();
            return elements(key, page);
        }

        /** The elements of an array, up to its end; false where the file cannot be read on from there. */
        private boolean elements(String key, @Nullable ObjectNode page) {
            Chunk chunk = new Chunk(key, page);
            for (int index = 0; ; index++) {
                int c = scanner.peekPastSpace(true);
                while (c == ',') {
                    scanner.next();
                    c = scanner.peekPastSpace(true);
                }
                if (c == ']') {
                    scanner.next();
                    chunk.flush();
                    return true;
                }
                long line = scanner.line();
                End end = c < 0 ? End.ENDED : scanner.capture(text, limits.recordChars());
                String position = new Position(file, line, index).text(0);
                if (end == End.COMPLETE) {
                    ObjectNode value = scanner.deepest() > limits.depth() ? null : record();
                    if (value == null) {
                        reject(line, position, scanner.deepest());
                        chunk.flush();
                    } else {
                        chunk.add(value, line, index, text.length());
                    }
                    continue;
                }
                chunk.flush();
                if (end == End.TOO_LONG) {
                    tooLong(position);
                    end = scanner.skipRest();
                }
                if (end != End.COMPLETE) {
                    broken(line, end == End.ENDED);
                    return false;
                }
            }
        }

        private @Nullable ObjectNode record() {
            JsonNode value = parsed();
            return value instanceof ObjectNode object ? object : null;
        }

        private @Nullable JsonNode parsed() {
            try {
                return json.readTree(json.getFactory().createParser(text.chars(), 0, text.length()));
            } catch (JsonProcessingException e) {
                // Its message may repeat the text; where it is, is known by line.
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void reject(long line, String position, int depth) {
            String where = position.isEmpty() ? new Position(file, line, 0).text() : position;
            if (depth > limits.depth()) {
                problems.accept(new ReadProblem(
                        file,
                        where,
                        "a record is nested deeper than " + limits.depth() + " levels",
                        "it was left out; no help desk nests like this"));
            } else {
                problems.accept(new ReadProblem(
                        file, where, "a record is not valid JSON", "it was left out; export it again if it matters"));
            }
        }

        private void tooLong(String position) {
            problems.accept(new ReadProblem(
                    file,
                    position,
                    "a record is longer than " + limits.recordChars() + " characters",
                    "it was left out; its ticket may have a file pasted into a message"));
        }

        private void broken(long line, boolean ended) {
            if (ended) {
                if (scanner.failure() == null) {
                    problem(
                            line,
                            "ends in the middle of a record",
                            "the download may have been cut off; export it again");
                }
                return;
            }
            problem(
                    line,
                    "a record is not valid JSON, and does not end where it should",
                    "it was left out; export it again if it matters");
            resume();
        }

        /** Goes on where a line begins with a record. */
        private void resume() {
            if (scanner.peek() == '{' && scanner.atLineStart()) {
                return;
            }
            do {
                scanner.skipLine();
            } while (scanner.peek() >= 0 && scanner.peek() != '{');
        }

        private void problem(long line, String reason, String advice) {
            problems.accept(new ReadProblem(file, line > 0 ? "line " + line : "", reason, advice));
        }

        /** Elements of a page on their way to the sink together. */
        private final class Chunk {

            private final String key;
            private final @Nullable ObjectNode page;
            private @Nullable ArrayNode elements;
            private long line;
            private int first;
            private int chars;

            Chunk(String key, @Nullable ObjectNode page) {
                this.key = key;
                this.page = page;
            }

            void add(ObjectNode value, long onLine, int index, int length) {
                if (page == null) {
                    sink.value(value, new Position(file, onLine, index));
                    return;
                }
                if (elements == null) {
                    elements = json.createArrayNode();
                    line = onLine;
                    first = index;
                    chars = 0;
                }
                elements.add(value);
                chars += length;
                if (chars > PAGE / 2) {
                    flush();
                }
            }

            void flush() {
                if (elements == null || page == null) {
                    return;
                }
                ObjectNode part = page.deepCopy();
                if (key.startsWith("_embedded/")) {
                    part.putObject("_embedded").set(key.substring("_embedded/".length()), elements);
                } else {
                    part.set(key, elements);
                }
                elements = null;
                sink.value(part, new Position(file, line, first));
            }
        }
    }
}
