package dev.retrial.tickets.read.neutral;

import dev.retrial.tickets.AiOutcome;
import dev.retrial.tickets.Rating;
import dev.retrial.tickets.Role;
import org.jspecify.annotations.Nullable;

/** How the closed sets of the model are written: {@code ai-agent} for {@code AI_AGENT}. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static @Nullable Role role(String word) {
        return named(Role.values(), word);
    }

    static Rating.@Nullable Verdict verdict(String word) {
        return named(Rating.Verdict.values(), word);
    }

    static @Nullable AiOutcome outcome(String word) {
        return named(AiOutcome.values(), word);
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String word) {
        for (E value : values) {
            if (of(value).equals(word)) {
                return value;
            }
        }
        return null;
    }

    /** {@code customer, ai-agent, …}, for messages. */
    static String list(Enum<?>[] values) {
        StringBuilder out = new StringBuilder();
        for (Enum<?> value : values) {
            out.append(out.length() == 0 ? "" : ", ").append(of(value));
        }
        return out.toString();
    }
}
