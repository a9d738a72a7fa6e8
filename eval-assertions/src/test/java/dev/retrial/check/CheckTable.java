package dev.retrial.check;

import static dev.retrial.check.Expecting.SCENE;
import static dev.retrial.check.Expecting.json;
import static dev.retrial.check.Expecting.reply;

import dev.retrial.judge.Judge;
import dev.retrial.scene.Background;
import dev.retrial.scene.Facts;
import dev.retrial.scene.Scene;
import dev.retrial.scene.ToolCatalog;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every check in its four verdicts, or the reason why one of them cannot be; {@link EveryCheckTest} runs it. */
final class CheckTable {

    static final Transcript NO_REPLY = Transcript.builder().customer("Hi").build();

    static final Transcript CALLS_UNKNOWN =
            Transcript.builder().customer("Hi").agent("Done.").callsUnknown().build();

    static final String FRENCH = "Votre commande est arriv\u00E9e ce matin et sera envoy\u00E9e demain par nos soins.";

    static final String NOTHING_SAID = "there is no reply";
    static final String NOT_KNOWN = "the tool calls are not known";

    static final String COMPARES_TEXTS = "it compares texts and depends on nothing that can break";
    static final String COUNTS = "it counts and depends on nothing that can break";
    static final String COMPARES_CALLS = "it compares calls and depends on nothing that can break";
    static final String MUST_BE = "what must be there has failed where there is nothing";

    static final Scene UNDECLARED = declaring(ToolCatalog.UNDECLARED);

    private CheckTable() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(new ReplyRows().rows());
        rows.addAll(new ToolRows().rows());
        rows.addAll(new ToneRows().rows());
        return rows;
    }

    static Transcript called(String tool, String arguments) {
        return called(tool, arguments, "Hello.");
    }

    static Transcript called(String tool, String arguments, String reply) {
        return Transcript.builder()
                .customer("It is about A-1.")
                .call(tool, json(arguments))
                .agent(reply)
                .build();
    }

    static Transcript twice(String tool) {
        return Transcript.builder()
                .customer("Hi")
                .call(tool, json("{order_id: 'A-1'}"))
                .call(tool, json("{order_id: 'A-2'}"))
                .agent("Hello.")
                .build();
    }

    static Transcript handedOver(String arguments) {
        return Transcript.builder()
                .customer("My order A-1042 is late.")
                .call("handoff_to_human", json(arguments))
                .agent("A colleague will write.")
                .build();
    }

    static Scene declaring(ToolCatalog tools) {
        return new Scene(
                tools,
                SCENE.facts(),
                SCENE.context(),
                SCENE.now(),
                SCENE.cohort(),
                SCENE.catalogue(),
                SCENE.background());
    }

    static Scene judge(Judge judge) {
        return SCENE.with(Background.NONE.judgedBy(judge));
    }

    static Scene accepted(String reply) {
        return SCENE.with(new Background() {
            @Override
            public List<String> accepted() {
                return List.of(reply);
            }
        });
    }

    static Scene calibrated(String reply) {
        return SCENE.with(new Background() {
            @Override
            public List<String> calibration(String file) {
                return java.util.Collections.nCopies(30, reply);
            }
        });
    }

    static Scene instructed(String prompt) {
        return SCENE.with(new Background() {
            @Override
            public List<Instruction> instructions() {
                return List.of(new Instruction("the system prompt", prompt));
            }
        });
    }

    /** One check. */
    static final class Row {

        final String name;
        final String expect;
        final Map<String, Trial> trials = new LinkedHashMap<>();
        final Map<String, String> impossible = new LinkedHashMap<>();
        private Facts facts = Facts.NONE;
        private Scene scene = SCENE;

        Row(String name, String expect) {
            this.name = name;
            this.expect = expect;
        }

        Row given(Map<String, String> values) {
            facts = factsOf(values);
            scene = new Scene(
                    scene.tools(),
                    facts,
                    scene.context(),
                    scene.now(),
                    scene.cohort(),
                    scene.catalogue(),
                    scene.background());
            return this;
        }

        Row in(Scene other) {
            scene = other;
            return this;
        }

        Row passes(Transcript transcript) {
            trials.put("passes", new Trial(expect, facts, transcript, scene, ""));
            return this;
        }

        Row fails(Transcript transcript, String message) {
            trials.put("fails", new Trial(expect, facts, transcript, scene, message));
            return this;
        }

        Row neverFails(String why) {
            impossible.put("fails", why);
            return this;
        }

        Row notApplicable(Transcript transcript, String reason) {
            trials.put("not applicable", new Trial(expect, facts, transcript, scene, reason));
            return this;
        }

        Row notApplicable(String other, Transcript transcript, String reason) {
            trials.put("not applicable", new Trial(other, facts, transcript, scene, reason));
            return this;
        }

        Row alwaysApplies(String why) {
            impossible.put("not applicable", why);
            return this;
        }

        Row errs(Transcript transcript, Scene where, String reason) {
            return errs(expect, transcript, where, reason);
        }

        Row errs(String other, Transcript transcript, Scene where, String reason) {
            trials.put("errs", new Trial(other, facts, transcript, where, reason));
            return this;
        }

        Row errs(String other, Map<String, String> values, Transcript transcript, String reason) {
            Facts others = factsOf(values);
            Scene where = new Scene(
                    scene.tools(),
                    others,
                    scene.context(),
                    scene.now(),
                    scene.cohort(),
                    scene.catalogue(),
                    scene.background());
            trials.put("errs", new Trial(other, others, transcript, where, reason));
            return this;
        }

        Row neverErrs(String why) {
            impossible.put("errs", why);
            return this;
        }

        private static Facts factsOf(Map<String, String> values) {
            Map<String, Facts.Fact> facts = new LinkedHashMap<>();
            values.forEach((name, value) -> facts.put(name, new Facts.Fact(json("'" + value + "'"), List.of())));
            return new Facts(facts);
        }
    }

    /**
     * One verdict of a check.
     *
     * @param expect the {@code expect} map that binds it
     * @param facts what the customer knows
     * @param transcript what it looks at
     * @param scene what else it knows
     * @param told the facts of the failure, or the reason
     */
    record Trial(String expect, Facts facts, Transcript transcript, Scene scene, String told) {}
}
