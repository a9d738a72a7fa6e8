package dev.retrial.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.check.policy.Policies;
import dev.retrial.check.policy.RuleHolds;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Outcome;
import dev.retrial.scene.OutcomeSignals;
import dev.retrial.scene.OutcomeSignals.Signal;
import dev.retrial.scene.Tool;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.Difficulty;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.GateSpec;
import dev.retrial.suite.Layer;
import dev.retrial.suite.LintSpec;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.ReferenceAnswer.ReferenceTurn;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.Suite;
import dev.retrial.suite.Timeouts;
import dev.retrial.suite.Trials;
import dev.retrial.suite.WorldSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds suites and cases for tests: one cohort {@code default}, one turn, one trial, unless told otherwise. */
final class Cases {

    private final Map<String, Cohort> cohorts = new LinkedHashMap<>();
    private final List<ScopedCheck> expect = new ArrayList<>();
    private final List<ScopedCheck> rules = new ArrayList<>();
    private Catalogue catalogue = Catalogue.NONE;
    private final List<ScopedCheck> always = new ArrayList<>();
    private final List<EvalCase> cases = new ArrayList<>();
    private @Nullable GateSpec gate;
    private Trials trials = Trials.ONE;
    private int concurrency = 4;
    private ToolCatalog tools = ToolCatalog.UNDECLARED;
    private OutcomeSignals outcomes = OutcomeSignals.NONE;

    static Cases suite() {
        return new Cases();
    }

    Cases trials(int attempts, int pass) {
        trials = new Trials(attempts, pass);
        return this;
    }

    Cases gate(GateSpec spec) {
        gate = spec;
        return this;
    }

    Cases concurrency(int limit) {
        concurrency = limit;
        return this;
    }

    Cases cohort(String id, ScopedCheck... voice) {
        cohorts.put(id, new Cohort(id, "", json(), null, List.of(voice)));
        return this;
    }

    /** A cohort with a context and, where {@code overlay} is not null, an overlay and a voice contract of its own. */
    Cases cohort(String id, ObjectNode context, @Nullable String overlay) {
        List<ScopedCheck> voice = overlay == null ? List.of() : List.of(Checks.neverSays("!!!"));
        cohorts.put(id, new Cohort(id, "", context, overlay == null ? null : Path.of(overlay), voice));
        return this;
    }

    Cases tools(Tool... declared) {
        tools = ToolCatalog.of(declared);
        return this;
    }

    Cases expect(ScopedCheck... checks) {
        expect.addAll(List.of(checks));
        return this;
    }

    Cases outcome(Outcome outcome, Signal signal) {
        outcomes = new OutcomeSignals(Map.of(outcome, signal));
        return this;
    }

    Cases add(Case one) {
        cases.add(one.build(cohortIds()));
        return this;
    }

    /** Cases {@code case-1} and so on that expect a reply. */
    Cases add(int number, ScopedCheck... expect) {
        for (int i = 1; i <= number; i++) {
            add(one("case-" + i).expect(expect));
        }
        return this;
    }

    /** Rules that hold wherever they apply. */
    Cases rules(Policies policies) {
        for (RuleHolds rule : policies.rules().values()) {
            rules.add(new ScopedCheck(rule, "policy", Layer.SUITE, null));
        }
        return this;
    }

    /** What exists. */
    Cases catalogue(Catalogue declared) {
        catalogue = declared;
        return this;
    }

    /** What holds for every cell unless the case says so itself. */
    Cases always(ScopedCheck... checks) {
        always.addAll(List.of(checks));
        return this;
    }

    Suite build() {
        return new Suite(
                Path.of("evals").toAbsolutePath(),
                null,
                null,
                gate,
                LintSpec.NONE,
                trials,
                concurrency,
                Timeouts.DEFAULT,
                outcomes,
                expect,
                rules,
                always,
                cohorts.isEmpty() ? Map.of("default", new Cohort("default", "", json(), null, List.of())) : cohorts,
                tools,
                catalogue,
                List.copyOf(cases),
                List.of(),
                Map.of());
    }

    static List<Cell> cells(Suite suite) {
        List<Cell> cells = new ArrayList<>();
        suite.files().forEach(file -> {
            EvalCase evalCase = (EvalCase) file;
            evalCase.cohorts()
                    .keySet()
                    .forEach(id -> cells.add(new Cell(evalCase, suite.cohorts().get(id))));
        });
        return cells;
    }

    static Case one(String id) {
        return new Case(id);
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ReferenceAnswer said(String reply) {
        return new ReferenceAnswer(null, List.of(new ReferenceTurn(null, reply)), List.of(), 7);
    }

    private List<String> cohortIds() {
        return cohorts.isEmpty() ? List.of("default") : List.copyOf(cohorts.keySet());
    }

    /** One case. */
    static final class Case {

        private final String id;
        private final List<ScopedCheck> expect = new ArrayList<>();
        private final List<CustomerTurn> conversation = new ArrayList<>();
        private final List<ReferenceAnswer> observed = new ArrayList<>();
        private final List<ReferenceAnswer> accepted = new ArrayList<>();
        private Status status = Status.ACTIVE;
        private @Nullable String because;
        private @Nullable LocalDate until;
        private @Nullable FailureClass failure;
        private @Nullable Instant now;
        private ObjectNode context = json();
        private WorldSpec world = WorldSpec.EMPTY;
        private Map<String, String> waived = Map.of();
        private Map<String, String> varies = Map.of();
        private Facts facts = Facts.NONE;

        private Case(String id) {
            this.id = id;
        }

        Case status(Status value) {
            status = value;
            because = value == Status.ACTIVE || value == Status.DRAFT ? null : "the vendor is slow";
            return this;
        }

        Case until(String day) {
            until = LocalDate.parse(day);
            return status(Status.QUARANTINED);
        }

        Case failure(FailureClass value) {
            failure = value;
            return this;
        }

        Case now(String instant) {
            now = Instant.parse(instant);
            return this;
        }

        Case context(String key, String value) {
            context = json().put(key, value);
            return this;
        }

        Case customer(String... messages) {
            for (String message : messages) {
                conversation.add(new CustomerTurn(message, List.of()));
            }
            return this;
        }

        Case world(WorldSpec value) {
            world = value;
            return this;
        }

        Case expect(ScopedCheck... checks) {
            expect.addAll(List.of(checks));
            return this;
        }

        Case waive(String check) {
            waived = Map.of(check, "for a reason");
            return this;
        }

        Case varies(String what) {
            varies = Map.of(what, "for a reason");
            return this;
        }

        Case facts(Facts value) {
            facts = value;
            return this;
        }

        Case observed(ReferenceAnswer... answers) {
            observed.addAll(List.of(answers));
            return this;
        }

        Case accepted(ReferenceAnswer... answers) {
            accepted.addAll(List.of(answers));
            return this;
        }

        EvalCase build(String... cohorts) {
            return build(cohorts.length == 0 ? List.of("default") : List.of(cohorts));
        }

        private EvalCase build(List<String> cohortIds) {
            Map<String, Integer> lines = new LinkedHashMap<>();
            cohortIds.forEach(cohort -> lines.put(cohort, 1));
            return new EvalCase(
                    id,
                    "cases/" + id + ".yaml",
                    1,
                    "A title",
                    status,
                    because,
                    until,
                    failure,
                    Difficulty.HARD,
                    List.of("billing"),
                    null,
                    null,
                    null,
                    lines,
                    now,
                    facts,
                    context,
                    conversation.isEmpty() ? List.of(new CustomerTurn("Hello?", List.of())) : conversation,
                    world,
                    !world.isEmpty(),
                    List.copyOf(expect),
                    waived,
                    varies,
                    List.copyOf(observed),
                    List.copyOf(accepted),
                    "ab12");
        }
    }
}
