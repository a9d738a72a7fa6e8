package dev.retrial.suite;

import dev.retrial.suite.SuiteDirectory.Listed;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlMapping;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads case files, one after the other. */
final class CaseFileReader {

    private final SuiteFrame frame;
    private final TextPool pool;
    private final BoundBefore boundBefore = new BoundBefore();
    private final CaseHash hash = new CaseHash();

    CaseFileReader(SuiteFrame frame, TextPool pool) {
        this.frame = frame;
        this.pool = pool;
    }

    /** The case, or what is broken. */
    CaseFile read(Listed file, List<Problem> warnings) {
        FileProblems problems = new FileProblems(file.name());
        return read(file.id(), FileBytes.read(file, FileBytes.CASE_LIMIT, problems), problems, warnings);
    }

    /** The case that these bytes are, or what is broken; null bytes are a problem that has been reported. */
    CaseFile read(String id, byte @Nullable [] bytes, FileProblems problems, List<Problem> warnings) {
        YamlNode root = bytes == null ? null : FileBytes.parse(bytes, problems);
        if (root instanceof YamlMapping mapping) {
            EvalCase read =
                    CaseReader.read(mapping, id, hash.of(mapping), frame, pool, boundBefore, problems, warnings);
            if (problems.isEmpty()) {
                return read;
            }
            warnings.clear();
        } else if (root instanceof YamlScalar scalar && scalar.isEmpty()) {
            problems.add("this file is empty: a case needs at least 'title', 'conversation' and 'expect'");
        } else if (root != null) {
            problems.at(root, "a case is a map of keys such as 'title', 'conversation' and 'expect'");
        }
        return problems.broken();
    }
}
