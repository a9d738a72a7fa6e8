package dev.retrial.check.catalogue;

import dev.retrial.check.Check;
import dev.retrial.check.CheckResult;
import dev.retrial.check.Evidence;
import dev.retrial.check.Failed;
import dev.retrial.check.NotApplicable;
import dev.retrial.check.Passed;
import dev.retrial.scene.Catalogue;
import dev.retrial.scene.Catalogue.Group;
import dev.retrial.scene.Scene;
import dev.retrial.statement.NamedThings;
import dev.retrial.statement.NamedThings.Named;
import dev.retrial.statement.Stance;
import dev.retrial.statement.Statements;
import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Event;
import dev.retrial.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code catalogue: none}: no reply names a team, queue, document, link or channel that does not exist. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OnlyWhatExists implements Check {

    private static final List<Group> ADDRESSED = List.of(Group.DOCUMENTS, Group.LINKS, Group.CHANNELS);

    private final Catalogue catalogue;
    private final Map<Group, Names> names = new EnumMap<>(Group.class);
    private final List<Absent> absent = new ArrayList<>();
    private final boolean knowsAddresses;

    private OnlyWhatExists(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Group group : Group.values()) {
            names.put(group, new Names(catalogue.namesOf(group)));
        }
        boolean addressed = false;
        for (Group group : ADDRESSED) {
            for (String name : catalogue.namesOf(group)) {
                addressed |= Addresses.isAddress(name);
            }
        }
        // Where the catalogue has no address, every one may be given.
        this.knowsAddresses = addressed;
        catalogue.absent().forEach((name, others) -> {
            absent.add(new Absent(name, Phrase.inflected(name)));
            for (String other : others) {
                absent.add(new Absent(name, Phrase.inflected(other)));
            }
        });
    }

    private record Absent(String name, Phrase phrase) {}

    /**
     * A check against this catalogue.
     *
     * @throws IllegalArgumentException where nothing is declared
     */
    public static OnlyWhatExists against(Catalogue catalogue) {
        if (!catalogue.declared()) {
            throw new IllegalArgumentException(
                    "there is no catalogue of what exists: write one as catalogue.yaml beside suite.yaml");
        }
        return new OnlyWhatExists(catalogue);
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public CheckResult evaluate(Transcript transcript, Scene scene) {
        List<AgentReply> replies = transcript.replies();
        if (replies.isEmpty()) {
            return new NotApplicable("there is no reply");
        }
        Addresses addresses = null;
        for (AgentReply reply : replies) {
            Statements statements = Statements.of(reply.text());
            Failed failed = absent(reply, statements);
            failed = failed == null ? invented(reply, statements) : failed;
            failed = failed == null ? channel(reply, statements) : failed;
            if (failed == null && knowsAddresses) {
                List<Span> given = Addresses.in(reply.text());
                if (!given.isEmpty()) {
                    addresses = addresses == null ? addresses(transcript, scene) : addresses;
                    failed = link(reply, statements, given, addresses);
                }
            }
            if (failed != null) {
                return failed;
            }
        }
        return Passed.PLAIN;
    }

    private @Nullable Failed absent(AgentReply reply, Statements statements) {
        for (Absent one : absent) {
            Span mention = statements.find(one.phrase());
            while (mention != null) {
                Stance stance = statements.stance(mention);
                if (NamedThings.isSaidToBe(stance) || (stance == Stance.QUESTIONED && isOurs(reply.text(), mention))) {
                    return failed(reply, mention, "no " + one.name() + ", which does not exist", list(Group.CHANNELS));
                }
                mention = one.phrase().find(reply.text(), mention.end());
            }
        }
        return null;
    }

    /** "Have you tried our hotline?" asks, and takes it for real. */
    private static boolean isOurs(String reply, Span mention) {
        String before = reply.substring(Math.max(0, mention.start() - 8), mention.start())
                .stripTrailing();
        return before.endsWith("our") || before.endsWith("unsere") || before.endsWith("notre");
    }

    private @Nullable Failed invented(AgentReply reply, Statements statements) {
        if (isEmpty(Group.TEAMS) && isEmpty(Group.QUEUES) && isEmpty(Group.DOCUMENTS)) {
            return null;
        }
        for (Named named : NamedThings.in(statements)) {
            Names known = names.get(named.group());
            if (known != null && !known.isEmpty() && !isKnown(named)) {
                return failed(
                        reply,
                        named.span(),
                        "only " + named.group().key() + " of the catalogue",
                        known.nearest(named.name()));
            }
        }
        return null;
    }

    private boolean isEmpty(Group group) {
        Names known = names.get(group);
        return known == null || known.isEmpty();
    }

    /** A team may be named by its queue, and the other way about. */
    private boolean isKnown(Named named) {
        for (Map.Entry<Group, Names> entry : names.entrySet()) {
            boolean fits = named.group() == Group.DOCUMENTS
                    ? entry.getKey() == Group.DOCUMENTS && entry.getValue().hasWithin(named.name())
                    : (entry.getKey() == Group.TEAMS || entry.getKey() == Group.QUEUES)
                            && entry.getValue().has(named.name());
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Failed channel(AgentReply reply, Statements statements) {
        List<String> channels = catalogue.namesOf(Group.CHANNELS);
        if (channels.isEmpty()) {
            return null;
        }
        for (Channels.Channel channel : Channels.KNOWN) {
            if (channel.isAmong(channels)) {
                continue;
            }
            for (Phrase invitation : channel.invitations()) {
                Span mention = statements.find(invitation);
                while (mention != null) {
                    if (NamedThings.isSaidToBe(statements.stance(mention))) {
                        return failed(reply, mention, "only channels of the catalogue", list(Group.CHANNELS));
                    }
                    mention = invitation.find(reply.text(), mention.end());
                }
            }
        }
        return null;
    }

    /** The addresses that a reply may give. */
    private Addresses addresses(Transcript transcript, Scene scene) {
        Addresses addresses = new Addresses();
        for (Group group : ADDRESSED) {
            for (String name : catalogue.namesOf(group)) {
                if (Addresses.isAddress(name)) {
                    addresses.add(name);
                }
            }
        }
        for (Event event : transcript.earlier()) {
            addresses.addFrom(event);
        }
        for (Event event : transcript.events()) {
            addresses.addFrom(event);
        }
        addresses.addFrom(scene.context(), 0);
        return addresses;
    }

    private @Nullable Failed link(AgentReply reply, Statements statements, List<Span> given, Addresses addresses) {
        for (Span span : given) {
            if (addresses.has(span.in(reply.text()))) {
                continue;
            }
            Stance stance = statements.stance(span);
            if (stance != Stance.NEGATED && stance != Stance.CORRECTED) {
                List<String> links = new ArrayList<>(catalogue.namesOf(Group.LINKS));
                links.addAll(catalogue.namesOf(Group.DOCUMENTS));
                links.removeIf(name -> !Addresses.isAddress(name));
                return failed(
                        reply,
                        span,
                        "only links of the catalogue, of the customer or of a tool's result",
                        new Names(links).nearest(span.in(reply.text())));
            }
        }
        return null;
    }

    private @Nullable String list(Group group) {
        List<String> all = new ArrayList<>(catalogue.of(group).keySet());
        return all.isEmpty() ? null : group.key() + ": " + String.join(", ", all.subList(0, Math.min(5, all.size())));
    }

    private static Failed failed(AgentReply reply, Span span, String expected, @Nullable String nearest) {
        return new Failed(
                expected,
                Excerpt.around(reply.text(), span),
                reply.turn(),
                List.of(new Evidence(reply.turn(), span.start(), span.end())),
                nearest);
    }
}
