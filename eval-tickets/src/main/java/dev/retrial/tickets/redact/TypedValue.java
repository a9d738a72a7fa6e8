package dev.retrial.tickets.redact;

import dev.retrial.check.leak.PersonalData;
import dev.retrial.check.leak.PersonalDatum;
import java.util.List;

/** What a value is that is known to be personal as a whole. */
final class TypedValue {

    private TypedValue() {}

    /** What the value of a field is that the team's settings name. */
    static EntityType guess(String value) {
        String text = value.strip();
        List<PersonalDatum> found = PersonalData.in(text);
        if (found.size() == 1 && found.get(0).span().end() - found.get(0).span().start() == text.length()) {
            return of(found.get(0).type());
        }
        boolean digits = !KnownParties.digits(text).isEmpty();
        if (!digits) {
            return isName(text) ? EntityType.PERSON : EntityType.ADDRESS;
        }
        return text.indexOf(' ') >= 0 && KnownParties.words(text).size() > 1 ? EntityType.ADDRESS : EntityType.ID;
    }

    static EntityType of(PersonalDatum.Type type) {
        return switch (type) {
            case EMAIL -> EntityType.EMAIL;
            case IBAN -> EntityType.IBAN;
            case CARD -> EntityType.CARD;
            case IP -> EntityType.IP;
            case SSN -> EntityType.NATIONAL_ID;
            case PHONE -> EntityType.PHONE;
        };
    }

    /** Whether a value may be what the name of its field says; {@code contact: chat} is nobody. */
    static boolean fits(EntityType type, String value) {
        return switch (type) {
            case PERSON -> isName(value) && !isCommon(value);
            case PHONE -> KnownParties.digits(value).length() >= 5;
            case ID ->
                value.strip().length() >= 3
                        && value.length() <= 100
                        && !KnownParties.digits(value).isEmpty();
            case ADDRESS, ORGANISATION -> value.length() <= 400 && value.strip().length() >= 2;
            default -> value.strip().length() >= 3 && value.length() <= 10_000;
        };
    }

    private static boolean isCommon(String value) {
        for (String word : KnownParties.words(value)) {
            if (!KnownParties.isNobody(word)
                    && (!CommonWords.get().has(word) || NamePool.isFirstName(Letters.fold(word)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it may be a person's name: up to five words without digits. */
    static boolean isName(String text) {
        int words = KnownParties.words(text).size();
        return words > 0
                && words <= 5
                && text.length() <= 80
                && KnownParties.digits(text).isEmpty();
    }
}
