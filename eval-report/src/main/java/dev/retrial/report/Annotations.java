package dev.retrial.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.retrial.wording.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apiguardian.api.API;

/** Red cells as notes on the lines of their case files, in the words of a CI service. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Annotations {

    /** GitHub shows ten errors of a step and drops the others without a word. */
    private static final int MOST_ON_GITHUB = 10;

    private Annotations() {}

    /** A place in the suite and what is wrong there. */
    private record Note(String name, String file, int line, String check, boolean major, String words) {}

    private static List<Note> notes(Report report) {
        List<Note> notes = new ArrayList<>();
        for (CellOverview cell : report.red()) {
            notes.add(new Note(
                    cell.name(),
                    cell.file(),
                    cell.line(),
                    cell.first() == null ? "retrial" : cell.first().check(),
                    cell.outcome() == CellOutcome.FAILED,
                    words(cell)));
        }
        for (RedLeaf leaf : report.run().redLeaves()) {
            notes.add(new Note(leaf.name(), leaf.file(), leaf.line(), leaf.kind(), true, leaf.sentence()));
        }
        return notes;
    }

    /**
     * Lines for the output of a GitHub Actions step: {@code ::error file=…,line=…,title=…::…}.
     *
     * @param report what is reported
     * @param suite the suite's directory as the repository names it: {@code src/test/resources/evals}
     */
    public static List<String> github(Report report, String suite) {
        List<Note> red = notes(report);
        List<String> lines = new ArrayList<>();
        boolean all = red.size() <= MOST_ON_GITHUB;
        for (Note note : red.subList(0, all ? red.size() : MOST_ON_GITHUB - 1)) {
            lines.add("::error file=" + property(path(suite, note)) + ",line=" + Math.max(1, note.line) + ",title="
                    + property(Texts.line(note.name)) + "::" + message(note.words));
        }
        if (!all) {
            lines.add("::error title=Retrial::"
                    + message(report.headline() + " " + Texts.count(red.size() - lines.size())
                            + " of them are not annotated."));
        }
        return lines;
    }

    /**
     * A code quality report of GitLab: an array of JSON.
     *
     * @param report what is reported
     * @param suite the suite's directory as the repository names it
     */
    public static String gitlab(Report report, String suite) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = ConversationReader.JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Note note : notes(report)) {
                json.writeStartObject();
                json.writeStringField("description", Texts.line(note.name + ": " + note.words));
                json.writeStringField("check_name", note.check);
                json.writeStringField("fingerprint", fingerprint(report, note));
                json.writeStringField("severity", note.major ? "major" : "minor");
                json.writeObjectFieldStart("location");
                json.writeStringField("path", path(suite, note));
                json.writeObjectFieldStart("lines");
                json.writeNumberField("begin", Math.max(1, note.line));
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new IllegalStateException("nothing here can be closed or full", e);
        }
        return text.append('\n').toString();
    }

    /** The same from run to run, by which GitLab tells what is new. */
    private static String fingerprint(Report report, Note note) {
        String name = report.run().header().suite() + "/" + note.name;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private static String words(CellOverview cell) {
        CellOverview.Finding first = cell.first();
        String more = cell.failedChecks().size() > 1
                ? " (and " + Texts.count(cell.failedChecks().size() - 1, "check") + " more)"
                : "";
        return (first == null ? cell.outcome().text() : first.sentence()) + more;
    }

    private static String path(String suite, Note note) {
        String file = note.file.isEmpty() ? "suite.yaml" : note.file;
        return suite.isEmpty() || suite.endsWith("/") ? suite + file : suite + "/" + file;
    }

    /** What is escaped here cannot begin another command, whatever an agent said. */
    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
