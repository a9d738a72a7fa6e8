package dev.retrial.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retrial.judge.Judge;
import dev.retrial.scene.Background;
import dev.retrial.suite.AgentSpec;
import dev.retrial.suite.ReferenceAnswer;
import dev.retrial.suite.Suite;
import dev.retrial.suite.WorldSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind a cell, read from the suite's files when a check asks for it: few do. */
final class CellBackground implements Background {

    private final Suite suite;
    private final Cell cell;
    private final Judge judge;
    private final SuiteTexts texts;
    private @Nullable List<Instruction> instructions;

    CellBackground(Suite suite, Cell cell, Judge judge, SuiteTexts texts) {
        this.judge = judge;
        this.texts = texts;
        this.suite = suite;
        this.cell = cell;
    }

    @Override
    public synchronized List<Instruction> instructions() {
        if (instructions == null) {
            List<Instruction> read = new ArrayList<>();
            AgentSpec agent = suite.agent();
            JsonNode prompt = agent == null ? null : agent.settings().get("system-prompt");
            if (prompt != null) {
                read.add(new Instruction("the system prompt", texts.read(prompt.asText(), "system prompt")));
            }
            Path overlay = cell.cohort().overlay();
            if (overlay != null) {
                read.add(new Instruction(
                        "the overlay of " + cell.cohort().id(), texts.read(overlay.toString(), "overlay")));
            }
            instructions = List.copyOf(read);
        }
        return instructions;
    }

    @Override
    public @Nullable JsonNode result(String tool) {
        JsonNode only = null;
        for (WorldSpec.WorldAnswer answer : cell.evalCase().world().answers().getOrDefault(tool, List.of())) {
            JsonNode returns = answer.returns();
            if (returns != null) {
                if (only != null) {
                    return null;
                }
                only = returns;
            }
        }
        return only;
    }

    @Override
    public List<String> accepted() {
        List<String> replies = new ArrayList<>();
        for (ReferenceAnswer answer : cell.evalCase().accepted()) {
            String cohort = answer.cohort();
            if (cohort == null || cohort.equals(cell.cohort().id())) {
                for (ReferenceAnswer.ReferenceTurn turn : answer.turns()) {
                    if (turn.reply() != null) {
                        replies.add(turn.reply());
                    }
                }
            }
        }
        return replies;
    }

    @Override
    public List<String> calibration(String file) {
        String text = texts.read(file, "calibration file");
        try {
            List<String> replies = new ArrayList<>();
            for (JsonNode reply : new ObjectMapper().readTree(text).path("replies")) {
                if (reply.isTextual()) {
                    replies.add(reply.textValue());
                }
            }
            return replies;
        } catch (JsonProcessingException e) {
            // Without the parser's message, which may quote a reply.
            throw new IllegalStateException("the calibration file " + file + " is no JSON", e);
        }
    }

    @Override
    public Judge judge() {
        return judge;
    }
}
