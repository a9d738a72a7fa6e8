package dev.retrial.judging;

import dev.retrial.judge.Agreement;
import dev.retrial.judge.Agreement.Pair;
import dev.retrial.judge.Floor;
import dev.retrial.judge.Judge;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.JudgeIdentity;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Question;
import dev.retrial.judge.Standing;
import dev.retrial.judge.Verdict;
import dev.retrial.judging.CalibrationFile.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A judge that is held against people's labels before its word counts: once a run, when the first criterion is to be judged.
 *
 * <p>Its verdicts on the labels are kept like any others, so that only a change of the judge or of the labels is paid for.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CalibratedJudge implements Judge {

    private static final int AT_ONCE = 8;

    private final Judge judge;
    private final Floor floor;
    private final Supplier<List<Label>> labels;
    private @Nullable Map<String, Agreement> measured;
    private @Nullable JudgeFailure failure;

    /**
     * A judge with labels.
     *
     * @param judge the judge
     * @param file the labels; read when they are needed
     * @param floor what the judge has to reach
     */
    public CalibratedJudge(Judge judge, Path file, Floor floor) {
        this.judge = judge;
        this.floor = floor;
        this.labels = () -> CalibrationFile.read(file);
    }

    @Override
    public Judgement judge(Question question) {
        return judge.judge(question);
    }

    @Override
    public JudgeIdentity identity() {
        return judge.identity();
    }

    @Override
    public Standing standing(String criterionClass) {
        Map<String, Agreement> known = measure();
        return floor.standing(known.getOrDefault(criterionClass, Agreement.of(List.of())));
    }

    /** The agreement by class, where it has been measured; else empty. */
    public synchronized Map<String, Agreement> measured() {
        return measured == null ? Map.of() : measured;
    }

    /** Who comes while it is being measured waits; what went wrong once is not tried again in this run. */
    private synchronized Map<String, Agreement> measure() {
        if (failure != null) {
            throw failure;
        }
        Map<String, Agreement> known = measured;
        if (known == null) {
            try {
                known = byClass();
            } catch (JudgeFailure e) {
                JudgeFailure told = new JudgeFailure("while it was held against people's labels: " + e.getMessage(), e);
                if (!Thread.currentThread().isInterrupted()) {
                    failure = told;
                }
                throw told;
            }
            measured = known;
        }
        return known;
    }

    private Map<String, Agreement> byClass() {
        List<Label> all = labels.get();
        List<Callable<Verdict>> questions = new ArrayList<>(all.size());
        for (Label label : all) {
            questions.add(() -> judge.judge(label.question()).verdict());
        }
        List<Verdict> verdicts = asked(questions);
        Map<String, List<Pair>> pairs = new TreeMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            pairs.computeIfAbsent(all.get(i).criterionClass(), each -> new ArrayList<>())
                    .add(new Pair(all.get(i).met(), verdicts.get(i)));
        }
        Map<String, Agreement> agreement = new TreeMap<>();
        pairs.forEach((criterionClass, ofClass) -> agreement.put(criterionClass, Agreement.of(ofClass)));
        return Collections.unmodifiableMap(agreement);
    }

    /** Several at once, since every cell waits for it. */
    private static List<Verdict> asked(List<Callable<Verdict>> questions) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, questions.size()), task -> {
            Thread thread = new Thread(task, "retrial-calibration");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Verdict>> asking = new ArrayList<>(questions.size());
            for (Callable<Verdict> question : questions) {
                asking.add(threads.submit(question));
            }
            List<Verdict> verdicts = new ArrayList<>(asking.size());
            for (Future<Verdict> one : asking) {
                verdicts.add(one.get());
            }
            return verdicts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeFailure("the judge was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JudgeFailure failure) {
                throw failure;
            }
            // Without the exception's message, which may hold a key or what somebody wrote.
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            throw new JudgeFailure("the judge broke with " + thrown.getClass().getName(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
