package dev.retrial.tickets.redact;

import dev.retrial.text.TextPattern;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of tickets what belongs to people.
 *
 * <p>Whom the export names is hidden wherever it stands, what has the form of personal data is, and so is what is said after words such as "my name is"; the same value has
 * the same surrogate in text, fields, arguments and results. What may be personal and may not is masked, and listed in {@link Redaction#uncertain}.
 *
 * <p>No message of it has anything of a ticket's text. It may be used by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Redactor {

    /** Changes where a ticket would come out otherwise than before. */
    static final String ENGINE = "retrial-redact/1";

    private final RedactionSettings settings;
    private final RedactionKey key;
    private final List<EntityRecognizer> recognizers;
    private final PersonalKeys keys;
    private final OwnLists lists;
    private final String engine;
    private final String rules;

    /**
     * A redactor, with the recognisers of the class path.
     *
     * @throws IllegalArgumentException where a pattern of the settings is none
     */
    public Redactor(RedactionSettings settings, RedactionKey key) {
        this(settings, key, onClassPath());
    }

    /**
     * A redactor with these recognisers beside its own.
     *
     * @throws IllegalArgumentException where a pattern of the settings is none
     */
    public Redactor(RedactionSettings settings, RedactionKey key, List<EntityRecognizer> recognizers) {
        this.settings = settings;
        this.key = key;
        this.recognizers = List.copyOf(recognizers);
        this.keys = new PersonalKeys(settings.personalFields());
        this.lists = new OwnLists(settings);
        StringBuilder named = new StringBuilder(ENGINE);
        for (EntityRecognizer recognizer : recognizers) {
            named.append(" + ").append(recognizer.name());
        }
        this.engine = named.toString();
        this.rules = hash(engine + "|" + settings);
    }

    private static List<EntityRecognizer> onClassPath() {
        List<EntityRecognizer> found = new ArrayList<>();
        ServiceLoader.load(EntityRecognizer.class).forEach(found::add);
        return found;
    }

    /**
     * The ticket without anything personal.
     *
     * @throws RedactionFailure where it cannot be done; the ticket must not be used then
     */
    public Redacted redact(SupportTicket ticket) {
        String reference = key.reference(ticket.system(), ticket.id());
        try {
            Learning learned = Learning.of(ticket, keys);
            TextRedaction redaction = redaction(ticket, reference, learned);
            SupportTicket redacted = new TicketRewrite(redaction).of(ticket, reference);
            return new Redacted(redacted, new Redaction(engine, rules, redaction.counts(), redaction.uncertain()));
        } catch (RuntimeException | StackOverflowError e) {
            // The cause may have a piece of the text in its message.
            StackTraceElement[] trace = e.getStackTrace();
            throw new RedactionFailure("the ticket " + reference + " could not be redacted and was left out: "
                    + e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0])
                    + "; this is a bug of ours, please report it without the ticket");
        }
    }

    /** What would be replaced in a text that stands alone, for measurements: the message of a ticket that names nobody. */
    public List<RedactedSpan> spans(String text) {
        TicketTurn turn = new TicketTurn(Role.CUSTOMER, "", null, text, null, List.of(), List.of());
        SupportTicket ticket = new SupportTicket(
                "",
                "text",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(turn),
                List.of(),
                null,
                List.of(),
                Effort.UNKNOWN,
                List.of(),
                Map.of(),
                "");
        List<RedactedSpan> spans = new ArrayList<>();
        for (Hit hit : redaction(ticket, "", Learning.of(ticket, keys)).hits(null, text)) {
            spans.add(new RedactedSpan(hit.type(), hit.start(), hit.end()));
        }
        return spans;
    }

    private TextRedaction redaction(SupportTicket ticket, String reference, Learning learned) {
        String scope = settings.scope() == RedactionSettings.Scope.TICKET ? reference : "";
        String region = settings.regions().isEmpty() ? "US" : settings.regions().get(0);
        Surrogates surrogates = new Surrogates(key, scope, learned.language(), region, learned.known());
        return new TextRedaction(
                settings,
                keys,
                lists,
                recognizers,
                learned.known(),
                surrogates,
                new DateShift(key, scope, ticket.openedAt(), region),
                id -> "hmac:" + key.hex("author|" + ticket.system() + "|" + id, 8));
    }

    /** Looks at a pattern of the settings; null where it is one, else what is wrong with it. */
    public static @Nullable String problemOf(String pattern) {
        try {
            TextPattern.of(pattern);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
