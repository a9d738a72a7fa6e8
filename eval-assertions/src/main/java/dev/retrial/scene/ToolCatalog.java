package dev.retrial.scene;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a suite declares.
 *
 * @param declared whether the suite has a tool file at all; without it no tool is unknown and none is a write
 * @param tools the tools by name, in the order of the file
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ToolCatalog(boolean declared, Map<String, Tool> tools) {

    /** The catalogue of a suite without a tool file. */
    public static final ToolCatalog UNDECLARED = new ToolCatalog(false, Map.of());

    /** Copies the map, keeping its order. */
    public ToolCatalog {
        tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
    }

    /** A catalogue of these tools. */
    public static ToolCatalog of(Tool... tools) {
        Map<String, Tool> byName = new LinkedHashMap<>();
        for (Tool tool : tools) {
            byName.put(tool.name(), tool);
        }
        return new ToolCatalog(true, byName);
    }

    /** The tool of this name, or null. */
    public @Nullable Tool find(String name) {
        return tools.get(name);
    }

    /** Whether a tool file exists and does not know this name. */
    public boolean isUnknown(String name) {
        return declared && !tools.containsKey(name);
    }

    /** What the tool of this name does to the world; {@link Effect#READ} where nothing is declared. */
    public Effect effectOf(String name) {
        Tool tool = tools.get(name);
        return tool == null ? Effect.READ : tool.effect();
    }
}
