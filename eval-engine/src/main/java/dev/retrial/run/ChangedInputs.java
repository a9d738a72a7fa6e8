package dev.retrial.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.suite.AgentSpec;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.Suite;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What of a suite's inputs changed since a revision: a case's own file, a cohort's overlay, or something that every cell hangs on.
 *
 * <p>What no input names, such as the agent's own code, is not looked at.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChangedInputs {

    private static final String RECORD = "baseline.json";

    private final Set<String> files = new HashSet<>();
    private final Set<String> cases = new HashSet<>();
    private final Set<String> cohorts = new HashSet<>();
    private boolean everything;

    private ChangedInputs() {}

    /**
     * Asks git.
     *
     * @param suite the suite
     * @param sources its directory in the source tree
     * @param project the directory that {@code retrial.inputs} are relative to
     * @param settings names the revision
     * @return null where no revision is named, so that everything runs
     * @throws InvalidSetting where git cannot tell
     */
    public static @Nullable ChangedInputs of(Suite suite, Path sources, Path project, RunSettings settings) {
        String since = settings.changedSince();
        if (since == null) {
            return null;
        }
        try {
            Path real = sources.toRealPath();
            Collection<Path> changed = GitFiles.changedSince(since, real);
            return of(suite, real, project.toRealPath(), settings.inputs(), changed);
        } catch (IOException e) {
            throw new InvalidSetting("parameter '" + RunSettings.CHANGED_SINCE + "': " + e.getMessage());
        }
    }

    static ChangedInputs of(
            Suite suite, Path sources, Path project, List<String> inputs, Collection<Path> changedFiles) {
        ChangedInputs changed = new ChangedInputs();
        List<PathMatcher> globs = new ArrayList<>();
        for (String input : inputs) {
            globs.add(FileSystems.getDefault().getPathMatcher("glob:" + input));
        }
        for (Path file : changedFiles) {
            if (file.startsWith(sources)) {
                changed.addInside(name(sources.relativize(file)), suite);
            } else if (file.startsWith(project)) {
                for (PathMatcher glob : globs) {
                    changed.everything |= glob.matches(project.relativize(file));
                }
            }
        }
        return changed;
    }

    private void addInside(String file, Suite suite) {
        if (file.equals(RECORD)) {
            return;
        }
        if (file.startsWith("cases/")) {
            files.add(file);
            return;
        }
        boolean overlay = false;
        for (Cohort cohort : suite.cohorts().values()) {
            if (cohort.overlay() != null && isAt(cohort.overlay(), file, suite)) {
                cohorts.add(cohort.id());
                overlay = true;
            }
        }
        String recorded = recordedCase(file, suite.agent());
        if (recorded != null) {
            cases.add(recorded);
        } else if (!overlay) {
            everything = true;
        }
    }

    /** Overlays are resolved against the suite as it is read, which may be the build's copy. */
    private static boolean isAt(Path overlay, String file, Suite suite) {
        Path directory = suite.directory();
        return overlay.normalize().equals(directory.resolve(file).normalize());
    }

    /** The case whose recording this is, or null. */
    private static @Nullable String recordedCase(String file, @Nullable AgentSpec agent) {
        JsonNode from = agent != null && agent.type().equals("recorded")
                ? agent.settings().get("from")
                : null;
        if (from == null || !file.startsWith(from.asText() + "/")) {
            return null;
        }
        String rest = file.substring(from.asText().length() + 1);
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        return slash < 0 && name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    }

    private static String name(Path relative) {
        return relative.toString().replace(File.separatorChar, '/');
    }

    /** Whether the cell is to run. */
    public boolean has(EvalCase evalCase, String cohort) {
        return everything
                || files.contains(evalCase.file())
                || cases.contains(evalCase.id())
                || cohorts.contains(cohort);
    }

    /** Whether a cell of the case is to run. */
    public boolean has(EvalCase evalCase) {
        for (String cohort : evalCase.cohorts().keySet()) {
            if (has(evalCase, cohort)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file is to be shown where it is broken. */
    public boolean has(String file) {
        return everything || files.contains(file);
    }
}
