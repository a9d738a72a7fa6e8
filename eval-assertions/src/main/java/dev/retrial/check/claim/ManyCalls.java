package dev.retrial.check.claim;

import dev.retrial.transcript.ToolCall;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that could have done what is claimed, by what they name, so that thousands of claims about thousands of calls do not look at each pair.
 *
 * <p>It knows most of what {@link ClaimedThing#names} finds, and nothing else: where it says that a claim is founded, it is; where it does not, somebody has to look.
 */
final class ManyCalls {

    private final Map<String, Amounts> byObject = new HashMap<>();
    private final Amounts all = new Amounts();
    private boolean anyWithoutArguments;
    private boolean anyWithoutAmount;
    private BigDecimal sum = BigDecimal.ZERO;

    void add(ToolCall call) {
        List<BigDecimal> amounts = ClaimedThing.amountsOf(call);
        anyWithoutArguments |= call.arguments().isEmpty();
        anyWithoutAmount |= amounts.isEmpty();
        sum = amounts.isEmpty() ? sum : sum.add(amounts.get(0));
        all.add(amounts);
        for (String name : ClaimedThing.namesIn(call)) {
            byObject.computeIfAbsent(name, key -> new Amounts()).add(amounts);
        }
    }

    boolean founds(ClaimedThing thing) {
        BigDecimal amount = thing.amount();
        boolean fits = amount == null || (!anyWithoutAmount && sum.compareTo(amount) == 0);
        if (thing.objects().isEmpty()) {
            return all.calls > 0 && (fits || all.have(amount));
        }
        for (String object : thing.objects()) {
            Amounts named = byObject.get(ClaimedThing.wholeName(object));
            Amounts within = byObject.get(ClaimedThing.nameWithin(object));
            if (named == null && within == null && !anyWithoutArguments) {
                return false;
            }
            fits |= (named != null && named.have(amount)) || (within != null && within.have(amount));
        }
        return all.calls > 0 && fits;
    }

    /** The amounts of some calls. */
    private static final class Amounts {

        private final Set<BigDecimal> values = new HashSet<>();
        private boolean anyWithout;
        private int calls;

        void add(List<BigDecimal> amounts) {
            calls++;
            anyWithout |= amounts.isEmpty();
            for (BigDecimal amount : amounts) {
                values.add(amount.stripTrailingZeros());
            }
        }

        /** Whether one of the calls agrees with the amount; one that gives none agrees with any. */
        boolean have(@Nullable BigDecimal amount) {
            return anyWithout || (amount != null && values.contains(amount.stripTrailingZeros()));
        }
    }
}
