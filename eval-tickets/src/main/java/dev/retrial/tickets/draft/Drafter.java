package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.draft.Dialogue.Exchange;
import dev.retrial.tickets.draft.DraftCheck.Checked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Makes a draft of a redacted ticket: what the customer said up to the turn that failed, what the agent said and did, what a person answered, and expectations that tell
 * the two apart.
 *
 * <p>Nothing is written; {@link DraftFiles} does that. The same source gives the same draft. For one thread.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Drafter {

    private static final int WHY = 600;

    private final DraftCheck check;
    private final DraftSettings settings;

    private Drafter(DraftCheck check, DraftSettings settings) {
        this.check = check;
        this.settings = settings;
    }

    /**
     * A drafter for a suite as it is now.
     *
     * @param suite the directory that holds {@code suite.yaml}
     * @throws IOException where it cannot be read
     */
    public static Drafter in(Path suite, DraftSettings settings) throws IOException {
        return new Drafter(DraftCheck.in(suite), settings);
    }

    /** A hash of what a draft would be made of: what is said later in the ticket, and who read it with which rules, changes nothing. */
    public String content(DraftSource source) {
        ArrayNode content = JsonNodeFactory.instance.arrayNode();
        SupportTicket ticket = source.ticket();
        content.add(source.failure().key())
                .add(source.turn())
                .add(ticket.subject())
                .add(ticket.category());
        Dialogue dialogue = Dialogue.of(ticket, source.turn());
        if (dialogue != null) {
            for (Exchange exchange : dialogue.exchanges()) {
                content.add(exchange.customer()).add(exchange.reply());
                for (SeenCall call : exchange.calls()) {
                    content.add(call.tool()).add(call.arguments()).add(call.result());
                    content.add(call.succeeded());
                }
            }
            if (dialogue.correction() >= 0) {
                content.add(
                        CleanText.of(ticket.turns().get(dialogue.correction()).text()));
            }
        }
        return SuiteTree.hash(content.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    /** The draft, or why there is none. */
    public Drafted draft(DraftSource source) {
        Dialogue dialogue = Dialogue.of(source.ticket(), source.turn());
        if (dialogue == null) {
            return new Drafted(
                    null, "the customer says nothing before the turn that failed, so there is nothing to replay");
        }
        DraftJson parts = new DraftJson(source, settings, check.suite(), dialogue);
        String title = parts.title();
        String id = CaseId.of(
                source.failure(),
                title,
                dialogue.exchanges().get(0).customer(),
                source.ticket().id());
        ObjectNode head = parts.head(content(source));
        String file = CaseEdits.DRAFTS + id + ".yaml";
        List<String> fillIn = new ArrayList<>();
        Told told = told(source, dialogue, parts);
        List<Proposal> proposals = proposals(told);
        Collection<String> cohorts = cohorts(head);
        Suggestion.Chosen chosen = new Suggestion(check, parts, head, file).choose(proposals, cohorts);
        if (chosen == null && head.has("world")) {
            head.remove("world");
            fillIn.add("What the tools returned does not fit tools.yaml and was left out: add world.");
            chosen = new Suggestion(check, parts, head, file).choose(proposals, cohorts);
        }
        if (chosen == null) {
            return new Drafted(null, "no case can be made of it that the suite reads");
        }
        ObjectNode json = chosen.json();
        json.set("draft", open(parts, chosen, fillIn));
        String text = Draft.sealed(json);
        Checked checked = check.check(file, text);
        if (checked.evalCase() == null) {
            return new Drafted(null, "no case can be made of it that the suite reads");
        }
        return new Drafted(new Draft(id, source.ticket().id(), content(source), json, text, checked), null);
    }

    private Collection<String> cohorts(ObjectNode head) {
        if (!head.has("cohorts")) {
            return check.suite().cohorts().keySet();
        }
        List<String> cohorts = new ArrayList<>();
        head.get("cohorts").forEach(one -> cohorts.add(one.asText()));
        return cohorts;
    }

    private Told told(DraftSource source, Dialogue dialogue, DraftJson parts) {
        String reply = dialogue.last().reply();
        List<String> evidence = new ArrayList<>();
        for (DraftSource.Evidence one : source.evidence()) {
            if (one.words() != null) {
                evidence.add(one.words());
            }
        }
        return new Told(
                source.failure(),
                String.join(
                        "\n",
                        dialogue.exchanges().stream().map(Exchange::customer).toList()),
                reply == null ? "" : reply,
                parts.accepted(),
                complaint(source),
                evidence,
                parts.facts(),
                dialogue.last().calls(),
                dialogue.callsKnown(),
                check.suite());
    }

    /** What the customer said right behind the turn that failed. */
    private static String complaint(DraftSource source) {
        List<TicketTurn> turns = source.ticket().turns();
        for (int i = source.turn() + 1; i < turns.size(); i++) {
            switch (turns.get(i).role()) {
                case CUSTOMER -> {
                    return CleanText.of(turns.get(i).text());
                }
                case AI_AGENT, HUMAN_AGENT, INTERNAL_NOTE, SYSTEM -> {}
            }
        }
        return "";
    }

    /** What the class suggests, and behind it what a judge can be asked where no rule tells the two apart. */
    private static List<Proposal> proposals(Told told) {
        List<Proposal> proposals = new ArrayList<>(Proposals.of(told));
        ObjectNode judged = JsonNodeFactory.instance.objectNode();
        judged.putArray("judged").add("The reply does not repeat what this ticket complains of.");
        proposals.add(new Proposal(judged, null, true));
        return proposals;
    }

    private static ObjectNode open(DraftJson parts, Suggestion.Chosen chosen, List<String> fillIn) {
        ObjectNode rest = parts.open(fillIn);
        ObjectNode open = JsonNodeFactory.instance.objectNode();
        ArrayNode proposed = open.putArray("proposed");
        chosen.proposal().pointers().forEach(proposed::add);
        if (chosen.proposal().fails() != null) {
            proposed.add("/observed/0/fails");
        }
        String why = why(chosen.checked());
        if (why != null) {
            open.put("self-check", why);
        }
        for (var entry : rest.properties()) {
            JsonNode value = entry.getValue();
            open.set(entry.getKey(), value);
        }
        return open;
    }

    private static @Nullable String why(Checked checked) {
        return checked.holds() ? null : CleanText.line(String.join(" ", checked.why()), WHY);
    }
}
