package dev.retrial.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.scene.Facts;
import dev.retrial.suite.Cohort;
import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ScopedCheck;
import dev.retrial.suite.Status;
import dev.retrial.suite.WorldSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trials for tests: who says what in which world. */
public final class Requests {

    private String caseId = "late-refund";
    private String cohort = "default";
    private ObjectNode context = JsonNodeFactory.instance.objectNode();
    private WorldSpec world = WorldSpec.EMPTY;
    private @Nullable Instant now;
    private int trial = 1;
    private List<ScopedCheck> expect = List.of();
    private final List<CustomerTurn> conversation = new ArrayList<>();

    private Requests() {}

    /** A customer who says this, in order. */
    public static Requests saying(String... messages) {
        Requests requests = new Requests();
        for (String message : messages) {
            requests.conversation.add(new CustomerTurn(message, List.of()));
        }
        return requests;
    }

    public Requests caseId(String id) {
        caseId = id;
        return this;
    }

    public Requests cohort(String id) {
        cohort = id;
        return this;
    }

    public Requests context(ObjectNode value) {
        context = value;
        return this;
    }

    public Requests world(WorldSpec value) {
        world = value;
        return this;
    }

    public Requests now(Instant value) {
        now = value;
        return this;
    }

    public Requests trial(int number) {
        trial = number;
        return this;
    }

    public Requests expecting(ScopedCheck... checks) {
        expect = List.of(checks);
        return this;
    }

    public EvalCase evalCase() {
        return new EvalCase(
                caseId,
                "cases/" + caseId + ".yaml",
                1,
                "A case",
                Status.ACTIVE,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Map.of(cohort, 1),
                now,
                Facts.NONE,
                JsonNodeFactory.instance.objectNode(),
                conversation,
                world,
                !world.isEmpty(),
                expect,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                "");
    }

    public TrialRequest build() {
        Cohort who = new Cohort(cohort, "", JsonNodeFactory.instance.objectNode(), null, List.of());
        return new TrialRequest(evalCase(), who, context, trial);
    }
}
