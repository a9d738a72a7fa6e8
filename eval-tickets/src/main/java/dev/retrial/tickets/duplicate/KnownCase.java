package dev.retrial.tickets.duplicate;

import dev.retrial.suite.CustomerTurn;
import dev.retrial.suite.EvalCase;
import dev.retrial.suite.ReferenceAnswer;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A case of the suite, as tickets are held against it.
 *
 * @param text the case's id; what the customer says and what production answered
 * @param ticket the keyed reference of the ticket that the case was made of, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KnownCase(ComparedText text, @Nullable String ticket) {

    /** One for each way in which production answered; one with the customer's turns alone where none is kept. Nothing for a case without text. */
    public static List<KnownCase> of(EvalCase evalCase) {
        String ticket = evalCase.ticket() == null ? null : evalCase.ticket().ref();
        List<ComparedText.Said> customer = new ArrayList<>();
        for (CustomerTurn turn : evalCase.conversation()) {
            customer.add(new ComparedText.Said(false, turn.customer()));
        }
        List<KnownCase> known = new ArrayList<>();
        for (ReferenceAnswer observed : evalCase.observed()) {
            List<ComparedText.Said> said = new ArrayList<>(customer);
            for (ReferenceAnswer.ReferenceTurn turn : observed.turns()) {
                if (turn.reply() != null) {
                    said.add(new ComparedText.Said(true, turn.reply()));
                }
            }
            known.add(new KnownCase(new ComparedText(evalCase.id(), said), ticket));
        }
        if (known.isEmpty()) {
            known.add(new KnownCase(new ComparedText(evalCase.id(), customer), ticket));
        }
        return known;
    }
}
