package dev.retrial.lint;

import dev.retrial.check.leak.PersonalData;
import dev.retrial.check.leak.PersonalDatum;
import dev.retrial.check.leak.ReservedValues;
import dev.retrial.check.leak.Secrets;
import dev.retrial.suite.LintSpec;
import dev.retrial.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Looks through the files of a suite for what belongs to people and for secrets, by the recognisers of the check {@code leaks} and of redaction.
 *
 * <p>What is set aside for examples (example.com, 555-0100, cards for tests) is no finding, and neither is what {@code lint} of {@code suite.yaml} keeps.
 * All texts below the suite's directory are read, as they are written: YAML, JSON, JSON Lines, Markdown and plain text, recordings included. Links are not followed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SuiteLint {

    /** The most that a file of a suite may have: 16 MiB. */
    private static final long LARGEST = 16L * 1024 * 1024;

    private static final int MOST = 10_000;
    private static final String SECRET = "a key, token or password";
    private static final String[] TEXTS = {".yaml", ".yml", ".json", ".jsonl", ".md", ".txt"};

    private final Path directory;
    private final LintSpec settings;
    private final List<LintFinding> findings = new ArrayList<>();

    private SuiteLint(Path directory, LintSpec settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * What there is, by file and place; 10,000 findings at most.
     *
     * @param directory the suite's directory
     * @param settings what {@code suite.yaml} says of the lint
     * @throws IOException where the directory cannot be listed
     */
    public static List<LintFinding> of(Path directory, LintSpec settings) throws IOException {
        SuiteLint lint = new SuiteLint(directory, settings);
        Files.walkFileTree(directory, lint.new Walk());
        lint.findings.sort(Comparator.comparing(LintFinding::file)
                .thenComparingInt(LintFinding::line)
                .thenComparingInt(LintFinding::column));
        return lint.findings;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            boolean hidden = !visited.equals(directory)
                    && visited.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (attributes.isRegularFile() && attributes.size() <= LARGEST && isText(name) && !name.startsWith(".")) {
                read(file);
            }
            return findings.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // What cannot be read is a broken file, which says so itself.
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isText(String name) {
        for (String ending : TEXTS) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private void read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String name = null;
        List<Span> secrets = Secrets.in(text);
        for (PersonalDatum datum : PersonalData.in(text)) {
            String value = datum.span().in(text);
            if (!ReservedValues.has(datum.type(), value)
                    && !settings.keeps(value)
                    && !overlaps(datum.span(), secrets)) {
                name = name == null ? nameOf(file) : name;
                add(name, text, datum.span(), datum.type().words());
            }
        }
        for (Span secret : secrets) {
            if (!settings.keeps(secret.in(text))) {
                name = name == null ? nameOf(file) : name;
                add(name, text, secret, SECRET);
            }
        }
    }

    /** The password before the host of an address looks like the name of an e-mail address. */
    private static boolean overlaps(Span span, List<Span> secrets) {
        for (Span secret : secrets) {
            if (secret.start() < span.end() && span.start() < secret.end()) {
                return true;
            }
        }
        return false;
    }

    private String nameOf(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private void add(String file, String text, Span span, String type) {
        int line = 1;
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < span.start(); at = text.indexOf('\n', at + 1)) {
            line++;
            lineStart = at + 1;
        }
        findings.add(new LintFinding(file, line, text.codePointCount(lineStart, span.start()) + 1, type));
    }
}
