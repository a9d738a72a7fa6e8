package dev.retrial.report;

import dev.retrial.results.RunSummary;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The report as one page that holds everything: it opens from the disk, asks no network, and can be attached to a build.
 *
 * <p>Trials are copied one by one; memory holds what an overview of the cells needs, not what was said.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes the page; a file of that name is replaced once the page is complete.
     *
     * @throws IOException where results cannot be read or the file cannot be written
     */
    public static void write(Report report, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        // Not temporary files, which only their owner may read.
        Path data = file.resolveSibling("." + file.getFileName() + ".data");
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        try {
            List<RunSummary> history = History.of(report.run().directory());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(data), 1 << 16)) {
                writeData(report, history, out);
            }
            try (Writer out = Files.newBufferedWriter(draft)) {
                writePage(report, history, data, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(draft);
        }
    }

    private static void writeData(Report report, List<RunSummary> history, OutputStream out) throws IOException {
        PackedBlocks blocks = new PackedBlocks(out);
        TrialDetails details = new TrialDetails(blocks);
        Map<String, List<Integer>> now = details.copy(report.run().directory());
        Comparison comparison = report.comparison();
        Map<String, List<Integer>> before =
                comparison == null ? Map.of() : details.copy(comparison.before().directory());
        blocks.finish();
        PackedBlocks.write("data", new PageData(report, now, before).json(history), out);
    }

    private static void writePage(Report report, List<RunSummary> history, Path data, Writer out) throws IOException {
        PageModel page = new PageModel(report, PageAssets.load(), history, PageModel.failures(report), contentOf(data));
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlReport.class.getClassLoader(), "dev.retrial.report.templates");
        try {
            templates.render("page.jte", page, new WriterOutput(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The file as it is, in pieces. */
    private static Content contentOf(Path file) {
        return output -> {
            char[] piece = new char[1 << 16];
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    output.writeContent(new String(piece, 0, read));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
