package dev.retrial.tickets.read.desk;

import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as plain text: markup becomes line breaks and list signs, a link keeps its address, and history and signature are left
 * out where the markup or a well-known line says that it is one.
 */
@API(status = API.Status.INTERNAL)
public final class MessageText {

    /** Markup beyond this is only rid of its tags, since a tree of it would cost too much. */
    private static final int PARSED = 1 << 20;

    private static final Evaluator QUOTES = QueryParser.parse(
            "blockquote[type=cite], div.gmail_quote, blockquote.gmail_quote, div.gmail_extra,"
                    + " div.yahoo_quoted, div.moz-cite-prefix, div.freshdesk_quote, div.zd_quoted, div.zendesk_quote,"
                    + " div.gmail_signature, div.moz-signature, div.freddy_signature, #Signature, #ms-outlook-mobile-signature");

    /** Outlook writes history beside its header and not within it. */
    private static final Evaluator HEADERS =
            QueryParser.parse("#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container");

    /** One of these stands in all markup that the two above find anything in; most has none, and need not be searched. */
    private static final List<String> CUES = List.of(
            "blockquote",
            "_quote",
            "gmail_extra",
            "yahoo_quoted",
            "zd_quoted",
            "moz-",
            "ignature",
            "divRplyFwdMsg",
            "appendonsend",
            "mail-editor");

    /** A tag, which an address in angle brackets is not. */
    private static final Pattern TAG = Pattern.compile("<(?:!--|/?[a-zA-Z][a-zA-Z0-9]{0,30}(?:\\s[^<>]{0,2000})?/?>)");

    private static final Pattern STRIPPED = Pattern.compile("<[a-zA-Z/!][^<>]{0,2000}>");

    private MessageText() {}

    /** Whether a text is markup: it has a tag. */
    public static boolean isHtml(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find();
    }

    /** The text of a body that may be markup or not. */
    public static String of(@Nullable String body) {
        if (body == null) {
            return "";
        }
        return isHtml(body) ? html(body) : plain(body);
    }

    /** The text of markup. */
    public static String html(String html) {
        if (html.length() > PARSED) {
            return plain(STRIPPED.matcher(html).replaceAll(" "));
        }
        Document document = Jsoup.parse(html);
        Lines all = new Lines();
        document.body().traverse(all);
        String whole = tidy(all.text());
        if (CUES.stream().noneMatch(html::contains)) {
            return QuotedHistory.without(whole);
        }
        document.select(QUOTES).remove();
        for (Element header : document.select(HEADERS)) {
            for (Element after = header.nextElementSibling(); after != null; after = header.nextElementSibling()) {
                after.remove();
            }
            header.remove();
        }
        Lines own = new Lines();
        document.body().traverse(own);
        String said = tidy(own.text());
        return QuotedHistory.without(said.isEmpty() ? whole : said);
    }

    /** A plain text without history. */
    public static String plain(String text) {
        return QuotedHistory.without(tidy(text));
    }

    /** One kind of line break, no control characters, no blanks at line ends, no runs of empty lines. */
    static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int breaks = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                while (out.length() > 0 && out.charAt(out.length() - 1) == ' ' && !signature(out)) {
                    out.setLength(out.length() - 1);
                }
                if (breaks < 2) {
                    out.append('\n');
                }
                breaks++;
                continue;
            }
            if (c == '\t' || c == '\u00a0') {
                c = ' ';
            } else if (Character.isISOControl(c) || c == '\ufeff' || c == '\u200b') {
                continue;
            } else if (Character.isSurrogate(c) && !paired(text, i)) {
                c = '\ufffd';
            }
            out.append(c);
            if (c != ' ') {
                breaks = 0;
            }
        }
        return out.toString().strip();
    }

    /** Whether the text ends in the line {@code "-- "}, whose blank is what makes it a signature's. */
    private static boolean signature(StringBuilder out) {
        int end = out.length();
        return end >= 3
                && out.charAt(end - 2) == '-'
                && out.charAt(end - 3) == '-'
                && (end == 3 || out.charAt(end - 4) == '\n');
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** Markup as lines. */
    private static final class Lines implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();
        private int silent;
        private int kept;

        String text() {
            return out.toString();
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (silent == 0) {
                    words(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "script", "style", "title", "template", "noscript" -> silent++;
                    case "pre", "textarea" -> {
                        kept++;
                        out.append('\n');
                    }
                    case "br" -> out.append('\n');
                    case "li" -> out.append("\n- ");
                    case "td", "th" -> out.append(' ');
                    case "img" -> {
                        String alt = element.attr("alt").strip();
                        if (!alt.isEmpty() && silent == 0) {
                            out.append('[').append(alt).append(']');
                        }
                    }
                    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr" -> out.append("\n\n");
                    case "div", "tr", "ul", "ol", "section", "article", "header", "footer" -> out.append('\n');
                    default -> {
                        // Everything else stands within its line.
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            switch (element.normalName()) {
                case "script", "style", "title", "template", "noscript" -> silent--;
                case "pre", "textarea" -> {
                    kept--;
                    out.append('\n');
                }
                case "a" -> address(element);
                case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "ul", "ol" -> out.append("\n\n");
                case "div", "tr", "section", "article", "header", "footer" -> out.append('\n');
                default -> {
                    // Everything else stands within its line.
                }
            }
        }

        /** A link says where it leads, for an invented address is a failure that a case may be about. */
        private void address(Element link) {
            String to = link.attr("href").strip();
            boolean web = to.regionMatches(true, 0, "http://", 0, 7) || to.regionMatches(true, 0, "https://", 0, 8);
            if (web && silent == 0 && to.length() <= 2_000) {
                String words = link.text().strip();
                String bare = words.endsWith("/") ? words.substring(0, words.length() - 1) : words;
                if (bare.isEmpty() || !to.contains(bare)) {
                    out.append(words.isEmpty() ? "" : " ")
                            .append('(')
                            .append(to)
                            .append(')');
                }
            }
        }

        private void words(String text) {
            if (kept > 0) {
                out.append(text);
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                    char last = out.length() == 0 ? '\n' : out.charAt(out.length() - 1);
                    if (last != ' ' && last != '\n') {
                        out.append(' ');
                    }
                } else {
                    out.append(c);
                }
            }
        }
    }
}
