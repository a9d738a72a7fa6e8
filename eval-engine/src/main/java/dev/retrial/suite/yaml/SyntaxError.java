package dev.retrial.suite.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Says in a person's words what the YAML parser stumbled over. */
final class SyntaxError {

    private SyntaxError() {}

    static void report(YAMLException error, String text, Complaints complaints) {
        if (error instanceof MarkedYAMLException marked) {
            marked(marked, complaints);
        } else {
            character(text, complaints);
        }
    }

    /** The only other mistake is a character that no YAML file may hold. */
    private static void character(String text, Complaints complaints) {
        int line = 1;
        int column = 1;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!StreamReader.isPrintable(codePoint)) {
                complaints.add(
                        line,
                        column,
                        "the character U+" + hex(codePoint)
                                + " must not be in a YAML file: remove it, or write it as an escape in double quotes");
                return;
            }
            column++;
            if (codePoint == '\n') {
                line++;
                column = 1;
            }
            at += Character.charCount(codePoint);
        }
        complaints.add(0, 0, "this cannot be read as YAML");
    }

    private static String hex(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }

    private static void marked(MarkedYAMLException error, Complaints complaints) {
        String context = error.getContext() == null ? "" : error.getContext();
        String problem = error.getProblem() == null ? "" : error.getProblem();
        Mark at = error.getProblemMark() == null ? error.getContextMark() : error.getProblemMark();
        String known = known(context, problem);
        if (problem.contains("unexpected end of stream") && context.contains("quoted scalar")) {
            at = error.getContextMark();
            known = "the quote that opens here is never closed";
        }
        String reason = known == null ? "this cannot be read as YAML: " + problem : known;
        complaints.add(at == null ? 0 : at.getLine() + 1, at == null ? 0 : at.getColumn() + 1, reason);
    }

    private static @Nullable String known(String context, String problem) {
        if (problem.contains("\\t")) {
            return "a tab cannot indent in YAML: use spaces";
        }
        if (context.contains("scanning an alias")) {
            return "text that begins with '*' must be quoted: aliases are not read";
        }
        if (context.contains("scanning an anchor")) {
            return "text that begins with '&' must be quoted: anchors are not read";
        }
        if (context.contains("scanning a tag") || problem.contains("undefined tag handle")) {
            return "text that begins with '!' must be quoted: tags are not read";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "a second ': ' in one line makes no sense to YAML: quote the text";
        }
        if (problem.contains("cannot start any token")) {
            return "text that begins with this character must be quoted";
        }
        if (problem.contains("could not find expected ':'")) {
            return "this is neither 'key: value' nor a part of the text above: check the indentation, or quote the text";
        }
        if (problem.contains("<block end>")) {
            return "this does not line up with the lines above: check the indentation";
        }
        if (problem.contains("expected ',' or")) {
            return "a ',' or the closing bracket is missing before this";
        }
        return null;
    }
}
