package dev.retrial.report;

import dev.retrial.report.CellOverview.Cost;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What tokens cost, so that a report can tell money.
 *
 * @param input the price of a million tokens read
 * @param output the price of a million tokens written
 * @param currency the sign in front of an amount: {@code $}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Prices(double input, double output, String currency) {

    /** Refuses what is no price. */
    public Prices {
        if (!(input >= 0 && output >= 0)) {
            throw new IllegalArgumentException("a price is not below zero, but these are " + input + " and " + output);
        }
    }

    /** {@code $0.42}. */
    String of(Cost cost) {
        double amount = (cost.inputTokens() * input + cost.outputTokens() * output) / 1e6;
        return currency + String.format(Locale.ROOT, amount < 1 ? "%.4f" : "%,.2f", amount);
    }
}
