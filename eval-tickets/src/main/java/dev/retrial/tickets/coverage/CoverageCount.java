package dev.retrial.tickets.coverage;

import dev.retrial.suite.FailureClass;
import dev.retrial.tickets.triage.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the tickets say, one after the other.
 *
 * <p>Of a ticket that is no failure nothing is kept but eight bytes, of a failure about two hundred.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageCount {

    /** The column of failures that nobody named. */
    static final int NO_CLASS = FailureClass.values().length;

    private final Window window;
    private final SuiteMatch suite;
    private final LongSet refs = new LongSet();
    private final Names categories = new Names(5_000);
    private final Names families = new Names(20_000);
    private final Names abouts = new Names(20_000);
    private final Names systems = new Names(50);
    private final Names channels = new Names(200);
    private final Names languages = new Names(200);
    private final List<FailedTicket> failed = new ArrayList<>();
    private final DifficultyCount difficulty;
    private final EscalationCount escalations;
    private final UnknownCount unknown;
    private int tickets;
    private int inWindow;

    /**
     * Nothing is counted yet.
     *
     * @param window the days that figures are of
     * @param cases every case of the committed suite, of every status
     * @param rejected the keyed references of tickets of which a person wanted no case
     */
    public CoverageCount(Window window, Collection<SuiteCase> cases, Set<String> rejected) {
        this.window = window;
        suite = new SuiteMatch(window, cases, rejected);
        difficulty = new DifficultyCount(window, systems);
        escalations = new EscalationCount(categories, systems);
        unknown = new UnknownCount(window, systems);
    }

    /** Counts a ticket. */
    public void add(TicketFact fact) {
        if (!refs.add(Story.key(fact.ref()))) {
            unknown.repeated();
            return;
        }
        tickets++;
        int system = systems.of(fact.system());
        int category = categories.of(fact.category());
        LocalDate day = fact.opened();
        boolean in = window.has(day);
        if (in) {
            inWindow++;
            escalations.add(fact.handling(), system, category);
        }
        unknown.add(fact, system);
        difficulty.add(fact, system, in);
        long story = suite.meet(fact);
        SuiteCase made = suite.madeOf(fact.ref());
        FailureClass reviewed = made == null ? null : made.failure();
        TriageFact triage = fact.triage();
        if (reviewed == null && triage.decision() != Decision.FAILURE) {
            if (in && triage.decision() == Decision.OPEN) {
                unknown.leftOpen();
            }
            return;
        }
        FailureClass failure = reviewed == null ? triage.failure() : reviewed;
        if (in && (failure != triage.failure() || triage.decision() != Decision.FAILURE)) {
            unknown.reviewed();
        }
        if (day != null && !day.isAfter(window.today())) {
            failed.add(failure(fact, failure, story, system, category, day, made != null));
        }
    }

    private FailedTicket failure(
            TicketFact fact,
            @Nullable FailureClass failure,
            long story,
            int system,
            int category,
            LocalDate day,
            boolean own) {
        int about = abouts.of(fact.triage().about());
        String family = fact.family() != null
                ? fact.family()
                : Words.failure(failure) + "|" + about + "|" + (about == Names.NONE ? category : "");
        return new FailedTicket(
                fact.ref(),
                story,
                // From the year 0 to 9999, whatever a clock said.
                Math.toIntExact(Math.max(-719_528, day.toEpochDay())),
                (byte) (failure == null ? NO_CLASS : failure.ordinal()),
                category,
                about,
                families.of(family),
                system,
                channels.of(fact.channel()),
                languages.of(fact.language()),
                own,
                fact.handling().agentSpoke(),
                fact.handling().handedOver(),
                escalation(fact));
    }

    /** A wrong hand-off of a ticket that the help desk says the agent kept to the end is one that is missing. */
    private static TriageFact.@Nullable Escalation escalation(TicketFact fact) {
        TriageFact.Escalation told = fact.triage().escalation();
        Handling.End end = fact.handling().end();
        boolean kept = end == Handling.End.AGENT || end == Handling.End.NOBODY;
        return told == null && kept ? TriageFact.Escalation.MISSED : told;
    }

    /** What was counted so far. */
    public Coverage result() {
        MatrixCount matrix = new MatrixCount(categories);
        for (SuiteCase one : suite.cases()) {
            matrix.add(one);
        }
        GapCount gaps = new GapCount(families, abouts, categories, suite.cases());
        SliceCount slices = new SliceCount(systems, channels, languages);
        EscalationCount.Found found = escalations.found();
        LongSet stories = new LongSet();
        LongSet covered = new LongSet();
        int own = 0;
        int counted = 0;
        int classNotTold = 0;
        CoverCount count = CoverCount.ZERO;
        long first = window.first().toEpochDay();
        for (FailedTicket one : failed) {
            Story story = suite.story(one.story());
            Cover cover = story == null ? Cover.NONE : story.cover();
            if (story != null) {
                suite.tells(story, LocalDate.ofEpochDay(one.day()));
            }
            if (one.day() < first) {
                continue;
            }
            count = count.plus(cover);
            matrix.add(one, cover);
            slices.add(one, cover);
            gaps.add(one, story, cover);
            if (cover == Cover.REJECTED) {
                continue;
            }
            found.add(one);
            counted++;
            own += one.own() ? 1 : 0;
            classNotTold += one.column() == NO_CLASS ? 1 : 0;
            long key = story == null ? one.story() : story.key();
            stories.add(key);
            if (cover == Cover.CASE) {
                covered.add(key);
            }
        }
        boolean crowded = categories.isFull() || families.isFull() || channels.isFull() || languages.isFull();
        return new Coverage(
                window,
                tickets,
                inWindow,
                new Coverage.Failures(count, new Share(covered.size(), stories.size()), new Share(own, counted)),
                matrix.result(),
                gaps.result(),
                gaps.more(),
                suite.age(),
                difficulty.result(),
                found.result(),
                unknown.result(classNotTold, suite.unknownCases(), suite.casesWithoutTicket(), crowded),
                slices.result());
    }
}
