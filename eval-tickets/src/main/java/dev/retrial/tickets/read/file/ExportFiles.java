package dev.retrial.tickets.read.file;

import dev.retrial.tickets.read.ReadLimits;
import dev.retrial.tickets.read.ReadProblem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The files of an export: those given, those in directories given, and those in archives, one archive within another included. Nothing is ever
 * written, so an entry's name does no harm but to be shown.
 */
@API(status = API.Status.INTERNAL)
public final class ExportFiles {

    /** Reads what a file holds once nothing of it is compressed any more. */
    @FunctionalInterface
    public interface Content {
        /** Reads it to its end; the stream is closed by the caller. */
        void read(String name, InputStream in) throws IOException;
    }

    private static final int ARCHIVES_WITHIN = 2;

    /** Names of a directory that are sorted at once; a directory of a million is read as it comes. */
    private static final int SORTED = 50_000;

    private final ReadLimits limits;
    private final Consumer<ReadProblem> problems;
    private final Content content;
    private final Consumer<CountingProgress> progress;
    private final Deque<Path> within = new ArrayDeque<>();
    private long files;
    private long ignored;
    private long bytesBefore;

    /** How many bytes of the files on disk were read. */
    public interface CountingProgress {
        /** The count. */
        long bytes();
    }

    /**
     * Walks nothing yet.
     *
     * @param progress is called whenever a file was read
     */
    public ExportFiles(
            ReadLimits limits, Consumer<ReadProblem> problems, Content content, Consumer<CountingProgress> progress) {
        this.limits = limits;
        this.problems = problems;
        this.content = content;
        this.progress = progress;
    }

    /** Files that were opened, entries of archives among them. */
    public long files() {
        return files;
    }

    /** Files of directories and archives that were passed over for their names. */
    public long ignored() {
        return ignored;
    }

    /** Reads these files, and what is in these directories. */
    public void walk(List<Path> paths) {
        for (Path path : paths) {
            visit(path, true);
        }
    }

    private void visit(Path path, boolean given) {
        String name = FileNames.shown(path.toString());
        try {
            if (Files.isDirectory(path)) {
                directory(path, name);
            } else if (!Files.exists(path)) {
                problem(name, "does not exist", given ? "check the path" : "it may be a link to nothing");
            } else if (!Files.isRegularFile(path)) {
                problem(name, "is no file", "pipes and devices are not read");
            } else if (given || FileNames.mayBeAnExport(path.toString())) {
                file(path, name);
            } else {
                ignored++;
            }
        } catch (IOException e) {
            problem(name, reason(e), advice(e));
        }
    }

    private void directory(Path path, String name) throws IOException {
        Path real = path.toRealPath();
        if (within.contains(real)) {
            problem(name, "links back to a directory that it is in", "it was not entered again");
            return;
        }
        within.push(real);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            List<Path> some = new ArrayList<>();
            for (Path entry : entries) {
                some.add(entry);
                if (some.size() == SORTED) {
                    visitSorted(some);
                }
            }
            visitSorted(some);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } finally {
            within.pop();
        }
    }

    private void visitSorted(List<Path> some) {
        Collections.sort(some);
        some.forEach(path -> visit(path, false));
        some.clear();
    }

    private void file(Path path, String name) throws IOException {
        long size = Files.size(path);
        long before = bytesBefore;
        CountingStream counted = new CountingStream(Files.newInputStream(path));
        try (InputStream in = new BufferedInputStream(counted, 1 << 16)) {
            progress.accept(() -> before + counted.count());
            if (kind(in) == Kind.ZIP) {
                zip(path, name);
            } else {
                open(name, in, counted, 0);
            }
        } finally {
            bytesBefore = before + size;
            progress.accept(() -> before + size);
        }
    }

    /** A zip on disk is read by its directory, so that an entry can be left without being expanded. */
    private void zip(Path path, String name) {
        long size = path.toFile().length();
        ExpandingStream.Archive archive = new ExpandingStream.Archive(() -> size);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory()) {
                    continue;
                }
                String entryName = name + "!/" + FileNames.shown(entry.getName());
                if (!FileNames.mayBeAnExport(entry.getName())) {
                    ignored++;
                    continue;
                }
                try (InputStream stored = zip.getInputStream(entry);
                        InputStream in = new BufferedInputStream(
                                new ExpandingStream(
                                        stored, () -> Math.max(1, entry.getCompressedSize()), limits, archive),
                                1 << 16)) {
                    open(entryName, in, null, 1);
                } catch (ExpansionException e) {
                    problem(e.ofTheArchive() ? name : entryName, reason(e), advice(e));
                    if (e.ofTheArchive()) {
                        return;
                    }
                } catch (IOException e) {
                    problem(entryName, reason(e), advice(e));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            problem(name, "is a damaged zip file", "download it again");
        }
    }

    private enum Kind {
        PLAIN,
        GZIP,
        ZIP
    }

    private static Kind kind(InputStream in) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(4);
        in.reset();
        if (start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B) {
            return Kind.GZIP;
        }
        boolean zip = start.length == 4
                && start[0] == 'P'
                && start[1] == 'K'
                && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
        return zip ? Kind.ZIP : Kind.PLAIN;
    }

    /**
     * Reads a stream, unpacking it as often as is allowed.
     *
     * @param in supports marks
     * @param counted what {@code in} reads from, or null to count here
     */
    private void open(String name, InputStream in, @Nullable CountingStream counted, int archives) throws IOException {
        Kind kind = kind(in);
        if (kind == Kind.PLAIN) {
            files++;
            content.read(name, in);
            return;
        }
        if (archives >= ARCHIVES_WITHIN + (kind == Kind.GZIP ? 1 : 0)) {
            problem(
                    name,
                    "is an archive within an archive within an archive",
                    "unpack it once, and give what is in it");
            return;
        }
        CountingStream compressed = counted == null ? new CountingStream(in) : counted;
        InputStream source = counted == null ? compressed : in;
        ExpandingStream.Archive archive = new ExpandingStream.Archive(compressed::count);
        if (kind == Kind.GZIP) {
            open(name, unpacked(new GZIPInputStream(source, 1 << 15), compressed, archive), null, archives + 1);
            return;
        }
        nested(name, new ZipInputStream(source), compressed, archive, archives);
    }

    /** A zip within something else can only be read from its start to its end, so it ends with the first entry that is too much. */
    private void nested(
            String name, ZipInputStream zip, CountingStream compressed, ExpandingStream.Archive archive, int archives)
            throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.isDirectory()) {
                continue;
            }
            InputStream in = unpacked(zip, compressed, archive);
            String entryName = name + "!/" + FileNames.shown(entry.getName());
            try {
                if (FileNames.mayBeAnExport(entry.getName())) {
                    open(entryName, in, null, archives + 1);
                } else {
                    ignored++;
                    in.transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException e) {
                problem(entryName, reason(e), advice(e));
                return;
            }
        }
    }

    private InputStream unpacked(InputStream in, CountingStream compressed, ExpandingStream.Archive archive) {
        long from = compressed.count();
        return new BufferedInputStream(
                new ExpandingStream(in, () -> Math.max(1, compressed.count() - from), limits, archive), 1 << 16);
    }

    private static String reason(IOException e) {
        if (e instanceof ExpansionException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof EOFException) {
            return "ends early";
        }
        if (e instanceof ZipException) {
            return "is damaged, or encrypted";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read";
        }
        if (e instanceof NoSuchFileException) {
            return "does not exist any more";
        }
        return "cannot be read";
    }

    private static String advice(IOException e) {
        if (e instanceof ExpansionException) {
            return "the rest of it was not read; unpack it yourself if you trust it";
        }
        return e instanceof AccessDeniedException
                ? "change its permissions"
                : "what came before was read; download it again for the rest";
    }

    private void problem(String file, String reason, String advice) {
        problems.accept(new ReadProblem(file, "", reason, advice));
    }
}
