package dev.retrial.tickets.coverage;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apiguardian.api.API;

/** Coverage as one page that holds everything: it opens from the disk, runs no script and asks no network. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoveragePage {

    private CoveragePage() {}

    /**
     * Writes the page; a file of that name is replaced once the page is complete.
     *
     * @throws IOException where the file cannot be written
     */
    public static void write(Coverage coverage, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        // Not a temporary file, which only its owner may read.
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        try {
            try (Writer out = Files.newBufferedWriter(draft)) {
                write(coverage, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Writes the page; the writer stays open.
     *
     * @throws IOException where the writer takes no more
     */
    public static void write(Coverage coverage, Writer out) throws IOException {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, CoveragePage.class.getClassLoader(), "dev.retrial.tickets.coverage.templates");
        try {
            templates.render("page.jte", new PageView(coverage, PageStyles.load()), new WriterOutput(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
