package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlReader;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a case's file line by line, so that a person's comments and way of writing stay; where that does not give exactly what it should, the file is written anew.
 */
final class CaseText {

    private final String text;
    private final YamlMapping root;

    private CaseText(String text, YamlMapping root) {
        this.text = text;
        this.root = root;
    }

    /** The text, or null where it is no map of YAML. */
    static @Nullable CaseText of(String text) {
        YamlNode root = YamlReader.read(text, (line, column, reason) -> {});
        return root instanceof YamlMapping map ? new CaseText(text, map) : null;
    }

    /** What it says, as JSON. */
    ObjectNode json() {
        return (ObjectNode) Shape.FREE.json(root, new TextPool());
    }

    /** The case that a draft becomes: active, and nothing open. */
    String accepted() {
        ObjectNode meant = json();
        meant.remove("draft");
        if (meant.has("status")) {
            meant.put("status", "active");
        }
        List<String> lines = lines();
        YamlMapping.Entry status = root.entry("status");
        if (isBlock() && status != null) {
            int line = status.key().line() - 1;
            lines.set(
                    line, lines.get(line).replaceFirst("^status\\s*:\\s*(draft|\"draft\"|'draft')", "status: active"));
            removeDraft(lines);
        }
        return exactly(meant, lines);
    }

    private void removeDraft(List<String> lines) {
        YamlMapping.Entry draft = root.entry("draft");
        if (draft == null) {
            return;
        }
        int from = draft.key().line() - 1;
        int to = lines.size();
        for (YamlMapping.Entry entry : root.entries()) {
            int line = entry.key().line() - 1;
            if (line > from) {
                to = Math.min(to, line);
            }
        }
        // A comment in the first column belongs to what follows it.
        while (to > from + 1 && to < lines.size() && lines.get(to - 1).startsWith("#")) {
            to--;
        }
        lines.subList(from, to).clear();
    }

    /** The case with this many tickets that tell its story. */
    String withSeen(int seen) {
        ObjectNode meant = json();
        meant.withObject("/ticket").put("seen", seen);
        List<String> lines = lines();
        if (isBlock()) {
            if (root.get("ticket") instanceof YamlMapping ticket) {
                if (ticket.get("seen") instanceof YamlScalar number) {
                    int line = number.line() - 1;
                    int at = offset(lines.get(line), number);
                    lines.set(
                            line,
                            lines.get(line).substring(0, at)
                                    + seen
                                    + lines.get(line)
                                            .substring(at + number.text().length()));
                } else if (isFlow(ticket)) {
                    insert(lines, ticket, "seen: " + seen + ", ");
                } else {
                    lines.add(ticket.line() - 1, " ".repeat(ticket.column() - 1) + "seen: " + seen + "\n");
                }
            } else if (root.entry("ticket") == null) {
                append(lines, "ticket:\n  seen: " + seen + "\n");
            }
        }
        return exactly(meant, lines);
    }

    /** The case with one more that production said. */
    String withObserved(ObjectNode observed) {
        ObjectNode meant = json();
        ArrayNode all = JsonNodeFactory.instance.arrayNode().add(observed);
        all.addAll(meant.withArray("/observed"));
        meant.set("observed", all);
        ArrayNode one = JsonNodeFactory.instance.arrayNode().add(observed);
        List<String> lines = lines();
        if (isBlock()) {
            if (root.get("observed") instanceof YamlSequence list) {
                if (isFlow(list)) {
                    insert(lines, list, CaseYaml.flow(observed) + ", ");
                } else {
                    lines.add(list.line() - 1, CaseYaml.part(one, list.column() - 1));
                }
            } else if (root.entry("observed") == null) {
                append(lines, "observed:\n" + CaseYaml.part(one, 2));
            }
        }
        return exactly(meant, lines);
    }

    /** The lines where they say what is meant, else what is meant, written anew. */
    private static String exactly(ObjectNode meant, List<String> lines) {
        String changed = String.join("", lines);
        CaseText read = of(changed);
        return read != null && read.json().equals(meant) ? changed : CaseYaml.write(meant);
    }

    /** The lines, each with its end. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    private static void append(List<String> lines, String more) {
        if (!lines.isEmpty()) {
            String last = lines.get(lines.size() - 1);
            lines.set(lines.size() - 1, last.endsWith("\n") ? last : last + "\n");
        }
        lines.add(more);
    }

    /** Puts something behind the bracket that opens a map or list. */
    private static void insert(List<String> lines, YamlNode flow, String more) {
        int line = flow.line() - 1;
        int at = offset(lines.get(line), flow) + 1;
        lines.set(
                line, lines.get(line).substring(0, at) + more + lines.get(line).substring(at));
    }

    private boolean isBlock() {
        return !isFlow(root) && root.column() == 1;
    }

    private boolean isFlow(YamlNode node) {
        List<String> lines = lines();
        String line = lines.get(node.line() - 1);
        char first = line.charAt(offset(line, node));
        return first == '{' || first == '[';
    }

    private static int offset(String line, YamlNode node) {
        return line.offsetByCodePoints(0, node.column() - 1);
    }
}
