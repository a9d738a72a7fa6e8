package dev.retrial.check.reply;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.Passed;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Catalogue.Group;
import dev.retrial.scene.Scene;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code reply.cites} and {@code reply.names-team}: some reply names a document, or a team, of the catalogue.
 *
 * @param name the check's name
 * @param expected what is to be named, in words
 * @param names any of which will do: addresses and phrases
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NamesFromCatalogue(String name, String expected, List<Phrase> names) implements Check {

    /** Copies the list. */
    public NamesFromCatalogue {
        names = List.copyOf(names);
    }

    /**
     * {@code reply.cites}: some reply gives this document, or any where it is null, by its address or one of its names.
     *
     * @throws IllegalArgumentException where the catalogue has none
     */
    public static NamesFromCatalogue cites(@Nullable String document, Catalogue catalogue) {
        return of("reply.cites", "a document of the catalogue", document, catalogue, Group.DOCUMENTS);
    }

    /**
     * {@code reply.names-team}: some reply names this team, or any where it is null, by one of its names.
     *
     * @throws IllegalArgumentException where the catalogue has none
     */
    public static NamesFromCatalogue team(@Nullable String team, Catalogue catalogue) {
        return of("reply.names-team", "a team of the catalogue", team, catalogue, Group.TEAMS);
    }

    private static NamesFromCatalogue of(
            String check, String any, @Nullable String wanted, Catalogue catalogue, Group group) {
        List<Phrase> phrases = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : catalogue.of(group).entrySet()) {
            List<String> all = new ArrayList<>(entry.getValue());
            all.add(0, entry.getKey());
            if (wanted == null || all.contains(wanted)) {
                for (String name : all) {
                    phrases.add(Phrase.inflected(name));
                }
            }
        }
        if (phrases.isEmpty()) {
            throw new IllegalArgumentException("the catalogue has no " + group.key()
                    + (wanted == null ? "" : " of this name") + ": they stand in catalogue.yaml under 'exists'");
        }
        return new NamesFromCatalogue(check, wanted == null ? any : Excerpt.quoted(wanted), phrases);
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        for (AgentReply reply : replies) {
            for (Phrase phrase : names) {
                Span span = phrase.find(reply.text());
                if (span != null) {
                    return new Passed(List.of(new Evidence(reply.turn(), span.start(), span.end())));
                }
            }
        }
        return new Failed(
                expected,
                replies.isEmpty() ? "no reply" : "none named",
                replies.size() == 1 ? replies.get(0).turn() : null,
                List.of(),
                null);
    }
}
