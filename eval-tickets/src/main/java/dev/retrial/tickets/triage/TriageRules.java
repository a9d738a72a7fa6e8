package dev.retrial.tickets.triage;

import dev.retrial.judge.Rubric;
import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.SupportTicket;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Decides by rules whether a ticket tells of a failure of the AI agent, of which class and at which turn.
 *
 * <p>Each rule leaves {@link Evidence} with a score; scores of different rules are taken together, what speaks against a failure lowers them.
 * The same ticket always gets the same answer. Takes time in proportion to the ticket, of which the first thousand turns, twenty thousand characters a
 * turn and a million in all are read. Immutable; may be shared between threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TriageRules {

    private static final int VERSION = 1;
    private static final double CLASS_FROM = 0.15;
    private static final double ALTERNATIVE_FROM = 0.2;

    private static final List<Rule> RULES = List.of(
            new SignRules(),
            new NoteRule(),
            new CorrectionRule(),
            new ComplaintRule(),
            new FactRule(),
            new QuestionRule(),
            new DisclosureRule(),
            new VoiceRule(),
            new ActionRule(),
            new HandoffRule());

    private final TriageSettings settings;
    private final CueWords words = CueWords.standard();
    private final String version;

    private TriageRules(TriageSettings settings) {
        this.settings = settings;
        this.version = VERSION + "-" + words.hash() + "-"
                + Rubric.sha256(settings.agentNames() + " " + settings.failureFrom() + " " + settings.openFrom())
                        .substring(0, 8);
    }

    /** The rules under a team's settings. */
    public static TriageRules of(TriageSettings settings) {
        return new TriageRules(settings);
    }

    /** The rules' version and a hash of their vocabulary and of the settings: where it is equal, so are the answers. */
    public String version() {
        return version;
    }

    /** What the rules make of a ticket; it should be redacted, which the rules do not need otherwise. */
    public Triage triage(SupportTicket ticket) {
        ReadTicket read = new ReadTicket(ticket, words, settings.agentNames());
        String category = settings.categories().of(ticket);
        if (!read.hasAgent()) {
            return new Triage(Decision.NO_AGENT, null, 0, -1, List.of(), List.of(), category, version, null);
        }
        Findings findings = new Findings();
        for (Rule rule : RULES) {
            rule.read(read, findings);
        }
        return decide(findings, read, category);
    }

    private Triage decide(Findings findings, ReadTicket read, @Nullable String category) {
        double score = Math.round(findings.score() * 1000) / 1000.0;
        List<Alternative> classes = new ArrayList<>();
        for (FailureClass failure : FailureClass.values()) {
            double one = Math.round(findings.score(failure) * 1000) / 1000.0;
            if (one >= CLASS_FROM) {
                classes.add(new Alternative(failure, one));
            }
        }
        classes.sort((one, other) -> Double.compare(other.score(), one.score()));
        FailureClass failure = classes.isEmpty() ? null : classes.get(0).failure();
        Decision decision = score < settings.openFrom()
                ? Decision.NO_FAILURE
                : score < settings.failureFrom() || failure == null ? Decision.OPEN : Decision.FAILURE;
        if (decision == Decision.NO_FAILURE) {
            return new Triage(decision, null, score, -1, findings.evidence(), List.of(), category, version, null);
        }
        List<Alternative> others = new ArrayList<>();
        for (Alternative one : classes) {
            if (one.failure() != failure && one.score() >= ALTERNATIVE_FROM) {
                others.add(one);
            }
        }
        return new Triage(
                decision,
                failure,
                score,
                failure == null ? -1 : turn(failure, findings, read),
                findings.evidence(),
                others,
                category,
                version,
                null);
    }

    private static int turn(FailureClass failure, Findings findings, ReadTicket read) {
        int blamed = findings.blamed(failure);
        if (blamed >= 0) {
            return blamed;
        }
        int shown = findings.firstShown(failure);
        int told = CorrectionRule.blamed(failure, read, shown < 0 ? read.turns.size() : shown);
        return told >= 0 ? told : read.agentBefore(shown < 0 ? read.turns.size() : shown).index;
    }
}
