package dev.retrial.check.leak;

import dev.retrial.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Finds personal data in a text by its form and its check digits, in time that is proportional to the text. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PersonalData {

    /** How many numbers of a text are asked about thoroughly: more than any letter has, and little enough for megabytes. */
    private static final int THOROUGH = 1_000;

    private PersonalData() {}

    /** What is found, in the order of the text; no two overlap. */
    public static List<PersonalDatum> in(String text) {
        List<PersonalDatum> found = new ArrayList<>();
        int runs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                add(found, PersonalDatum.Type.EMAIL, EmailForm.around(text, i));
            } else if (c == ':' && mayBeIpv6(text, i)) {
                Span span = IpForm.ipv6Around(text, i);
                if (span != null) {
                    add(found, PersonalDatum.Type.IP, span);
                    i = span.end() - 1;
                }
            } else if (isLetter(c) && startsIban(text, i)) {
                Span span = IbanForm.at(text, i);
                if (span != null) {
                    add(found, PersonalDatum.Type.IBAN, span);
                    i = span.end() - 1;
                }
            } else if (DigitRun.mayStart(text, i)) {
                int behind = DigitRun.behindTooFew(text, i);
                if (behind > i) {
                    i = behind - 1;
                    continue;
                }
                DigitRun run = DigitRun.at(text, i);
                PersonalDatum datum = classify(run, runs++ < THOROUGH);
                if (datum != null) {
                    found.add(datum);
                }
                // Behind a card there may be a further one in the same run.
                i = (datum == null ? run.end() : datum.span().end()) - 1;
            }
        }
        found.sort(Comparator.comparingInt(datum -> datum.span().start()));
        return withoutOverlaps(found);
    }

    private static @Nullable PersonalDatum classify(DigitRun run, boolean thorough) {
        Span card = CardForm.in(run);
        if (card != null) {
            return new PersonalDatum(PersonalDatum.Type.CARD, card);
        }
        if (IpForm.isIpv4(run)) {
            Span ip = IpForm.ipv4In(run);
            return ip == null ? null : new PersonalDatum(PersonalDatum.Type.IP, ip);
        }
        Span ssn = SsnForm.in(run);
        if (ssn != null) {
            return new PersonalDatum(PersonalDatum.Type.SSN, ssn);
        }
        Span phone = PhoneForm.in(run, thorough);
        return phone == null ? null : new PersonalDatum(PersonalDatum.Type.PHONE, phone);
    }

    private static void add(List<PersonalDatum> found, PersonalDatum.Type type, @Nullable Span span) {
        if (span != null) {
            found.add(new PersonalDatum(type, span));
        }
    }

    /** An e-mail address may hold digits that look like something else. */
    private static List<PersonalDatum> withoutOverlaps(List<PersonalDatum> sorted) {
        List<PersonalDatum> kept = new ArrayList<>(sorted.size());
        for (PersonalDatum datum : sorted) {
            PersonalDatum last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || last.span().end() <= datum.span().start()) {
                kept.add(datum);
            } else if (datum.type().compareTo(last.type()) < 0) {
                kept.set(kept.size() - 1, datum);
            }
        }
        return kept;
    }

    /** Behind the first colon of an address another one stands, or a digit; behind that of a key in YAML, a blank. */
    private static boolean mayBeIpv6(String text, int colon) {
        if (colon + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(colon + 1);
        return next == ':' || (isHex(next) && colon > 0 && isHex(text.charAt(colon - 1)));
    }

    private static boolean startsIban(String text, int at) {
        return at + 3 < text.length()
                && isLetter(text.charAt(at + 1))
                && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3))
                && (at == 0 || !isWordPart(text.charAt(at - 1)));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
