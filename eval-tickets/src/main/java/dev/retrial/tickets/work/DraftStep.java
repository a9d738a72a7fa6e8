package dev.retrial.tickets.work;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.difficulty.EffortRanking;
import dev.retrial.tickets.draft.CaseEdits;
import dev.retrial.tickets.draft.Draft;
import dev.retrial.tickets.draft.DraftFiles;
import dev.retrial.tickets.draft.DraftOutcome;
import dev.retrial.tickets.draft.DraftSettings;
import dev.retrial.tickets.draft.DraftSource;
import dev.retrial.tickets.draft.Drafted;
import dev.retrial.tickets.draft.Drafter;
import dev.retrial.tickets.draft.SeenCounts;
import dev.retrial.tickets.duplicate.Families;
import dev.retrial.tickets.duplicate.Family;
import dev.retrial.tickets.duplicate.FamilyMember;
import dev.retrial.tickets.duplicate.Finding;
import dev.retrial.tickets.duplicate.Fingerprints;
import dev.retrial.tickets.duplicate.SeenTickets;
import dev.retrial.tickets.duplicate.SignatureKey;
import dev.retrial.tickets.redact.Redacted;
import dev.retrial.tickets.redact.RedactionKey;
import dev.retrial.tickets.triage.Triage;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a case for each new failure: near-copies of a case raise its {@code seen}, near-copies of what was rejected are passed over, of several tickets that tell one
 * story the first by its reference stands for all.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DraftStep {

    private final TicketWork work;
    private final FailureStories stories;
    private final SignatureKey signatures;
    private final int most;
    private final boolean dryRun;
    private final Map<String, Integer> tellers = new HashMap<>();
    private final Map<String, List<String>> repeats = new HashMap<>();
    private final Map<DraftOutcome, Long> outcomes = new EnumMap<>(DraftOutcome.class);
    private final Map<Finding.Kind, Long> kinds = new EnumMap<>(Finding.Kind.class);
    private final Map<String, Long> notDrafted = new TreeMap<>();
    private final List<Written> written = new ArrayList<>();
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    private DraftStep(TicketWork work, FailureStories stories, SignatureKey signatures, int most, boolean dryRun) {
        this.work = work;
        this.stories = stories;
        this.signatures = signatures;
        this.most = most;
        this.dryRun = dryRun;
    }

    /**
     * What drafting came to.
     *
     * @param outcomes how many failures had each outcome
     * @param kinds how many failures are new, or repeat something
     * @param notDrafted how many could not be drafted, by the reason
     * @param written the drafts that were written, or would be
     * @param seen the counts of the cases that further tickets were found for
     * @param families how many groups of drafts are to be looked at together
     * @param left how many new failures were left for another time
     */
    public record Result(
            Map<DraftOutcome, Long> outcomes,
            Map<Finding.Kind, Long> kinds,
            Map<String, Long> notDrafted,
            List<Written> written,
            Map<String, Integer> seen,
            int families,
            int left) {

        /** How many failures were looked at. */
        public long failures() {
            return kinds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * A draft.
     *
     * @param id the case's id
     * @param failure its class
     * @param seen how many tickets tell its story
     * @param holds whether what was observed fails it and what a person answered passes
     */
    public record Written(String id, FailureClass failure, int seen, boolean holds) {}

    /**
     * Drafts.
     *
     * @param key under which signatures are made
     * @param most how many new drafts at most, those first that most tickets tell; 0 for all
     * @param dryRun whether only to say what would be written
     */
    public static Result run(TicketWork work, RedactionKey key, int most, boolean dryRun) throws IOException {
        Closeable lock = work.directory().lock();
        SignatureKey signatures = FailureStories.signatures(key);
        try (FailureStories stories = FailureStories.find(work, signatures)) {
            return new DraftStep(work, stories, signatures, most, dryRun).run();
        } finally {
            work.progress().done();
            lock.close();
        }
    }

    private Result run() throws IOException {
        SeenTickets seen = SeenTickets.read(work.suite().resolve(SeenTickets.FILE));
        Set<String> merged = WhereIs.references(work.suite().resolve(CaseEdits.MERGED));
        stories.found().forEach(finding -> {
            String of = String.valueOf(finding.of());
            kinds.merge(finding.kind(), 1L, Long::sum);
            switch (finding.kind()) {
                case NEW -> tellers.put(finding.ref(), finding.count());
                case REPEATS_TICKET ->
                    repeats.computeIfAbsent(of, ref -> new ArrayList<>()).add(finding.ref());
                case REPEATS_CASE -> {
                    // The ticket that a case was made of is in its count from the start, one that was merged since
                    // then.
                    if (!stories.isOfCase(finding.ref()) && !merged.contains(finding.ref())) {
                        seen.count(finding.ref(), of);
                    }
                }
                case REPEATS_REJECTED -> {}
            }
        });
        Map<String, Integer> raised = seen.raised();
        Set<String> wanted = wanted();
        Map<String, String> families = families(wanted);
        write(families, wanted, seen);
        if (!dryRun) {
            // First who was counted: a crash in between leaves a count too low, and never one too high.
            seen.save();
            raised = SeenCounts.raise(work.suite(), raised);
        }
        return new Result(
                outcomes,
                kinds,
                notDrafted,
                written,
                raised,
                new HashSet<>(families.values()).size(),
                tellers.size() - wanted.size());
    }

    /** Looks at what is new and wanted; the name of the family of each that is in one. */
    private Map<String, String> families(Set<String> wanted) throws IOException {
        List<FamilyMember> members = new ArrayList<>();
        new TicketPass(work, "families")
                .eachTriaged(
                        true,
                        (stored, triage) -> wanted.contains(stored.ticket().id())
                                ? new FamilyMember(
                                        FailureStories.compared(stored.ticket(), triage),
                                        failure(triage),
                                        about(stored.ticket(), triage))
                                : null,
                        members::add);
        Map<String, String> familyOf = new HashMap<>();
        for (Family family : new Families(signatures, work.directory().path()).of(members)) {
            String name = family.failure().key() + "-" + digits(family.members().get(0));
            family.members().forEach(member -> familyOf.put(member, name));
        }
        return familyOf;
    }

    /** The first digits of a keyed reference. */
    private static String digits(String reference) {
        int from = reference.indexOf(':') + 1;
        return reference.substring(from, Math.min(reference.length(), from + 8));
    }

    private static FailureClass failure(Triage triage) {
        return Objects.requireNonNull(triage.failure(), "a failure has a class");
    }

    /** How hard each ticket was beside the others, and from when to when they are. */
    private EffortRanking ranking() throws IOException {
        EffortRanking.Builder ranking = EffortRanking.builder();
        new TicketPass(work, "difficulty").each(stored -> {
            ranking.add(stored.ticket());
            LocalDate day = stored.opened();
            if (day != null) {
                from = from == null || day.isBefore(from) ? day : from;
                to = to == null || day.isAfter(to) ? day : to;
            }
        });
        return ranking.build();
    }

    private static Set<String> about(SupportTicket ticket, Triage triage) {
        Set<String> about = new TreeSet<>();
        for (SeenCall call : ticket.turns().get(triage.turn()).calls()) {
            about.add(call.tool());
        }
        return about;
    }

    /** Those that most tickets tell, then those that are surest. */
    private Set<String> wanted() throws IOException {
        if (most <= 0 || tellers.size() <= most) {
            return tellers.keySet();
        }
        Map<String, Double> scores = new HashMap<>();
        new TicketPass(work, "choosing")
                .eachTriaged(
                        true,
                        (stored, triage) -> tellers.containsKey(stored.ticket().id())
                                ? Map.entry(stored.ticket().id(), triage.score())
                                : null,
                        scored -> scores.put(scored.getKey(), scored.getValue()));
        return new HashSet<>(tellers.keySet().stream()
                .sorted(Comparator.comparingInt((String reference) -> -tellers.getOrDefault(reference, 1))
                        .thenComparingDouble(reference -> -scores.getOrDefault(reference, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList());
    }

    private void write(Map<String, String> familyOf, Set<String> wanted, SeenTickets seen) throws IOException {
        EffortRanking ranking = ranking();
        DraftFiles files = DraftFiles.in(work.suite(), dryRun);
        DraftSettings settings = new DraftSettings(
                work.settings().cohorts(),
                work.settings().categories(),
                from == null ? null : from + "/" + to,
                DraftStep.class.getPackage().getImplementationVersion(),
                null);
        Drafter drafter = Drafter.in(work.suite(), settings);
        Fingerprints fingerprints = new Fingerprints(signatures);
        new TicketPass(work, "drafting").eachFailure((stored, triage) -> {
            String reference = stored.ticket().id();
            boolean isNew = wanted.contains(reference);
            if (!isNew && !stories.isOfCase(reference)) {
                return;
            }
            DraftSource source = DraftSource.of(
                    new Redacted(stored.ticket(), stored.redaction()),
                    triage,
                    ranking.of(stored.ticket()),
                    tellers.getOrDefault(reference, 1),
                    fingerprints
                            .signature(FailureStories.compared(stored.ticket(), triage))
                            .toString(),
                    familyOf.get(reference));
            DraftOutcome known = files.known(reference, drafter.content(source));
            if (known != null) {
                outcomes.merge(known, 1L, Long::sum);
                return;
            }
            Drafted drafted = drafter.draft(source);
            Draft draft = drafted.draft();
            if (draft == null) {
                notDrafted.merge(String.valueOf(drafted.problem()), 1L, Long::sum);
                return;
            }
            DraftOutcome outcome = files.write(draft);
            outcomes.merge(outcome, 1L, Long::sum);
            if (outcome.isChange()) {
                written.add(new Written(
                        draft.id(),
                        source.failure(),
                        source.seen(),
                        draft.checked().holds()));
            }
            for (String repeat : repeats.getOrDefault(reference, List.of())) {
                seen.count(repeat, draft.id());
            }
        });
    }
}
