package dev.retrial.tickets.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.read.desk.Fields;
import dev.retrial.tickets.read.desk.Gathered;
import dev.retrial.tickets.read.desk.NewestOf;
import dev.retrial.tickets.read.gather.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The pieces of one ticket by kind and key, each in its newest state. */
final class Pieces implements Gathered {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(10_000)
                    .build())
            .build());

    /** Ids that are numbers by their size, since comments are numbered as they come; then all others. */
    private static final Comparator<String> BY_NUMBER = Comparator.comparing((String key) -> !isNumber(key))
            .thenComparingInt(key -> isNumber(key) ? key.length() : 0)
            .thenComparing(key -> key);

    private final String id;
    private final ReadSettings settings;
    private final Consumer<ReadProblem> problems;
    private final Map<String, List<Piece>> pieces = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> shared = new LinkedHashMap<>();

    Pieces(String id, List<Item> items, ReadSettings settings, Consumer<ReadProblem> problems) {
        this.id = id;
        this.settings = settings;
        this.problems = problems;
        Map<String, Map<String, List<NewestOf.State>>> sorted = new TreeMap<>();
        for (Item item : items) {
            sorted.computeIfAbsent(item.kind(), kind -> new TreeMap<>(BY_NUMBER))
                    .computeIfAbsent(item.key(), key -> new ArrayList<>(1))
                    .add(new NewestOf.State(item.version(), tree(item), item.source()));
        }
        sorted.forEach((kind, byKey) -> {
            if (kind.startsWith("@")) {
                Map<String, ObjectNode> of =
                        shared.computeIfAbsent(kind.substring(1), name -> new TreeMap<>(BY_NUMBER));
                byKey.forEach((key, states) ->
                        of.put(key, (ObjectNode) NewestOf.of(states).json()));
            } else {
                List<Piece> of = pieces.computeIfAbsent(kind, name -> new ArrayList<>());
                byKey.forEach((key, states) -> {
                    NewestOf.State newest = NewestOf.of(states);
                    of.add(new Piece(
                            key,
                            new Fields(newest.json(), complaint -> complain(newest.source(), complaint)),
                            newest.source()));
                });
            }
        });
    }

    private void complain(String source, String complaint) {
        problem(source, complaint, "it was left out, the ticket was kept");
    }

    private static JsonNode tree(Item item) {
        try {
            return JSON.readTree(item.json());
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private static boolean isNumber(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return false;
            }
        }
        return !key.isEmpty();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source(String kind) {
        List<Piece> of = pieces.get(kind);
        if (of != null) {
            return of.get(of.size() - 1).source();
        }
        String first = "";
        for (List<Piece> any : pieces.values()) {
            for (Piece piece : any) {
                first = first.isEmpty() || piece.source().compareTo(first) < 0 ? piece.source() : first;
            }
        }
        return first;
    }

    @Override
    public List<Piece> all(String kind) {
        return pieces.getOrDefault(kind, List.of());
    }

    @Override
    public Map<String, ObjectNode> shared(String kind) {
        return shared.getOrDefault(kind, Map.of());
    }

    @Override
    public AiAuthors aiAuthors() {
        return settings.aiAuthors();
    }

    @Override
    public ReadLimits limits() {
        return settings.limits();
    }

    @Override
    public void problem(String source, String reason, String advice) {
        int at = source.lastIndexOf(", line ");
        problems.accept(new ReadProblem(
                at < 0 ? source : source.substring(0, at), at < 0 ? "" : source.substring(at + 2), reason, advice));
    }
}
