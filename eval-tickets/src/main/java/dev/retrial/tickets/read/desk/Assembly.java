package dev.retrial.tickets.read.desk;

import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Effort;
import dev.retrial.tickets.MonitorFinding;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A ticket on its way: what a reader found of it, in any order, and from that the parts that are the same for every help desk. */
@API(status = API.Status.INTERNAL)
public final class Assembly {

    private final String system;
    private final Gathered pieces;
    private final Map<String, Who> people = new TreeMap<>();
    private final List<Who> unnamed = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();
    private final List<MonitorFinding> monitors = new ArrayList<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable String requester;
    private @Nullable Instant opened;
    private @Nullable Instant updated;
    private @Nullable String channel;
    private @Nullable String subject;
    private @Nullable String status;
    private @Nullable String category;
    private @Nullable AiOutcome outcome;
    private @Nullable Integer reopens;
    private @Nullable Integer handoffs;
    private @Nullable Long resolutionMinutes;
    private boolean open = true;

    /** Nothing is known yet but whose pieces they are. */
    public Assembly(String system, Gathered pieces) {
        this.system = system;
        this.pieces = pieces;
    }

    /** The one with this id, as far as is known by now; somebody of no name where the id is null. */
    public Who who(@Nullable String id) {
        if (id == null) {
            Who nobody = new Who(null);
            unnamed.add(nobody);
            return nobody;
        }
        return people.computeIfAbsent(id, Who::new);
    }

    /** Who asks for help. */
    public void requester(@Nullable String id) {
        if (id != null) {
            requester = id;
            who(id).role(Role.CUSTOMER);
        }
    }

    /** When it was opened and last changed. */
    public void times(@Nullable Instant openedAt, @Nullable Instant updatedAt) {
        opened = openedAt;
        updated = updatedAt;
    }

    /** How it came, and what it is about. */
    public void about(@Nullable String byChannel, @Nullable String firstLine, @Nullable String ofCategory) {
        channel = byChannel;
        subject = firstLine == null || firstLine.isBlank() ? null : MessageText.tidy(firstLine);
        category = ofCategory;
    }

    /** Its status, and whether that means that it is not solved. */
    public void status(@Nullable String word, boolean unsolved) {
        status = word;
        open = unsolved;
    }

    /** What it cost, as far as the help desk counts it. */
    public void effort(@Nullable Integer reopened, @Nullable Integer handedOver, @Nullable Long minutes) {
        reopens = reopened;
        handoffs = handedOver;
        resolutionMinutes = minutes;
    }

    /** How the agent's part ended. */
    public void outcome(@Nullable AiOutcome end) {
        outcome = end;
    }

    /** One more tag. */
    public void tag(@Nullable String tag) {
        if (tag != null && !tag.isBlank()) {
            tags.add(tag.strip());
        }
    }

    /** One more field, unless it has no value. */
    public void field(String name, @Nullable String value) {
        if (value != null && !value.isBlank() && !name.isBlank()) {
            fields.put(name, value);
        }
    }

    /** One more rating, unless it is there already. */
    public void rating(Rating rating) {
        if (!ratings.contains(rating)) {
            ratings.add(rating);
        }
    }

    /** One more finding. */
    public void monitor(MonitorFinding finding) {
        monitors.add(finding);
    }

    /**
     * A message: somebody said it to somebody. The role is as the export tells it; whom the team knows to be its agent is one, whatever the
     * export says, unless it is the requester.
     */
    public void message(
            Role role,
            String evidence,
            Who author,
            String text,
            @Nullable Instant at,
            List<SeenCall> calls,
            List<String> attachments) {
        Role as = role;
        String because = evidence;
        boolean asker = author.id() != null && author.id().equals(requester);
        if (role != Role.AI_AGENT && role != Role.INTERNAL_NOTE && !asker) {
            String mark = pieces.aiAuthors().evidence(author.id(), author.emails(), author.names());
            boolean person = role == Role.HUMAN_AGENT || role == Role.CUSTOMER;
            if (mark == null && person && author.emails().stream().anyMatch(Assembly::operator)) {
                mark = system + ".author.email=operator+{id}@intercom.io";
            }
            if (mark != null && !(role == Role.CUSTOMER && mark.endsWith("names"))) {
                as = Role.AI_AGENT;
                because = mark;
            }
        }
        said.add(new Said(new TicketTurn(as, because, author.id(), cut(text), at, calls, attachments)));
        Who known = author.id() == null ? author : who(author.id());
        if (known.role() == null || as == Role.AI_AGENT) {
            known.role(as == Role.INTERNAL_NOTE ? Role.HUMAN_AGENT : as);
        }
    }

    /** Something that happened; nobody said it. */
    public void event(String evidence, @Nullable String author, String text, @Nullable Instant at) {
        said.add(new Said(new TicketTurn(Role.SYSTEM, evidence, author, cut(text), at, List.of(), List.of())));
    }

    /** Intercom's agent in other help desks, and in its own. */
    public static boolean operator(String email) {
        String lower = email.toLowerCase(Locale.ROOT);
        return lower.startsWith("operator+") && lower.endsWith("@intercom.io");
    }

    private String cut(String text) {
        int most = pieces.limits().textChars();
        if (text.length() <= most) {
            return text;
        }
        pieces.problem(
                pieces.source(""),
                "a message is longer than " + most + " characters",
                "it was cut there; a file may have been pasted into it");
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + " […]";
    }

    /** Whether anybody said anything. */
    public boolean isSilent() {
        return said.isEmpty();
    }

    /** The ticket. */
    public SupportTicket finish(String source) {
        List<TicketTurn> turns = ordered();
        tagged(turns);
        List<Party> parties = new ArrayList<>();
        for (Who who : people.values()) {
            parties.add(party(who));
        }
        for (Who who : unnamed) {
            Party party = party(who);
            if (who.isKnown() && !parties.contains(party)) {
                parties.add(party);
            }
        }
        return new SupportTicket(
                system,
                pieces.id(),
                opened,
                updated,
                channel,
                subject,
                status,
                category,
                parties,
                turns,
                ratings,
                outcome,
                monitors,
                effort(turns),
                List.copyOf(tags),
                fields,
                source);
    }

    private static Party party(Who who) {
        Role role = who.role();
        return new Party(
                who.id(),
                role == null ? Role.CUSTOMER : role,
                who.names(),
                who.emails(),
                who.phones(),
                who.organisation());
    }

    /** By time; what has none follows what it was found after. */
    private List<TicketTurn> ordered() {
        Instant last = Instant.MIN;
        for (Said one : said) {
            Instant at = one.turn.at();
            one.when = at == null ? last : at;
            last = one.when;
        }
        said.sort(Comparator.comparing((Said one) -> one.when));
        List<TicketTurn> turns = new ArrayList<>();
        said.forEach(one -> turns.add(one.turn));
        return turns;
    }

    /** The first public reply in a ticket with the agent's tag is the agent's. */
    private void tagged(List<TicketTurn> turns) {
        if (!pieces.aiAuthors().tagged(tags) || turns.stream().anyMatch(turn -> turn.role() == Role.AI_AGENT)) {
            return;
        }
        boolean found = false;
        String author = null;
        for (int i = 0; i < turns.size(); i++) {
            TicketTurn turn = turns.get(i);
            if (turn.role() == Role.HUMAN_AGENT && (!found || (author != null && author.equals(turn.author())))) {
                if (!found) {
                    found = true;
                    author = turn.author();
                    if (author != null) {
                        who(author).role(Role.AI_AGENT);
                    }
                }
                turns.set(
                        i,
                        new TicketTurn(
                                Role.AI_AGENT,
                                "ai-authors.tags",
                                turn.author(),
                                turn.text(),
                                turn.at(),
                                turn.calls(),
                                turn.attachments()));
            }
        }
    }

    private Effort effort(List<TicketTurn> turns) {
        int human = 0;
        int customer = 0;
        Set<String> tools = new HashSet<>();
        for (TicketTurn turn : turns) {
            human += turn.role() == Role.HUMAN_AGENT || turn.role() == Role.INTERNAL_NOTE ? 1 : 0;
            customer += turn.role() == Role.CUSTOMER ? 1 : 0;
            turn.calls().forEach(call -> tools.add(call.tool()));
        }
        boolean told = human + customer > 0;
        return new Effort(
                told ? human : null,
                reopens,
                handoffs,
                told ? customer : null,
                resolutionMinutes,
                open,
                tools.isEmpty() ? null : tools.size());
    }

    private static final class Said {

        private final TicketTurn turn;
        private Instant when = Instant.MIN;

        Said(TicketTurn turn) {
            this.turn = turn;
        }
    }
}
