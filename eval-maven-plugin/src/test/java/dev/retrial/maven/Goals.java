package dev.retrial.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.AbstractMojo;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Runs a goal as Maven would, by the plugin's descriptor, in a directory that stands for the project's. */
final class Goals {

    private static final Pattern GOAL = Pattern.compile("dev\\.retrial:eval-maven-plugin:([a-z]+)");
    private static final Pattern PROPERTY = Pattern.compile("-D([a-z.-]+)(?:=(\\S+))?");

    private final Path project;
    private final Map<String, String> environment;
    private final Map<String, Element> goals = new HashMap<>();

    Goals(Path project) throws Exception {
        this(project, Map.of());
    }

    /** With what goals find in their environment. */
    Goals(Path project, Map<String, String> environment) throws Exception {
        this.project = project;
        this.environment = environment;
        try (InputStream descriptor = Goals.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            if (descriptor == null) {
                throw new IOException("the plugin has no descriptor; build the module with Maven");
            }
            NodeList mojos = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(descriptor)
                    .getElementsByTagName("mojo");
            for (int i = 0; i < mojos.getLength(); i++) {
                Element mojo = (Element) mojos.item(i);
                goals.put(text(mojo, "goal"), mojo);
            }
        }
    }

    /** Whether a line runs a goal of ours. */
    static boolean isIn(String line) {
        return GOAL.matcher(line).find();
    }

    /** Runs the goal of a line of a script. */
    void run(String line) throws Exception {
        Matcher named = GOAL.matcher(line);
        if (!named.find() || !goals.containsKey(named.group(1))) {
            throw new IllegalArgumentException("no such goal: " + line);
        }
        Element mojo = goals.get(named.group(1));
        CommandMojo goal = Class.forName(text(mojo, "implementation"))
                .asSubclass(CommandMojo.class)
                .getDeclaredConstructor()
                .newInstance();
        goal.environment = environment;
        Map<String, Element> configurable = new HashMap<>();
        NodeList configuration =
                ((Element) mojo.getElementsByTagName("configuration").item(0)).getElementsByTagName("*");
        for (int i = 0; i < configuration.getLength(); i++) {
            Element parameter = (Element) configuration.item(i);
            String value = parameter.hasAttribute("default-value") ? parameter.getAttribute("default-value") : null;
            if (value != null) {
                set(goal, parameter.getTagName(), value.replace("${project.build.directory}", "target"));
            }
            String expression = parameter.getTextContent();
            if (expression.startsWith("${")) {
                configurable.put(expression.substring(2, expression.length() - 1), parameter);
            }
        }
        Matcher property = PROPERTY.matcher(line);
        while (property.find()) {
            Element parameter = configurable.get(property.group(1));
            if (parameter == null) {
                throw new IllegalArgumentException("the goal has no property " + property.group(1) + ": " + line);
            }
            set(goal, parameter.getTagName(), property.group(2) == null ? "true" : property.group(2));
        }
        goal.execute();
    }

    private void set(AbstractMojo goal, String name, String value) throws ReflectiveOperationException {
        Field field = goal.getClass().getDeclaredField(name);
        if (field.getType() == boolean.class) {
            field.setBoolean(goal, Boolean.parseBoolean(value));
        } else if (field.getType() == File.class) {
            field.set(goal, project.resolve(value).toFile());
        } else if (field.getType() == List.class) {
            List<File> files = new ArrayList<>();
            for (String one : value.split(",", -1)) {
                files.add(project.resolve(one).toFile());
            }
            field.set(goal, files);
        } else {
            field.set(goal, value);
        }
    }

    private static String text(Element element, String child) {
        return element.getElementsByTagName(child).item(0).getTextContent().strip();
    }
}
