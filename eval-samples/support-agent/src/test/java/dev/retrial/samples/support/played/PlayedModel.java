package dev.retrial.samples.support.played;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;

/** A model server on a free port of this machine; an OpenAI client is pointed at {@link #baseUrl()}. */
public final class PlayedModel implements AutoCloseable {

    private static final String COMPLETIONS = "/v1/chat/completions";

    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .extensions(new ChatCompletions())
            .disableRequestJournal()
            .globalTemplating(false));

    /** Starts the server. */
    public PlayedModel() {
        server.start();
        server.stubFor(post(COMPLETIONS).willReturn(aResponse().withTransformers(ChatCompletions.NAME)));
    }

    /** Where the endpoint is, in the form that OpenAI clients take. */
    public String baseUrl() {
        return server.baseUrl() + "/v1";
    }

    @Override
    public void close() {
        server.stop();
    }
}
