package dev.retrial.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.retrial.check.InvalidExpectation;
import dev.retrial.check.Spec;
import dev.retrial.check.judged.Judged;
import dev.retrial.judge.JudgeFailure;
import dev.retrial.judge.Question;
import dev.retrial.suite.yaml.Shape;
import dev.retrial.suite.yaml.TextPool;
import dev.retrial.suite.yaml.YamlNode;
import dev.retrial.suite.yaml.YamlReader;
import dev.retrial.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Conversations that people have labelled: {@code labelled: [{criterion, class, met, conversation: [{customer}, {agent}, {call, args, returns}]}]}.
 *
 * <p>What is wrong with it keeps the judge from judging at all, since nobody knows then what its verdicts count for.
 */
final class CalibrationFile {

    private CalibrationFile() {}

    /**
     * One conversation with what a person says of it.
     *
     * @param criterionClass the class of the criterion
     * @param question the criterion and the conversation
     * @param met whether the person says that the criterion is met
     */
    record Label(String criterionClass, Question question, boolean met) {}

    /**
     * Reads the labels.
     *
     * @throws JudgeFailure where they cannot be read
     */
    static List<Label> read(Path file) {
        String name = "the calibration file " + file.getFileName();
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            YamlNode root = YamlReader.read(text, (line, column, reason) -> {
                throw new JudgeFailure(name + ":" + line + ":" + column + ": " + reason);
            });
            if (root == null) {
                throw new JudgeFailure(name + " is empty");
            }
            return labels(Spec.of(Shape.FREE.json(root, new TextPool())));
        } catch (InvalidExpectation e) {
            throw new JudgeFailure(name + ", " + e.pointer() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new JudgeFailure(name + " cannot be read", e);
        }
    }

    private static List<Label> labels(Spec root) throws InvalidExpectation {
        List<Label> labels = new ArrayList<>();
        for (Spec item : root.allowing("labelled").required("labelled").items()) {
            item.allowing("criterion", "class", "met", "conversation");
            Spec criterionClass = item.optional("class");
            Transcript.Builder transcript = Transcript.builder();
            for (Spec event : item.required("conversation").items()) {
                add(event, transcript);
            }
            labels.add(new Label(
                    criterionClass == null ? Judged.GENERAL : criterionClass.text(),
                    new Question(item.required("criterion").text().strip(), transcript.build()),
                    item.required("met").bool()));
        }
        return labels;
    }

    private static void add(Spec event, Transcript.Builder transcript) throws InvalidExpectation {
        event.allowing("customer", "agent", "call", "args", "returns", "fails");
        if (event.has("customer")) {
            transcript.customer(event.required("customer").text());
        } else if (event.has("agent")) {
            transcript.agent(event.required("agent").text());
        } else {
            String tool = event.required("call").text();
            Spec args = event.optional("args");
            JsonNode arguments = args == null
                    ? JsonNodeFactory.instance.objectNode()
                    : args.map().json();
            Spec fails = event.optional("fails");
            Spec returns = event.optional("returns");
            if (fails != null) {
                transcript.failedCall(tool, arguments, fails.text());
            } else {
                transcript.call(tool, arguments, returns == null ? null : returns.json());
            }
        }
    }
}
