package dev.retrial.judge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model that gives these answers, one after the other, and remembers what it was asked. */
public final class Said implements JudgeModel {

    private final List<String> answers;
    public final List<String> questions = new ArrayList<>();
    public final List<String> instructions = new ArrayList<>();

    private Said(List<String> answers) {
        this.answers = answers;
    }

    public static Said says(String... answers) {
        return new Said(List.of(answers));
    }

    @Override
    public String answer(String instruction, String question) {
        instructions.add(instruction);
        questions.add(question);
        return answers.get((questions.size() - 1) % answers.size());
    }

    @Override
    public @Nullable String name() {
        return "small-1";
    }

    @Override
    public String settings() {
        return "temperature=0";
    }
}
