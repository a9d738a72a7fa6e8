package dev.retrial.suite;

import dev.retrial.check.Vocabulary;
import dev.retrial.check.policy.Policies;
import dev.retrial.check.policy.Rule;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Facts;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.suite.SuiteDirectory.Listed;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what every case hangs on, and knows whether it has changed since. */
final class FrameReader {

    private final Map<String, FileStamp> stamps = new HashMap<>();
    private final Map<Path, @Nullable FileStamp> named = new HashMap<>();
    private final List<BrokenFile> broken;
    private final FrameHashes hashes = new FrameHashes();
    private final boolean settled;
    private SuiteFrame frame;

    private FrameReader(SuiteDirectory.Top top, long startedMillis) {
        boolean settled = true;
        for (Listed file : top.files().values()) {
            stamps.put(file.name(), file.stamp());
            settled &= file.stamp().isSettled(startedMillis);
        }
        this.settled = settled;
        this.broken = new ArrayList<>(top.broken());
        this.frame = new SuiteFrame(
                SuiteFrame.Settings.DEFAULT,
                CohortsReader.DEFAULT,
                ToolsReader.Tools.UNDECLARED.catalog(),
                Catalogue.NONE,
                WorldSpec.EMPTY,
                Policies.NONE,
                Map.of());
    }

    /** What every case hangs on; where something is {@link #broken}, not all of it. */
    SuiteFrame frame() {
        return frame;
    }

    /** What keeps the whole suite from running. */
    List<BrokenFile> broken() {
        return broken;
    }

    /** Whether the same files would be read again. */
    boolean isUnchanged(SuiteDirectory.Top top, long startedMillis) {
        if (!settled
                || !broken.isEmpty()
                || !top.broken().isEmpty()
                || top.files().size() != stamps.size()) {
            return false;
        }
        for (Listed file : top.files().values()) {
            if (!file.stamp().equals(stamps.get(file.name()))) {
                return false;
            }
        }
        for (Map.Entry<Path, @Nullable FileStamp> file : named.entrySet()) {
            FileStamp stamp = stamp(file.getKey());
            if (stamp == null || !stamp.equals(file.getValue()) || !stamp.isSettled(startedMillis)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable FileStamp stamp(Path path) {
        try {
            return FileStamp.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return null;
        }
    }

    static FrameReader read(
            Path root, SuiteDirectory.Top top, AgentSettings agents, JudgeSettings judges, long startedMillis) {
        FrameReader reader = new FrameReader(top, startedMillis);
        reader.read(new SuitePaths(root), top.files(), agents, judges);
        return reader;
    }

    private void read(SuitePaths paths, Map<String, Listed> files, AgentSettings agents, JudgeSettings judges) {
        TextPool pool = new TextPool();
        ToolsReader.Tools tools = tools(files.get("tools"), pool);
        Catalogue catalogue = catalogue(files.get("catalogue"), pool);
        // Rules name outcomes, which suite.yaml declares, and what suite.yaml expects may name rules.
        Policies[] policies = {Policies.NONE};
        Supplier<Set<String>> ids = () -> cohortIds(files.get("cohorts"));
        SuiteFrame.Settings settings =
                settings(files.get("suite"), agents, judges, tools, catalogue, paths, pool, ids, outcomes -> {
                    policies[0] = policies(files, new Vocabulary(tools.catalog(), outcomes, Facts.NONE), pool);
                    return policies[0];
                });
        frame = new SuiteFrame(
                settings, CohortsReader.DEFAULT, tools.catalog(), catalogue, tools.world(), policies[0], Map.of());
        Map<String, Cohort> cohorts = cohorts(files.get("cohorts"), paths, pool);
        frame = new SuiteFrame(settings, cohorts, tools.catalog(), catalogue, tools.world(), policies[0], hashes.all());
        for (Cohort cohort : frame.cohorts().values()) {
            if (cohort.overlay() != null) {
                named.put(cohort.overlay(), stamp(cohort.overlay()));
            }
        }
    }

    private Policies policies(Map<String, Listed> files, Vocabulary vocabulary, TextPool pool) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Set<String> cohorts = null;
        for (Map.Entry<String, Listed> file : files.entrySet()) {
            if (!file.getKey().startsWith(SuiteDirectory.POLICIES)) {
                continue;
            }
            cohorts = cohorts == null ? cohortIds(files.get("cohorts")) : cohorts;
            FileProblems problems = new FileProblems(file.getValue().name());
            YamlMapping root = root(file.getValue(), problems);
            if (root != null) {
                hashes.policy(file.getKey(), root);
                new PolicyReader(vocabulary, cohorts, problems, pool).read(file.getKey(), root, rules);
            }
            keep(problems);
        }
        return Policies.of(rules.values());
    }

    /** The cohorts that rules may name; what else is wrong with the file is said when it is read. */
    private static Set<String> cohortIds(@Nullable Listed file) {
        YamlMapping root = file == null ? null : root(file, new FileProblems(file.name()));
        if (root == null || !(root.get("cohorts") instanceof YamlMapping all)) {
            return CohortsReader.DEFAULT.keySet();
        }
        Set<String> ids = new LinkedHashSet<>();
        for (YamlMapping.Entry entry : all.entries()) {
            ids.add(entry.name());
        }
        return ids;
    }

    private ToolsReader.Tools tools(@Nullable Listed file, TextPool pool) {
        if (file == null) {
            return ToolsReader.Tools.UNDECLARED;
        }
        FileProblems problems = new FileProblems(file.name());
        YamlMapping root = root(file, problems);
        if (root != null) {
            hashes.tools(root);
        }
        ToolsReader.Tools tools =
                root == null ? ToolsReader.Tools.UNDECLARED : new ToolsReader(problems, pool).read(root);
        return keep(problems) ? tools : ToolsReader.Tools.UNDECLARED;
    }

    private Catalogue catalogue(@Nullable Listed file, TextPool pool) {
        if (file == null) {
            return Catalogue.NONE;
        }
        FileProblems problems = new FileProblems(file.name());
        YamlMapping root = root(file, problems);
        if (root != null) {
            hashes.catalogue(root);
        }
        Catalogue catalogue = root == null ? Catalogue.NONE : new CatalogueReader(problems, pool).read(root);
        return keep(problems) ? catalogue : Catalogue.NONE;
    }

    private SuiteFrame.Settings settings(
            @Nullable Listed file,
            AgentSettings agents,
            JudgeSettings judges,
            ToolsReader.Tools tools,
            Catalogue catalogue,
            SuitePaths paths,
            TextPool pool,
            Supplier<Set<String>> cohorts,
            Function<OutcomeSignals, Policies> policies) {
        FileProblems problems = new FileProblems(file == null ? "suite.yaml" : file.name());
        if (file == null) {
            problems.add(
                    "this file is missing: it makes a directory a suite, and may be empty where the marker class names the agent");
            keep(problems);
            return SuiteFrame.Settings.DEFAULT;
        }
        YamlMapping root = root(file, problems);
        if (root != null) {
            hashes.suite(root);
        }
        SuiteFrame.Settings settings = root == null
                ? SuiteFrame.Settings.DEFAULT
                : new SuiteFileReader(
                                agents, judges, tools.catalog(), catalogue, paths, cohorts, policies, problems, pool)
                        .read(root);
        return keep(problems) ? settings : SuiteFrame.Settings.DEFAULT;
    }

    private Map<String, Cohort> cohorts(@Nullable Listed file, SuitePaths paths, TextPool pool) {
        if (file == null) {
            return CohortsReader.DEFAULT;
        }
        FileProblems problems = new FileProblems(file.name());
        YamlMapping root = root(file, problems);
        if (root != null) {
            hashes.cohorts(root);
        }
        Map<String, Cohort> cohorts = root == null
                ? CohortsReader.DEFAULT
                : new CohortsReader(
                                frame.vocabulary(Facts.NONE), frame.settings().expect(), paths, problems, pool)
                        .read(root);
        return keep(problems) ? cohorts : CohortsReader.DEFAULT;
    }

    /** The root of a file that is a map; only {@code suite.yaml} may be empty. */
    private static @Nullable YamlMapping root(Listed file, FileProblems problems) {
        byte[] bytes = FileBytes.read(file, FileBytes.LIMIT, problems);
        YamlNode root = bytes == null ? null : FileBytes.parse(bytes, problems);
        if (root instanceof YamlMapping mapping) {
            return mapping;
        }
        if (root instanceof YamlScalar scalar && scalar.isEmpty()) {
            if (file.id().equals("suite")) {
                return new YamlMapping(List.of(), 1, 1);
            }
            problems.add("this file is empty: remove it, or say what it is for");
        } else if (root != null) {
            problems.at(root, "this file takes a map of keys");
        }
        return null;
    }

    private boolean keep(FileProblems problems) {
        if (problems.isEmpty()) {
            return true;
        }
        broken.add(problems.broken());
        return false;
    }
}
