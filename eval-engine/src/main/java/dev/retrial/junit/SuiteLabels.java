package dev.retrial.junit;

import dev.retrial.suite.EvalCase;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.UniqueId;

/** The labels of a suite's cases, kept from one discovery to the next for as long as there is memory. */
final class SuiteLabels {

    private static final Map<UniqueId, SoftReference<SuiteLabels>> REMEMBERED = new ConcurrentHashMap<>();

    private final UniqueId suite;
    /** A case that was read again is another object, even of the same text: what is kept of it is not looked at any more. */
    private final Map<EvalCase, CaseLabels> byCase = Collections.synchronizedMap(new IdentityHashMap<>());

    private SuiteLabels(UniqueId suite) {
        this.suite = suite;
    }

    /**
     * What is known of a suite.
     *
     * @param suite its id
     * @param cases how many cases it has now; what was kept of far more is dropped, since most of those are gone
     */
    static SuiteLabels of(UniqueId suite, int cases) {
        SoftReference<SuiteLabels> reference = REMEMBERED.get(suite);
        SuiteLabels known = reference == null ? null : reference.get();
        if (known == null || known.byCase.size() > 2 * cases) {
            known = new SuiteLabels(suite);
            REMEMBERED.put(suite, new SoftReference<>(known));
        }
        return known;
    }

    CaseLabels of(EvalCase evalCase, Sources sources) {
        CaseLabels labels = byCase.get(evalCase);
        if (labels == null) {
            labels = CaseLabels.of(suite, evalCase, sources);
            byCase.put(evalCase, labels);
        }
        return labels;
    }
}
