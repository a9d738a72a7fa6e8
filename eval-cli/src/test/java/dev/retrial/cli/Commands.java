package dev.retrial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The commands that a page or a workflow shows. */
final class Commands {

    private static final Pattern COMMAND = Pattern.compile("java -jar \\S*eval-cli\\S*\\.jar (.*)$", Pattern.MULTILINE);
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private Commands() {}

    /** What stands behind the name of the jar, line by line. */
    static List<String> of(String text) {
        return COMMAND.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** As a shell splits it. */
    static List<String> split(String command) {
        List<String> arguments = new ArrayList<>();
        ARGUMENT.matcher(command)
                .results()
                .forEach(found -> arguments.add(
                        found.group(1) != null
                                ? found.group(1)
                                : found.group(2) != null ? found.group(2) : found.group(3)));
        return arguments;
    }
}
