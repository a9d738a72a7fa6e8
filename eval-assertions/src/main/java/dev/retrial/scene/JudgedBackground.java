package dev.retrial.scene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.judge.Judge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A background with another judge; hands on whatever else it is asked. */
record JudgedBackground(Background background, Judge judge) implements Background {

    @Override
    public List<Instruction> instructions() {
        return background.instructions();
    }

    @Override
    public List<String> accepted() {
        return background.accepted();
    }

    @Override
    public List<String> calibration(String file) {
        return background.calibration(file);
    }

    @Override
    public @Nullable JsonNode result(String tool) {
        return background.result(tool);
    }

    @Override
    public Background judgedBy(Judge other) {
        return background.judgedBy(other);
    }
}
