package dev.retrial.suite.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document into nodes, in one pass over the parser's events.
 *
 * <p>Tags, anchors, aliases, merge keys, a second document, a repeated key and text that YAML would cut off are mistakes.
 * Without aliases, what is read is never larger than what is written.
 */
public final class YamlReader {

    /** How deep maps and lists may lie in one another. */
    public static final int MAX_DEPTH = 64;

    /** Beyond this many keys a set finds a repeated one faster than looking at each. */
    private static final int FEW_KEYS = 12;

    private static final LoaderOptions OPTIONS = options();

    private final ParserImpl events;
    private final Complaints complaints;
    private final CutOffText cutOff;
    private boolean sound = true;

    private YamlReader(String text, Complaints complaints) {
        this.complaints = (line, column, reason) -> {
            sound = false;
            complaints.add(line, column, reason);
        };
        this.events = new ParserImpl(new StreamReader(text), OPTIONS);
        this.cutOff = new CutOffText(text, this.complaints);
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        // Whoever reads the file has bounded its size.
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /**
     * Reads a document.
     *
     * @param text the file's text, without a byte order mark
     * @param complaints told of every mistake that is found; the first one that YAML itself makes of it ends the reading
     * @return the root, an empty scalar where the file holds nothing but comments, or null where there was a complaint
     */
    public static @Nullable YamlNode read(String text, Complaints complaints) {
        YamlReader reader = null;
        try {
            reader = new YamlReader(text, complaints);
            YamlNode root = reader.document();
            return reader.sound ? root : null;
        } catch (TooDeep e) {
            complaints.add(e.line, e.column, "maps and lists lie more than " + MAX_DEPTH + " deep in one another");
        } catch (YAMLException e) {
            SyntaxError.report(e, text, complaints);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            // The parser stumbles over some escapes, such as a code point that does not exist.
            complaints.add(0, 0, "this cannot be read as YAML");
        }
        return null;
    }

    private YamlNode document() {
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return new YamlScalar("", true, 1, 1);
        }
        DocumentStartEvent start = (DocumentStartEvent) events.getEvent();
        if (start.getTags() != null && !start.getTags().isEmpty()) {
            complain(start, "tags are not read: remove the %TAG line");
        }
        YamlNode root = node(events.getEvent(), 0, 0, false);
        events.getEvent();
        Event next = events.getEvent();
        if (next.is(Event.ID.DocumentStart)) {
            complain(next, "a second document begins here: a file holds one");
        } else {
            cutOff.end();
        }
        return root;
    }

    private YamlNode node(Event event, int indent, int depth, boolean isKey) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, indent, isKey);
        }
        if (event instanceof AliasEvent) {
            complain(event, "text that begins with '*' must be quoted: aliases are not read");
            return place(event);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        refuseTagAndAnchor(start, start.getTag());
        Mark mark = start.getStartMark();
        if (depth >= MAX_DEPTH) {
            throw new TooDeep(mark.getLine() + 1, mark.getColumn() + 1);
        }
        return start.is(Event.ID.MappingStart) ? mapping(mark, depth + 1) : sequence(mark, depth + 1);
    }

    private YamlScalar scalar(ScalarEvent event, int indent, boolean isKey) {
        refuseTagAndAnchor(event, event.getTag());
        Mark start = event.getStartMark();
        boolean plain = event.isPlain();
        cutOff.scalar(
                start.getIndex(),
                event.getEndMark().getIndex(),
                plain && !isKey && !event.getValue().isEmpty(),
                indent);
        return new YamlScalar(event.getValue(), plain, start.getLine() + 1, start.getColumn() + 1);
    }

    private YamlSequence sequence(Mark start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.getEvent(); !next.is(Event.ID.SequenceEnd); next = events.getEvent()) {
            items.add(node(next, start.getColumn(), depth, false));
        }
        return new YamlSequence(items, start.getLine() + 1, start.getColumn() + 1);
    }

    private YamlMapping mapping(Mark start, int depth) {
        List<YamlMapping.Entry> entries = new ArrayList<>();
        YamlMapping mapping = new YamlMapping(entries, start.getLine() + 1, start.getColumn() + 1);
        Set<String> seen = null;
        for (Event next = events.getEvent(); !next.is(Event.ID.MappingEnd); next = events.getEvent()) {
            YamlNode key = node(next, start.getColumn(), depth, true);
            YamlNode value = node(events.getEvent(), start.getColumn(), depth, false);
            if (!(key instanceof YamlScalar name)) {
                complaints.at(key, "a key must be text, not a map or a list");
                continue;
            }
            if (name.isEmpty()) {
                complaints.at(name, "a key is missing before ':'");
            } else if (name.plain() && name.text().equals("<<")) {
                complaints.at(name, "'<<' does not merge maps here: write the keys out");
            } else {
                if (seen == null && entries.size() >= FEW_KEYS) {
                    seen = names(entries);
                }
                if (seen == null ? mapping.entry(name.text()) != null : !seen.add(name.text())) {
                    repeated(mapping, name);
                    continue;
                }
            }
            entries.add(new YamlMapping.Entry(name, value));
        }
        return mapping;
    }

    private static Set<String> names(List<YamlMapping.Entry> entries) {
        Set<String> names = new HashSet<>();
        for (YamlMapping.Entry entry : entries) {
            names.add(entry.name());
        }
        return names;
    }

    private void repeated(YamlMapping mapping, YamlScalar name) {
        YamlMapping.Entry first = mapping.entry(name.text());
        int line = first == null ? name.line() : first.key().line();
        complaints.at(name, "the key " + Words.quoted(name.text()) + " is here twice: it is already on line " + line);
    }

    private void refuseTagAndAnchor(NodeEvent event, @Nullable String tag) {
        if (event.getAnchor() != null) {
            complain(event, "text that begins with '&' must be quoted: anchors are not read");
        }
        if (tag != null) {
            complain(event, "text that begins with '!' must be quoted: tags are not read");
        }
    }

    private void complain(Event event, String reason) {
        Mark mark = event.getStartMark();
        complaints.add(mark.getLine() + 1, mark.getColumn() + 1, reason);
    }

    private static YamlScalar place(Event event) {
        Mark mark = event.getStartMark();
        return new YamlScalar("", false, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Ends the reading from any depth. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        TooDeep(int line, int column) {
            super(null, null, false, false);
            this.line = line;
            this.column = column;
        }
    }
}
