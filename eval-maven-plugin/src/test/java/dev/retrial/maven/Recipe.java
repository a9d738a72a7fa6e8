package dev.retrial.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A set-up of a CI service: what its shells are given, in the order of the file.
 *
 * @param name what it is called
 * @param scripts the scripts
 */
record Recipe(String name, List<String> scripts) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern SHELL = Pattern.compile("\\bsh '([^']*)'");

    /** Those of {@code docs/ci.md}, and the workflow of our sample. */
    static List<Recipe> all() throws IOException {
        List<Recipe> all = new ArrayList<>();
        for (Map.Entry<String, String> text : texts().entrySet()) {
            all.add(new Recipe(
                    text.getKey(),
                    text.getKey().equals("Jenkins") ? ofGroovy(text.getValue()) : ofYaml(text.getValue())));
        }
        return all;
    }

    /** A set-up that is YAML, as its service reads it. */
    static JsonNode yaml(String name) throws IOException {
        return YAML.readTree(texts().get(name));
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        String heading = "";
        String language = null;
        StringBuilder block = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("..", "docs", "ci.md"))) {
            if (language == null && line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            } else if (language == null && line.startsWith("```")) {
                language = line.substring(3);
                block.setLength(0);
            } else if (line.equals("```")) {
                if ("yaml".equals(language) || "groovy".equals(language)) {
                    all.put(heading, block.toString());
                }
                language = null;
            } else {
                block.append(line).append('\n');
            }
        }
        all.put("sample.yml", Files.readString(Path.of("..", ".github", "workflows", "sample.yml")));
        return all;
    }

    static Recipe named(String name) throws IOException {
        return all().stream()
                .filter(recipe -> recipe.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every line that is a command of its own. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (String script : scripts) {
            script.lines().map(String::strip).forEach(commands::add);
        }
        return commands;
    }

    /** The script that holds this. */
    String script(String part) {
        return scripts.stream()
                .filter(script -> script.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ofYaml(String text) throws IOException {
        List<String> scripts = new ArrayList<>();
        collect(YAML.readTree(text), scripts);
        return scripts;
    }

    private static void collect(JsonNode node, List<String> scripts) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, scripts));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            boolean shell = List.of("run", "script", "after_script").contains(entry.getKey());
            if (shell && entry.getValue().isTextual()) {
                scripts.add(entry.getValue().textValue());
            } else if (shell) {
                StringBuilder lines = new StringBuilder();
                entry.getValue().forEach(line -> lines.append(line.textValue()).append('\n'));
                scripts.add(lines.toString());
            } else {
                collect(entry.getValue(), scripts);
            }
        }
    }

    private static List<String> ofGroovy(String text) {
        return SHELL.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
