package dev.retrial.gating;

import dev.retrial.agent.Answer.Usage;
import dev.retrial.run.Trial;
import dev.retrial.suite.GateSpec.Budget;
import dev.retrial.suite.GateSpec.Prices;
import dev.retrial.transcript.AgentReply;
import dev.retrial.transcript.Event;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a run has used of its budget. */
final class Spending {

    private final Budget budget;
    private final long begin = System.nanoTime();
    private long input;
    private long output;
    private long calls;
    private boolean unknown;
    private @Nullable String over;

    Spending(Budget budget) {
        this.budget = budget;
    }

    synchronized void add(Trial trial, Usage usage) {
        int replies = 0;
        for (Event event : trial.transcript().events()) {
            replies += event instanceof AgentReply ? 1 : 0;
        }
        // One that brought no reply was asked all the same.
        calls += Math.max(1, replies);
        unknown |= replies > 0 && usage.inputTokens() < 0 && usage.outputTokens() < 0;
        input += Math.max(0, usage.inputTokens());
        output += Math.max(0, usage.outputTokens());
    }

    /** Which budget is used up, as a clause; null where none is. */
    synchronized @Nullable String over() {
        if (over == null) {
            over = usedUp();
        }
        return over;
    }

    private @Nullable String usedUp() {
        Long tokens = budget.tokens();
        if (tokens != null && input + output >= tokens) {
            return String.format(Locale.ROOT, "the budget of %,d tokens is used up", tokens);
        }
        Double money = budget.money();
        Prices prices = budget.prices();
        if (money != null && prices != null && (input * prices.input() + output * prices.output()) / 1e6 >= money) {
            return "the budget of " + money + " is spent";
        }
        Long most = budget.calls();
        if (most != null && calls >= most) {
            return String.format(Locale.ROOT, "the budget of %,d calls is used up", most);
        }
        if (budget.time() != null && System.nanoTime() - begin >= budget.time().toNanos()) {
            return "the time of " + budget.time().toSeconds() + " s is up";
        }
        return null;
    }

    /** What keeps a budget from being kept; null where nothing does. */
    synchronized @Nullable String warning() {
        return unknown && (budget.tokens() != null || budget.money() != null)
                ? "the agent does not tell what it reads and writes, so the budget for tokens and money is not kept"
                : null;
    }
}
