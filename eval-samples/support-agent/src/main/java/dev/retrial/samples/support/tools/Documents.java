package dev.retrial.samples.support.tools;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.util.List;
import java.util.Map;

/** The trust centre and the help pages. */
public final class Documents {

    /** Where a document lies. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Found(String name, String asOf, String url) {}

    /** What a document says about something. */
    public record Passages(String name, List<Passage> passages) {}

    public record Passage(String section, String text) {}

    /** Steps of a help page, the likeliest first, and a command where one answers. */
    public record Help(List<String> steps, String command, String url) {}

    private static final Map<String, Found> TRUST_CENTRE = Map.of(
            "SOC 2 report",
            new Found("SOC 2 report", "2025-12-31", "https://trust.larkfield.example/soc2-2025.pdf"),
            "data processing agreement",
            new Found("data processing agreement", "2026-01-15", "https://trust.larkfield.example/dpa.pdf"));

    @Tool(name = "find_document", value = "Finds a document of the trust centre and its link")
    public Found findDocument(@P(name = "name", value = "such as SOC 2 report") String name) {
        Found found = TRUST_CENTRE.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No such document");
        }
        return found;
    }

    @Tool(name = "open_document", value = "Reads what a document of the trust centre says about something")
    public Passages openDocument(
            @P(name = "name", value = "such as SOC 2 report") String name,
            @P(name = "about", value = "a control, a section or a word") String about) {
        findDocument(name);
        return new Passages(name, List.of(new Passage("1", "Scope of the document.")));
    }

    @Tool(name = "search_help", value = "Searches the help pages and the API reference")
    public Help searchHelp(@P(name = "query", value = "a few words") String query) {
        return new Help(
                List.of("Open the settings page."),
                "",
                "https://help.larkfield.example/search?q=" + query.replace(' ', '+'));
    }
}
