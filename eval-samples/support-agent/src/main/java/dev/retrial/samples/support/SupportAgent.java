package dev.retrial.samples.support;

import dev.langchain4j.service.Result;

/** The AI Service: one conversation with one customer. */
public interface SupportAgent {

    /** Answers the customer's next message; the conversation so far is remembered. */
    Result<String> answer(String message);
}
