package dev.retrial.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The YAML blocks of {@code docs/suite-files.md}; the first line of each says which file it is, or that it stands in a case. */
final class SuiteFilesPage {

    static final Path PAGE = Path.of("../docs/suite-files.md");

    private static final String IN_A_CASE = "in a case";

    private SuiteFilesPage() {}

    /**
     * A block.
     *
     * @param line where it begins on the page
     * @param name what its first line says
     * @param text the block
     */
    record Block(int line, String name, String text) {

        boolean isFragment() {
            return name.equals(IN_A_CASE);
        }

        /** The block as a file of its own: a fragment gets what a case needs beside it. */
        String file() {
            if (!isFragment()) {
                return text;
            }
            String conversation = "title: a\nconversation: [{customer: Hi}, {customer: Well}]\n";
            return conversation + text + (text.contains("\nexpect:") ? "" : "expect: {tools: none}\n");
        }

        @Override
        public String toString() {
            return "line " + line + ": " + name;
        }
    }

    static List<Block> blocks() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```yaml")) {
                int start = i + 1;
                StringBuilder text = new StringBuilder();
                for (i = start; !lines.get(i).equals("```"); i++) {
                    text.append(lines.get(i)).append('\n');
                }
                blocks.add(new Block(start + 1, lines.get(start).substring(2), text.toString()));
            }
        }
        return blocks;
    }
}
