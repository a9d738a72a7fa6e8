package dev.retrial.tickets.redact;

import dev.retrial.tickets.redact.KnownParties.NamePart;
import dev.retrial.tickets.redact.KnownParties.Phrase;
import java.util.List;

/** Finds in a text whom the ticket is known to be about, at whole words and never inside one. */
final class KnownHits {

    private static final double CERTAIN = 1.0;

    private final KnownParties known;

    KnownHits(KnownParties known) {
        this.known = known;
    }

    void find(String text, List<Hit> hits) {
        names(text, hits);
        String lower = Letters.lower(text);
        for (Phrase phrase : known.phrases()) {
            String wanted = phrase.exact() == null ? phrase.lower() : phrase.exact();
            String in = phrase.exact() == null ? lower : text;
            all(in, text, wanted, phrase.type(), hits);
        }
        for (String name : known.standing()) {
            all(text, text, name, EntityType.PERSON, hits);
        }
        phones(text, hits);
    }

    private static void all(String in, String text, String wanted, EntityType type, List<Hit> hits) {
        for (int at = in.indexOf(wanted); at >= 0; at = in.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if (Letters.isWhole(text, at, end)) {
                hits.add(new Hit(at, end, type, CERTAIN));
                at = end - 1;
            }
        }
    }

    private void names(String text, List<Hit> hits) {
        int lastEnd = -1;
        boolean lastKnown = false;
        for (int at = 0; at < text.length(); at++) {
            int end = Letters.end(text, at);
            if (end == at) {
                continue;
            }
            if (end - at <= 60) {
                String word = text.substring(at, end);
                String folded = Letters.fold(word);
                NamePart part = known.part(folded);
                if (part != null
                        && (!part.common() || isName(text, at, end, word, lastKnown && gap(text, lastEnd, at)))) {
                    hits.add(new Hit(at, end, EntityType.PERSON, CERTAIN));
                    initial(text, at, hits);
                    lastKnown = true;
                    lastEnd = end;
                } else {
                    if (part == null && known.joined(folded) != null) {
                        hits.add(new Hit(at, end, EntityType.PERSON, CERTAIN));
                    }
                    lastKnown = false;
                }
            }
            at = end;
        }
    }

    /** A word that is a usual one too is a name where it is written as one, and no sentence begins with it. */
    private boolean isName(String text, int start, int end, String word, boolean behindName) {
        if ((behindName && (Letters.isCapitalised(word) || isLowerBefore(text, start))) || beforeName(text, end)) {
            return true;
        }
        if (!Letters.isCapitalised(word)
                || (word.length() > 2 && Letters.isUpper(word) && isShouted(text, start, end))) {
            return false;
        }
        return !Sentence.begins(text, start) || Sentence.isAddress(text, end);
    }

    /** Whether the word before is in lower case, so that the case of this one says nothing: "will smith", and not "Mark will". */
    private static boolean isLowerBefore(String text, int start) {
        int at = start - 1;
        while (at > 0 && !Letters.isLetter(text.charAt(at))) {
            at--;
        }
        while (at > 0 && Letters.isLetter(text.charAt(at - 1))) {
            at--;
        }
        return at >= 0 && Character.isLowerCase(text.charAt(at));
    }

    private boolean beforeName(String text, int end) {
        int next = end;
        while (next < text.length()
                && (text.charAt(next) == ' ' || text.charAt(next) == '.' || text.charAt(next) == '-')) {
            next++;
        }
        if (next == end || next - end > 2) {
            return false;
        }
        int nextEnd = Letters.end(text, next);
        return nextEnd > next
                && nextEnd - next <= 60
                && known.part(Letters.fold(text.substring(next, nextEnd))) != null;
    }

    private static boolean gap(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" .-_,".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return to - from <= 2;
    }

    /** Whether the words around it are in capitals too, so that capitals say nothing. */
    private static boolean isShouted(String text, int start, int end) {
        for (int at = Math.max(0, start - 20); at < Math.min(text.length(), end + 20); at++) {
            if ((at < start || at >= end) && Character.isLowerCase(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** "D. Whitfield": the initial goes with the name. */
    private static void initial(String text, int start, List<Hit> hits) {
        int at = start - 1;
        if (at >= 2
                && text.charAt(at) == ' '
                && text.charAt(at - 1) == '.'
                && Character.isUpperCase(text.charAt(at - 2))
                && (at == 2 || !Letters.isWordPart(text.charAt(at - 3)))) {
            hits.add(new Hit(at - 2, at - 1, EntityType.PERSON, CERTAIN));
        }
    }

    private void phones(String text, List<Hit> hits) {
        if (known.phones().isEmpty()) {
            return;
        }
        for (int at = 0; at < text.length(); at++) {
            if (Letters.isDigit(text.charAt(at))) {
                at = phone(text, at, hits);
            }
        }
    }

    /** Looks for known numbers in the digits that begin here, whatever stands between them, and returns where they end. */
    private int phone(String text, int start, List<Hit> hits) {
        StringBuilder digits = new StringBuilder();
        int[] places = new int[64];
        int at = start;
        int gap = 0;
        while (at < text.length() && gap <= 3 && digits.length() < places.length) {
            char c = text.charAt(at);
            if (Letters.isDigit(c)) {
                places[digits.length()] = at;
                digits.append(c);
                gap = 0;
            } else if (" -./()\u00A0\u202F\u2011\u2013".indexOf(c) >= 0) {
                gap++;
            } else {
                break;
            }
            at++;
        }
        for (String phone : known.phones()) {
            int found = digits.indexOf(phone);
            if (found >= 0) {
                // What stands before it is its country's or area's number where it is short.
                int first = found <= 6 ? 0 : found;
                int from = places[first];
                while (from > 0 && (text.charAt(from - 1) == '+' || text.charAt(from - 1) == '(')) {
                    from--;
                }
                hits.add(new Hit(from, places[found + phone.length() - 1] + 1, EntityType.PHONE, CERTAIN));
            }
        }
        return digits.length() == 0 ? start : places[digits.length() - 1];
    }
}
