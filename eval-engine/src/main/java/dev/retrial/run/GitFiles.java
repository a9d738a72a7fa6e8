package dev.retrial.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Asks git which files differ from a revision. */
final class GitFiles {

    private static final int SECONDS = 60;

    private GitFiles() {}

    /**
     * The files that differ from where this branch left the revision: what is committed, what is not yet, and what git does not know yet.
     *
     * @param revision a branch, a tag or a commit
     * @param directory a directory of the repository, as {@link Path#toRealPath} names it
     * @throws IOException where git cannot tell; the message says why
     */
    static Set<Path> changedSince(String revision, Path directory) throws IOException {
        if (revision.isBlank() || revision.startsWith("-")) {
            throw new IOException("expected a revision such as origin/main, but was '" + revision + "'");
        }
        Path top = Path.of(one(git(directory, "rev-parse", "--show-toplevel"))).toRealPath();
        String commit;
        try {
            commit = one(git(directory, "rev-parse", "--verify", "--end-of-options", revision + "^{commit}"));
        } catch (IOException unknown) {
            throw new IOException("git does not know '" + revision
                    + "'; fetch it first (a shallow clone has no other branches: fetch-depth: 0)");
        }
        String base;
        try {
            base = one(git(directory, "merge-base", commit, "HEAD"));
        } catch (IOException unrelated) {
            throw new IOException(
                    "'" + revision
                            + "' and HEAD have no commit in common as far as this clone goes; fetch the history (fetch-depth: 0)");
        }
        Set<Path> changed = new TreeSet<>();
        for (String file : git(top, "diff", "--name-only", "--no-renames", "-z", base, "--")) {
            changed.add(top.resolve(file));
        }
        for (String file : git(top, "ls-files", "--others", "--exclude-standard", "-z")) {
            changed.add(top.resolve(file));
        }
        return changed;
    }

    private static String one(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            throw new IOException("git said nothing");
        }
        return lines.get(0).strip();
    }

    /** What git says, split where it ends an item. */
    private static List<String> git(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException("git cannot be started; install it, or drop the parameter", e);
        }
        process.getOutputStream().close();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (InputStream in = process.getInputStream()) {
            in.transferTo(said);
        }
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("git did not answer within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(directory + " is no directory that git knows, or 'git " + arguments[0] + "' failed");
        }
        List<String> items = new ArrayList<>();
        for (String item : said.toString(StandardCharsets.UTF_8).split("\0", -1)) {
            if (!item.isBlank()) {
                items.add(item);
            }
        }
        return items;
    }
}
