package dev.retrial.mutants;

import static dev.retrial.suite.FailureClass.HALLUCINATED_CAPABILITY;
import static dev.retrial.suite.FailureClass.LEAKED_CONTEXT;
import static dev.retrial.suite.FailureClass.LOST_CONTEXT;
import static dev.retrial.suite.FailureClass.WRONG_HANDOFF;
import static dev.retrial.suite.FailureClass.WRONG_POLICY;
import static dev.retrial.suite.FailureClass.WRONG_TONE;
import static dev.retrial.suite.FailureClass.WRONG_TOOL_CALL;

import dev.retrial.suite.FailureClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One way in which a right answer can go wrong. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Mutation {
    /** A call is left out. */
    DROP_CALL(WRONG_TOOL_CALL),
    /** A call that changes something is made twice. */
    DUPLICATE_CALL(WRONG_TOOL_CALL),
    /** Two calls are made the other way round. */
    REORDER_CALLS(WRONG_TOOL_CALL),
    /** A call that changes something is made beside the others. */
    ADD_WRITE(WRONG_TOOL_CALL, WRONG_POLICY),
    /** A number in a call, or an amount in a reply, is another one. */
    CHANGE_AMOUNT(WRONG_TOOL_CALL, WRONG_POLICY),
    /** An identifier in a call or a reply is another one. */
    CHANGE_ID(WRONG_TOOL_CALL, LOST_CONTEXT),
    /** The reply says that something was done which was not. */
    FALSE_CLAIM(HALLUCINATED_CAPABILITY, WRONG_POLICY, WRONG_HANDOFF),
    /** The reply also says a sentence that production said when it failed. */
    OBSERVED_SENTENCE(WRONG_TONE, WRONG_POLICY, HALLUCINATED_CAPABILITY, LEAKED_CONTEXT, LOST_CONTEXT, WRONG_HANDOFF),
    /** The reply ends with an emoji. */
    EMOJI(WRONG_TONE),
    /** The reply ends with a rude sentence. */
    RUDE_SENTENCE(WRONG_TONE),
    /** The reply tells somebody's phone number. */
    FOREIGN_PHONE(LEAKED_CONTEXT),
    /** The sentences with a link are left out. */
    DROP_CITATION(HALLUCINATED_CAPABILITY),
    /** The sentences that tell what was done are left out. */
    DROP_DISCLOSURE(WRONG_TOOL_CALL, WRONG_POLICY),
    /** Nothing is handed over. */
    DROP_ESCALATION(WRONG_HANDOFF),
    /** It is handed over although it was not. */
    ADD_ESCALATION(WRONG_HANDOFF),
    /** The reply asks for what the customer has said already. */
    ASK_AGAIN(LOST_CONTEXT),
    /** The reply speaks with the voice of another cohort. */
    SWAP_VOICE(WRONG_TONE);

    @SuppressWarnings("ImmutableEnumChecker") // What Set.of gives cannot be changed.
    private final Set<FailureClass> about;

    Mutation(FailureClass... about) {
        this.about = Set.of(about);
    }

    /** The word for it in reports: {@code drop-call}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a case of this failure class should notice; one of no class may notice any. */
    public boolean isAbout(@Nullable FailureClass failure) {
        return failure == null || about.contains(failure);
    }

    /** The mutants of a right answer; none where there is nothing in it to go wrong in this way. Always the same for the same answer. */
    public List<Mutant> of(Original original) {
        List<Mutant> made = switch (this) {
            case DROP_CALL -> CallMutants.dropped(original);
            case DUPLICATE_CALL -> CallMutants.duplicated(original);
            case REORDER_CALLS -> CallMutants.reordered(original);
            case ADD_WRITE -> CallMutants.added(original);
            case CHANGE_AMOUNT -> ValueMutants.amounts(original);
            case CHANGE_ID -> ValueMutants.identifiers(original);
            case FALSE_CLAIM -> ReplyMutants.falseClaims(original);
            case OBSERVED_SENTENCE -> ReplyMutants.observed(original);
            case EMOJI -> ReplyMutants.saying(original, this, "😊");
            case RUDE_SENTENCE ->
                ReplyMutants.saying(
                        original, this, "Frankly, this is your own fault, and only an idiot would ask that.");
            case FOREIGN_PHONE ->
                ReplyMutants.saying(
                        original, this, "Mr Keller had the same problem; you can ring him on +1 415 555 0187.");
            case DROP_CITATION -> ReplyMutants.withoutCitation(original);
            case DROP_DISCLOSURE -> ReplyMutants.withoutDisclosure(original);
            case DROP_ESCALATION -> EscalationMutants.dropped(original);
            case ADD_ESCALATION -> EscalationMutants.added(original);
            case ASK_AGAIN -> ReplyMutants.askingAgain(original);
            case SWAP_VOICE -> ReplyMutants.swapped(original);
        };
        List<Mutant> different = new ArrayList<>();
        Set<Object> seen = new LinkedHashSet<>();
        seen.add(original.transcript());
        for (Mutant mutant : made) {
            if (seen.add(mutant.transcript())) {
                different.add(mutant);
            }
        }
        return different;
    }
}
