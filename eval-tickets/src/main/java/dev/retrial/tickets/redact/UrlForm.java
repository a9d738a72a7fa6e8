package dev.retrial.tickets.redact;

import java.util.List;

/** Web addresses: the page stays, since a ticket may be about it, and what tells who looked at it goes. */
final class UrlForm {

    private static final int LONGEST = 4_000;
    private static final int TOKEN = 16;

    private UrlForm() {}

    static void find(String text, Surrogates surrogates, List<Hit> hits) {
        int end;
        // An address within another is a part of that.
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", end)) {
            end = at + 3;
            while (end < text.length() && end - at < LONGEST && isPart(text.charAt(end))) {
                end++;
            }
            int last = end;
            while (last > at + 3 && ".,;:!?)]}'\"".indexOf(text.charAt(last - 1)) >= 0) {
                last--;
            }
            address(text, at + 3, last, surrogates, hits);
        }
    }

    private static boolean isPart(char c) {
        return c > ' ' && c != '<' && c != '>' && c != '"' && c != '|' && c != '\u00A0' && c != '`';
    }

    private static void address(String text, int start, int end, Surrogates surrogates, List<Hit> hits) {
        int path = start;
        while (path < end && "/?#".indexOf(text.charAt(path)) < 0) {
            path++;
        }
        int user = path - 1;
        while (user >= start && text.charAt(user) != '@') {
            user--;
        }
        if (user >= start) {
            hits.add(new Hit(start, path, EntityType.URL, 0.95, surrogates.domain(text.substring(user + 1, path))));
        }
        int query = path;
        while (query < end && "?#".indexOf(text.charAt(query)) < 0) {
            query++;
        }
        segments(text, path, query, hits);
        parameters(text, query, end, hits);
    }

    /** Of a path, what looks like a key: long, with digits. */
    private static void segments(String text, int from, int to, List<Hit> hits) {
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || text.charAt(at) == '/') {
                if (at - start >= TOKEN && isToken(text, start, at)) {
                    hits.add(new Hit(start, at, EntityType.URL, 0.9));
                }
                start = at + 1;
            }
        }
    }

    private static boolean isToken(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            digits += Letters.isDigit(c) ? 1 : 0;
            if (c == '.' || c == ' ') {
                return false;
            }
        }
        return digits >= 3;
    }

    /** Values of a query and a fragment with one; their names stay. */
    private static void parameters(String text, int from, int to, List<Hit> hits) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '=') {
                int end = at + 1;
                while (end < to && "&#;".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                if (end > at + 1) {
                    hits.add(new Hit(at + 1, end, EntityType.URL, 0.96));
                }
                at = end;
            } else if ((text.charAt(at) == '?' || text.charAt(at) == '#')
                    && to - at > TOKEN
                    && !text.substring(at, to).contains("=")) {
                hits.add(new Hit(at + 1, to, EntityType.URL, 0.96));
                return;
            }
        }
    }
}
