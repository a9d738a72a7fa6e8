package dev.retrial.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * What a check may know beside the transcript.
 *
 * @param tools the suite's tools
 * @param facts what the customer knows
 * @param context the request attributes of the cell: the cohort's, then the case's
 * @param now the clock that the agent saw
 * @param cohort the cohort's id
 * @param catalogue what the company has and has not
 * @param background what stands behind the conversation: what the agent was told, and what a person answered
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Scene(
        ToolCatalog tools,
        Facts facts,
        JsonNode context,
        Instant now,
        String cohort,
        Catalogue catalogue,
        Background background) {

    /** The cohort of a suite that declares none. */
    public static final String DEFAULT_COHORT = "default";

    /** A scene without a catalogue and a background. */
    public Scene(ToolCatalog tools, Facts facts, JsonNode context, Instant now, String cohort) {
        this(tools, facts, context, now, cohort, Catalogue.NONE, Background.NONE);
    }

    /** The same scene with this catalogue. */
    public Scene with(Catalogue other) {
        return new Scene(tools, facts, context, now, cohort, other, background);
    }

    /** The same scene before this background. */
    public Scene with(Background other) {
        return new Scene(tools, facts, context, now, cohort, catalogue, other);
    }

    /** A scene of which nothing is known but the clock. */
    public static Scene at(Instant now) {
        return new Scene(
                ToolCatalog.UNDECLARED, Facts.NONE, JsonNodeFactory.instance.objectNode(), now, DEFAULT_COHORT);
    }
}
