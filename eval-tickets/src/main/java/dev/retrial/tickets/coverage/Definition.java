package dev.retrial.tickets.coverage;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a word of the page means.
 *
 * @param term the word
 * @param means what it means
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Definition(String term, String means) {

    /** Every word that needs it, in the order of the page. */
    public static final List<Definition> ALL = List.of(
            new Definition(
                    "Failure",
                    "a ticket in which, after triage, the agent failed; where a person accepted a case that was made of the ticket, the case's class counts."),
            new Definition(
                    "Has a case",
                    "an accepted case (active, known to fail or quarantined) was made of the ticket or of a near-duplicate of it; a draft or a retired case is none."),
            new Definition("Story", "a ticket together with its near-duplicates, counted once."),
            new Definition(
                    "Rejected",
                    "a person looked at the ticket or a near-duplicate of it and wanted no case; left out of every share and counted beside it."),
            new Definition(
                    "Family",
                    "failures of the same class about the same tool or policy, or of the same category where neither is known."),
            new Definition(
                    "95 % interval",
                    "after Wilson, as if these tickets were a sample of those to come; near-duplicates resemble each other, so the interval of stories is the safer one."),
            new Definition("Few", "fewer than 10: marked, since such a share says little."),
            new Definition(
                    "Case told by no ticket",
                    "neither its own ticket nor a near-duplicate of it was opened in these days; its age is that of the newest one known."),
            new Definition(
                    "Age of the newest case",
                    "days since the newest ticket that an accepted case was made of was opened: how long ago the suite last learned something; where the ticket is not among those read, by the day in the case, which redaction may have moved some weeks back."),
            new Definition(
                    "Difficulty",
                    "the weighted mean of a ticket's percentile ranks within its system and channel, by what it cost, of which the lowest three tenths are easy and the highest three hard; ratings and the agent's success are no part of it, and what an export does not tell is not guessed."),
            new Definition(
                    "Reached a person",
                    "a person of the company wrote to the customer, or the help desk says that it was handed to people: the residue."),
            new Definition(
                    "Settled by the agent",
                    "the help desk says that it was solved, and no person replied; silence alone is not taken for success."),
            new Definition(
                    "Handed over too early",
                    "triage found a hand-over of what the agent should have settled; the rate is of tickets in which the agent spoke and people took over."),
            new Definition(
                    "Handed over too late or never",
                    "triage found that a person should have had it, or sooner, or found a wrong hand-off where the help desk says that the agent kept the ticket to the end; the rate is of tickets in which the agent spoke."));
}
