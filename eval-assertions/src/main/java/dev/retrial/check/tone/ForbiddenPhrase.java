package dev.retrial.check.tone;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.reply.NeverSays;
import dev.retrial.scene.Scene;
import dev.retrial.text.Phrase;
import dev.retrial.transcript.Transcript;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code tone.forbidden}: no reply in scope says it; {@link NeverSays} under another name.
 *
 * @param phrase compared as {@code reply.says} compares
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ForbiddenPhrase(Phrase phrase) implements Check {

    @Override
    public String name() {
        return "tone.forbidden";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        return new NeverSays(List.of(phrase)).evaluate(transcript, scene);
    }
}
