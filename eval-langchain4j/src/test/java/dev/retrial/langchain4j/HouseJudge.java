package dev.retrial.langchain4j;

import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.retrial.judge.Judge;
import dev.retrial.judge.JudgeIdentity;
import dev.retrial.judge.Judgement;
import dev.retrial.judge.Question;

/** A judge in code, as {@code docs/judge.md} shows it. */
// tag::judge[]
public final class HouseJudge implements Judge {

    private final Judge judge = ChatModelJudge.builder()
            .chatModel(OpenAiChatModel.builder()
                    .baseUrl(System.getProperty("judge.url"))
                    .apiKey("none")
                    .modelName("judge-large-2")
                    .maxRetries(0)
                    .build())
            .samples(3)
            .build();

    @Override
    public Judgement judge(Question question) {
        return judge.judge(question);
    }

    @Override
    public JudgeIdentity identity() {
        return judge.identity();
    }
}
// end::judge[]
