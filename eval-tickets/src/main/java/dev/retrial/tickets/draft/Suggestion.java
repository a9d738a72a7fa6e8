package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.draft.DraftCheck.Checked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The expectations that tell what was observed from what a person answered: of all that are {@linkplain Proposals proposed}, those with which the case holds on its own
 * ticket.
 */
final class Suggestion {

    private static final int MOST_TRIED = 90;
    private static final int MOST_KEPT = 3;

    private final DraftCheck check;
    private final DraftJson parts;
    private final ObjectNode head;
    private final String file;
    private int tried;

    Suggestion(DraftCheck check, DraftJson parts, ObjectNode head, String file) {
        this.check = check;
        this.parts = parts;
        this.head = head;
        this.file = file;
    }

    /**
     * What was chosen.
     *
     * @param json the case with it, without {@code draft}
     * @param checked the case, tried
     * @param proposal what was chosen
     */
    record Chosen(ObjectNode json, Checked checked, Proposal proposal) {}

    /** The best there is: one that holds, else one that observed fails, else one that can be read; null where none can. */
    @Nullable Chosen choose(List<Proposal> proposals) {
        Set<Proposal> distinct = new LinkedHashSet<>(proposals);
        Chosen best = null;
        for (Proposal proposal : distinct) {
            if (!proposal.leads() || tried >= MOST_TRIED) {
                continue;
            }
            Chosen one = attempt(proposal);
            if (one.checked().evalCase() == null) {
                continue;
            }
            if (one.checked().holds()) {
                return extended(one, distinct);
            }
            if (best == null || rank(one) > rank(best)) {
                best = one;
            }
        }
        return best;
    }

    private static int rank(Chosen chosen) {
        Checked checked = chosen.checked();
        return (Boolean.TRUE.equals(checked.observed()) ? 2 : 0) + (Boolean.FALSE.equals(checked.accepted()) ? 0 : 1);
    }

    /** With one expectation of another kind that holds as well: what must be said instead, or a second thing that must not. */
    private Chosen extended(Chosen first, Set<Proposal> proposals) {
        Chosen best = first;
        int kept = 1;
        List<Proposal> adding = new ArrayList<>();
        proposals.stream().filter(one -> !one.leads()).forEach(adding::add);
        for (Proposal proposal : proposals) {
            boolean other = !proposal.pointers().equals(first.proposal().pointers()) && proposal.fails() == null;
            if (proposal.leads() && other && first.proposal().fails() == null && adding.size() < 12) {
                adding.add(proposal);
            }
        }
        for (Proposal proposal : adding) {
            Proposal both = best.proposal().and(proposal);
            boolean addsKind = both != null && both.pointers().size() > best.proposal().pointers().size();
            if (both == null || !addsKind || kept >= MOST_KEPT) {
                continue;
            }
            boolean alone = !proposal.leads() || attempt(proposal).checked().holds();
            Chosen more = alone ? attempt(both) : best;
            if (more != best && more.checked().holds()) {
                best = more;
                kept++;
            }
        }
        return best;
    }

    private Chosen attempt(Proposal proposal) {
        tried++;
        ObjectNode json = head.deepCopy();
        json.set("expect", proposal.expect());
        json.putArray("observed").add(parts.observed(proposal.fails()));
        String accepted = parts.accepted();
        if (accepted != null) {
            ArrayNode list = json.putArray("accepted");
            list.add(JsonNodeFactory.instance.objectNode().put("reply", accepted));
        }
        return new Chosen(json, check.check(file, CaseYaml.write(json)), proposal);
    }
}
