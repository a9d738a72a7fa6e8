package dev.retrial.tickets.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.retrial.suite.Problem;
import dev.retrial.suite.yaml.JsonResource;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.ShapeCompiler;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.Utf8;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlReader;
import dev.retrial.suite.yaml.YamlScalar;
import dev.retrial.suite.yaml.YamlSequence;
import dev.retrial.tickets.CategoryRules;
import dev.retrial.tickets.CohortRule;
import dev.retrial.tickets.read.AiAuthors;
import dev.retrial.tickets.redact.RedactionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads {@value #NAME}, as strictly as the other files of a suite: a setting that is misspelt must not leave a name unhidden. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SettingsFile {

    /** Its name in the suite's directory. */
    public static final String NAME = "tickets.yaml";

    private static final long LIMIT = 16L * 1024 * 1024;

    private final List<Problem> problems = new ArrayList<>();

    private SettingsFile() {}

    /**
     * The settings of a suite.
     *
     * @param suite the suite's directory; without the file the defaults hold
     * @throws InvalidSettingsException where something in the file is wrong, with every place and reason
     */
    public static TicketSettings read(Path suite) throws IOException, InvalidSettingsException {
        Path file = suite.resolve(NAME);
        return Files.exists(file) ? new SettingsFile().settings(file) : TicketSettings.DEFAULT;
    }

    private TicketSettings settings(Path file) throws IOException, InvalidSettingsException {
        JsonNode root = json(file);
        TicketSettings settings = root == null
                ? TicketSettings.DEFAULT
                : new TicketSettings(
                        authors(root.path("ai-authors")),
                        redaction(root.path("redaction")),
                        cohorts(root.path("cohorts")),
                        categories(root.path("categories")));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return settings;
    }

    private @Nullable JsonNode json(Path file) throws IOException {
        if (Files.size(file) > LIMIT) {
            complain(0, 0, "the file is larger than 16 MiB; shorten it");
            return null;
        }
        String text = Utf8.decode(Files.readAllBytes(file), this::complain);
        YamlNode root = text == null ? null : YamlReader.read(text, this::complain);
        if (root == null) {
            return null;
        }
        Shape shape = ShapeCompiler.compile(JsonResource.read(SettingsFile.class, "tickets.schema.json"));
        if (!shape.accepts(root, NAME, this::complain)) {
            return null;
        }
        if (root instanceof YamlMapping map) {
            checkPatterns(map);
            checkCohorts(map);
        }
        return shape.json(root, new TextPool());
    }

    private void complain(int line, int column, String reason) {
        problems.add(new Problem(NAME, line, column, reason));
    }

    private void checkPatterns(YamlMapping root) {
        if (root.get("redaction") instanceof YamlMapping redaction) {
            for (String list : List.of("keep", "hide")) {
                if (redaction.get(list) instanceof YamlSequence patterns) {
                    patterns.items().forEach(this::checkPattern);
                }
            }
        }
    }

    private void checkCohorts(YamlMapping root) {
        if (root.get("cohorts") instanceof YamlSequence rules) {
            for (YamlNode rule : rules.items()) {
                if (rule instanceof YamlMapping map
                        && map.get("when") instanceof YamlMapping when
                        && (when.get("field") == null) != (when.get("is") == null)) {
                    complain(
                            when.line(),
                            when.column(),
                            "'field' and 'is' go together: name the field and the values it may have");
                }
            }
        }
    }

    private void checkPattern(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            try {
                Pattern.compile(scalar.text());
            } catch (PatternSyntaxException e) {
                complain(
                        node.line(),
                        node.column(),
                        "this is no RE2 pattern: " + e.getDescription()
                                + "; put a backslash before a sign that is meant as it stands");
            }
        }
    }

    private static AiAuthors authors(JsonNode node) {
        return new AiAuthors(
                set(node.path("ids")), set(node.path("emails")), set(node.path("names")), set(node.path("tags")));
    }

    private static RedactionSettings redaction(JsonNode node) {
        return new RedactionSettings(
                node.has("regions") ? list(node.path("regions")) : RedactionSettings.DEFAULT.regions(),
                list(node.path("keep")),
                list(node.path("hide")),
                list(node.path("personal-fields")),
                node.path("scope").asText("ticket").equals("project")
                        ? RedactionSettings.Scope.PROJECT
                        : RedactionSettings.Scope.TICKET,
                node.path("national-ids").asBoolean(RedactionSettings.DEFAULT.nationalIds()));
    }

    private static List<CohortRule> cohorts(JsonNode node) {
        List<CohortRule> rules = new ArrayList<>();
        for (JsonNode rule : node) {
            JsonNode when = rule.path("when");
            rules.add(new CohortRule(
                    rule.path("cohort").asText(),
                    when.has("field") ? when.path("field").asText() : null,
                    set(when.path("is")),
                    set(when.path("tag"))));
        }
        return rules;
    }

    private static CategoryRules categories(JsonNode node) {
        Map<String, Set<String>> tags = new LinkedHashMap<>();
        node.path("tag").properties().forEach(entry -> tags.put(entry.getKey(), set(entry.getValue())));
        return new CategoryRules(node.has("field") ? node.path("field").asText() : null, tags);
    }

    private static List<String> list(JsonNode items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Set<String> set(JsonNode items) {
        return new LinkedHashSet<>(list(items));
    }
}
