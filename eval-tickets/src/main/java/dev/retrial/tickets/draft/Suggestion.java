package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.draft.DraftCheck.Checked;
import java.util.Collection;
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
    private static final int MOST_TRIED_IN_A_VOICE = 12;
    private static final int MOST_KEPT = 3;

    private final DraftCheck check;
    private final DraftJson parts;
    private final ObjectNode head;
    private final String file;
    private int tried;
    private @Nullable String cohort;

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

    /**
     * The best there is: one that holds, else one that observed fails, else one that can be read; null where none can. Where the person's answer breaks a cohort's voice
     * contract, a cohort is looked for in whose voice it was given.
     *
     * @param cohorts the cohorts of the case
     */
    @Nullable
    Chosen choose(List<Proposal> proposals, Collection<String> cohorts) {
        Set<Proposal> distinct = new LinkedHashSet<>(proposals);
        Chosen best = best(distinct, MOST_TRIED);
        if (best == null || best.checked().holds() || parts.accepted() == null || cohorts.size() < 2) {
            return best;
        }
        for (String one : cohorts) {
            cohort = one;
            Chosen spoken = best(distinct, MOST_TRIED_IN_A_VOICE);
            if (spoken != null && spoken.checked().holds()) {
                return spoken;
            }
        }
        return best;
    }

    private @Nullable Chosen best(Set<Proposal> proposals, int most) {
        tried = 0;
        Chosen best = null;
        for (Proposal proposal : proposals) {
            if (!proposal.leads() || tried >= most) {
                continue;
            }
            Chosen one = attempt(proposal);
            if (one.checked().evalCase() == null) {
                continue;
            }
            if (one.checked().holds()) {
                return extended(one, proposals);
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

    /** With what holds as well: what must be said instead, or further counts of a tone. */
    private Chosen extended(Chosen first, Set<Proposal> proposals) {
        Chosen best = first;
        int kept = 1;
        for (Proposal proposal : proposals) {
            Proposal both = best.proposal().and(proposal);
            if (both == null || kept >= MOST_KEPT || tried >= MOST_TRIED || !isAddition(proposal)) {
                continue;
            }
            boolean adds = both.pointers().size() > best.proposal().pointers().size();
            boolean alone =
                    adds && (!proposal.leads() || attempt(proposal).checked().holds());
            if (alone) {
                Chosen more = attempt(both);
                if (more.checked().holds()) {
                    best = more;
                    kept++;
                }
            }
        }
        return best;
    }

    private static boolean isAddition(Proposal proposal) {
        return !proposal.leads()
                || proposal.expect().has("tone")
                        && !proposal.expect().path("tone").has("forbidden");
    }

    private Chosen attempt(Proposal proposal) {
        tried++;
        ObjectNode json = head.deepCopy();
        json.set("expect", proposal.expect());
        json.putArray("observed").add(parts.observed(proposal.fails()));
        String accepted = parts.accepted();
        if (accepted != null) {
            ArrayNode list = json.putArray("accepted");
            ObjectNode answer = list.addObject();
            if (cohort != null) {
                answer.put("cohort", cohort);
            }
            answer.put("reply", accepted);
        }
        return new Chosen(json, check.check(file, CaseYaml.write(json)), proposal);
    }
}
