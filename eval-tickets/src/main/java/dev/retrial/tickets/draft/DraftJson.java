package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.suite.FailureClass;
import dev.retrial.suite.Suite;
import dev.retrial.tickets.CohortRule;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import dev.retrial.tickets.difficulty.DifficultyScore;
import dev.retrial.tickets.draft.Dialogue.Exchange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a draft that come from the ticket as it is, in the order in which a case is read; what is suggested comes between. */
final class DraftJson {

    private static final int TITLE = 80;
    private static final int WORDS = 200;

    private final DraftSource source;
    private final DraftSettings settings;
    private final Suite suite;
    private final Dialogue dialogue;
    private final StatedFacts facts;
    private final SeenWorld world;
    private final String accepted;

    DraftJson(DraftSource source, DraftSettings settings, Suite suite, Dialogue dialogue) {
        this.source = source;
        this.settings = settings;
        this.suite = suite;
        this.dialogue = dialogue;
        this.facts = StatedFacts.of(dialogue.exchanges());
        this.world = SeenWorld.of(dialogue.exchanges(), suite.tools());
        this.accepted = dialogue.correction() < 0
                ? ""
                : Correction.answer(
                        source.ticket().turns().get(dialogue.correction()).text());
    }

    /** What a person answered, or null where nobody did. */
    @Nullable
    String accepted() {
        return accepted.isEmpty() ? null : accepted;
    }

    StatedFacts facts() {
        return facts;
    }

    String title() {
        String subject = source.ticket().subject();
        String title = subject == null ? "" : CleanText.line(withoutPrefix(subject), TITLE);
        if (title.isEmpty()) {
            String first = dialogue.exchanges().get(0).customer();
            title = CleanText.line(first.substring(0, Correction.sentenceEnd(first)), TITLE);
        }
        return title.isEmpty() ? source.failure().key() : title;
    }

    /** Without "Re:" and the like, as often as they stand there. */
    private static String withoutPrefix(String subject) {
        String rest = subject.strip();
        while (true) {
            int colon = rest.indexOf(':');
            String prefix = colon < 0 ? "" : rest.substring(0, colon).toLowerCase(Locale.ROOT);
            if (!Set.of("re", "aw", "fw", "fwd", "wg", "tr", "rv").contains(prefix)) {
                return rest;
            }
            rest = rest.substring(colon + 1).strip();
        }
    }

    /** Everything above the expectations. */
    ObjectNode head(String content) {
        SupportTicket ticket = source.ticket();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", title());
        json.put("status", "draft");
        json.put("failure", source.failure().key());
        DifficultyScore difficulty = source.difficulty();
        if (difficulty != null) {
            json.put("difficulty", difficulty.difficulty().key());
        }
        String category = source.category() == null ? settings.categories().of(ticket) : source.category();
        String word = category == null ? "" : CleanText.line(category, 60);
        if (!word.isEmpty()) {
            json.putArray("tags").add(word);
        }
        json.set("ticket", ticket(word, content));
        json.put("why", why(source.failure(), accepted() != null));
        String cohort = CohortRule.cohortOf(ticket, settings.cohorts());
        if (cohort != null && suite.cohorts().containsKey(cohort)) {
            json.putArray("cohorts").add(cohort);
        }
        Instant now = lastAsked();
        if (now != null && knowsNow()) {
            json.put("now", now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (!facts.values().isEmpty()) {
            ObjectNode list = json.putObject("facts");
            facts.values().forEach(list::put);
        }
        conversation(json.putArray("conversation"));
        if (!world.world().isEmpty()) {
            json.set("world", world.world());
        }
        return json;
    }

    private ObjectNode ticket(String category, String content) {
        SupportTicket ticket = source.ticket();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("system", CleanText.line(ticket.system(), 60));
        json.put("ref", ticket.id());
        Instant opened = ticket.openedAt();
        if (opened != null) {
            json.put("opened", opened.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        if (!category.isEmpty()) {
            json.put("category", category);
        }
        if (source.seen() > 1) {
            json.put("seen", source.seen());
        }
        json.set("provenance", provenance(content));
        DifficultyScore difficulty = source.difficulty();
        if (difficulty != null) {
            json.set("effort", effort(difficulty));
        }
        ObjectNode redaction = source.redaction();
        if (redaction != null && !redaction.isEmpty()) {
            json.set("redaction", BoundedJson.of(redaction).value());
        }
        return json;
    }

    private ObjectNode provenance(String content) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putIfKnown(json, "tool", settings.tool());
        putIfKnown(json, "rules", settings.rules());
        putIfKnown(json, "export", settings.export());
        Set<String> roles = new LinkedHashSet<>();
        for (Exchange exchange : dialogue.exchanges()) {
            exchange.customerTurns().forEach(turn -> roles.add(role(turn)));
            exchange.agentTurns().forEach(turn -> roles.add(role(turn)));
        }
        if (accepted() != null) {
            roles.add(role(dialogue.correction()));
        }
        ArrayNode list = json.putArray("roles");
        roles.forEach(list::add);
        putIfKnown(json, "signature", source.signature());
        json.put("content", content);
        return json;
    }

    private static void putIfKnown(ObjectNode json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private String role(int turn) {
        TicketTurn said = source.ticket().turns().get(turn);
        return CleanText.line(said.roleEvidence(), 120);
    }

    private static ObjectNode effort(DifficultyScore difficulty) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("score", rounded(difficulty.score()));
        json.put("decile", difficulty.decile());
        ObjectNode ranks = json.putObject("ranks");
        difficulty.ranks().forEach((component, rank) -> ranks.put(component, rounded(rank)));
        if (!difficulty.missing().isEmpty()) {
            ArrayNode missing = json.putArray("missing");
            difficulty.missing().forEach(missing::add);
        }
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static String why(FailureClass failure, boolean corrected) {
        String what = switch (failure) {
            case WRONG_TONE -> "The agent said it in a way that the customer should not be spoken to.";
            case WRONG_TOOL_CALL -> "The agent did, or said it did, something else than it should.";
            case WRONG_POLICY -> "The agent told the customer something else than the rules say.";
            case HALLUCINATED_CAPABILITY -> "The agent promised or named something that does not exist.";
            case LEAKED_CONTEXT -> "The agent let out something that the customer should not see.";
            case LOST_CONTEXT -> "The agent asked for, or overlooked, what the customer had already said.";
            case WRONG_HANDOFF ->
                "The agent handed over when it should not, did not when it should, or left out what was known.";
        };
        return corrected ? what + " A person answered afterwards; see accepted." : what;
    }

    /** When the customer asked what was answered wrongly. */
    private @Nullable Instant lastAsked() {
        List<Integer> turns = dialogue.last().customerTurns();
        Instant at = source.ticket().turns().get(turns.get(turns.size() - 1)).at();
        return at == null ? source.ticket().openedAt() : at;
    }

    /** Whether the agent is told the clock; a case with one that it is not told is read with a warning. */
    private boolean knowsNow() {
        return suite.agent() == null
                || !suite.agent().type().equals("http")
                || suite.agent().settings().toString().contains("${now}");
    }

    private void conversation(ArrayNode list) {
        List<Exchange> exchanges = dialogue.exchanges();
        for (int i = 0; i < exchanges.size(); i++) {
            ObjectNode turn = list.addObject().put("customer", exchanges.get(i).customer());
            List<String> gives = facts.givenIn(i);
            if (!gives.isEmpty()) {
                ArrayNode names = turn.putArray("gives");
                gives.forEach(names::add);
            }
        }
    }

    /** What production said: the answers without a gap up to the one that failed. */
    ObjectNode observed(@Nullable String fails) {
        List<Exchange> answered = new ArrayList<>();
        List<Exchange> exchanges = dialogue.exchanges();
        for (int i = exchanges.size() - 1; i >= 0 && exchanges.get(i).reply() != null; i--) {
            answered.add(0, exchanges.get(i));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (fails != null) {
            json.putArray("fails").add(fails);
        }
        if (answered.size() == 1) {
            addAnswer(json, answered.get(0));
        } else {
            ArrayNode turns = json.putArray("turns");
            answered.forEach(exchange -> addAnswer(turns.addObject(), exchange));
        }
        return json;
    }

    private void addAnswer(ObjectNode json, Exchange exchange) {
        if (dialogue.callsKnown()) {
            json.set("calls", SeenWorld.calls(exchange.calls()));
        }
        json.put("reply", exchange.reply());
    }

    /** What is open, but for what was suggested. */
    ObjectNode open(List<String> fillIn) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<String> sentences = new ArrayList<>(fillIn);
        sentences.addAll(world.fillIn());
        if (!dialogue.callsKnown()) {
            sentences.add("The export shows no tool calls: write calls: [] under observed where there were none.");
        }
        if (accepted() == null) {
            sentences.add(
                    "Nobody put it right in the ticket: write under accepted what the agent should have answered.");
        }
        ArrayNode list = json.putArray("fill-in");
        sentences.forEach(list::add);
        if (list.isEmpty()) {
            json.remove("fill-in");
        }
        ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
        for (DraftSource.Evidence one : source.evidence()) {
            ObjectNode line = evidence.addObject().put("rule", one.rule()).put("score", rounded(one.score()));
            String place = place(one.turn());
            if (place != null) {
                line.put("in", place);
            }
            if (one.words() != null && !isNote(one.turn())) {
                line.put("words", CleanText.line(one.words(), WORDS));
            }
        }
        if (!evidence.isEmpty()) {
            json.set("evidence", evidence);
        }
        addUncertain(json);
        String family = source.family();
        if (family != null) {
            json.put("family", family);
        }
        return json;
    }

    private boolean isNote(int turn) {
        List<TicketTurn> turns = source.ticket().turns();
        return turn >= 0 && turn < turns.size() && turns.get(turn).role() == Role.INTERNAL_NOTE;
    }

    /** Only places that the case has: what it leaves out needs no look. */
    private void addUncertain(ObjectNode json) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode one : source.uncertain()) {
            String place = one.path("place").asText();
            String where = place.equals("subject") ? "/title" : place(turn(place));
            if (where != null) {
                list.addObject().put("in", where).put("type", one.path("type").asText());
            }
        }
        if (!list.isEmpty()) {
            json.set("uncertain", list);
        }
    }

    private static int turn(String place) {
        int end = place.indexOf(']');
        if (!place.startsWith("turns[") || end < 0) {
            return -1;
        }
        try {
            return Integer.parseInt(place.substring(6, end));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Where in the case a turn of the ticket stands, or null where it does not. */
    private @Nullable String place(int turn) {
        List<Exchange> exchanges = dialogue.exchanges();
        for (int i = 0; i < exchanges.size(); i++) {
            if (exchanges.get(i).customerTurns().contains(turn)) {
                return "/conversation/" + i + "/customer";
            }
            if (exchanges.get(i).agentTurns().contains(turn)) {
                return "/observed/0";
            }
        }
        return turn >= 0 && turn == dialogue.correction() && accepted() != null ? "/accepted/0/reply" : null;
    }
}
