package dev.retrial.tickets.corpus;

import dev.retrial.tickets.Rating;

/** How each help desk writes a rating. */
final class Scores {

    private Scores() {}

    static String of(String system, Rating.Verdict verdict) {
        return switch (system) {
            case "intercom" ->
                switch (verdict) {
                    case GOOD -> "5";
                    case NEUTRAL -> "3";
                    case BAD -> "1";
                };
            case "freshdesk" ->
                switch (verdict) {
                    case GOOD -> "103";
                    case NEUTRAL -> "100";
                    case BAD -> "-103";
                };
            case "helpscout" ->
                switch (verdict) {
                    case GOOD -> "great";
                    case NEUTRAL -> "okay";
                    case BAD -> "not good";
                };
            default ->
                switch (verdict) {
                    case GOOD -> "good";
                    case NEUTRAL -> "neutral";
                    case BAD -> "bad";
                };
        };
    }
}
