package dev.retrial.samples.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code tools.yaml} says what the tools of the agent are; a tool that changed in one place only is found here. */
class ToolsFileTest {

    @Test
    void the_file_and_the_agent_have_the_same_tools_with_the_same_parameters() throws IOException {
        assertThat(toolsOfTheFile()).isEqualTo(toolsOfTheAgent());
    }

    private static Set<String> toolsOfTheAgent() {
        Set<String> tools = new TreeSet<>();
        for (Object toolbox : SupportDesk.tools()) {
            for (ToolSpecification tool : ToolSpecifications.toolSpecificationsFrom(toolbox)) {
                tools.add(tool.name() + new TreeSet<>(tool.parameters().required()) + tool.description());
            }
        }
        return tools;
    }

    private static Set<String> toolsOfTheFile() throws IOException {
        Set<String> tools = new TreeSet<>();
        try (InputStream file = ToolsFileTest.class.getResourceAsStream("/evals/tools.yaml")) {
            for (var tool : new YAMLMapper().readTree(file).path("tools").properties()) {
                Set<String> required = new TreeSet<>();
                for (JsonNode name : tool.getValue().path("parameters").path("required")) {
                    required.add(name.asText());
                }
                tools.add(tool.getKey()
                        + required
                        + tool.getValue().path("description").asText());
            }
        }
        return tools;
    }
}
