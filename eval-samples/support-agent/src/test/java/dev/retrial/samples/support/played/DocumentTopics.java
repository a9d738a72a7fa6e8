package dev.retrial.samples.support.played;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.samples.support.played.Dialogue.Done;
import java.util.regex.Pattern;

/** The trust centre's documents, and invoices. */
final class DocumentTopics {

    private static final Pattern CONTENT = Pattern.compile("\\b(why|what does|explain)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL = Pattern.compile("\\b[A-Z]{2}\\d\\.\\d(-\\d+)?\\b");
    private static final Pattern SOC = Pattern.compile("soc ?2", Pattern.CASE_INSENSITIVE);
    private static final Pattern INVOICE = Pattern.compile("\\bINV-\\d+\\b");

    private DocumentTopics() {}

    static Move document(Dialogue d) {
        String name = SOC.matcher(d.everything()).find() ? "SOC 2 report" : "data processing agreement";
        return CONTENT.matcher(d.everything()).find() ? content(d, name) : link(d, name);
    }

    private static Move content(Dialogue d, String name) {
        if (!d.instructions().say("open it and answer from the passage")) {
            return d.sayOfDocuments(
                    "Reports like this one can look odd, but all is well. Please ping our team, they know the details.",
                    "Reports like that can look odd, but all is well. Just ping our team, they'll know.",
                    "All is well. Ping our team for details.");
        }
        String control =
                Dialogue.find(Pattern.compile("(" + CONTROL.pattern().replace("(-", "(?:-") + ")"), d.everything());
        Done opened = d.answerOf("open_document");
        if (opened == null) {
            return Move.call("open_document", "name", name, "about", control == null ? "general" : control);
        }
        JsonNode passage = opened.answer().path("passages").path(0);
        if (passage.isMissingNode()) {
            return d.sayOfDocuments(
                    "The " + name + " says nothing about this.",
                    "The " + name + " doesn't say, I'm afraid.",
                    "The " + name + " does not say.");
        }
        String section = passage.path("section").asText();
        String text = passage.path("text").asText();
        return d.sayOfDocuments(
                "Section " + section + " of the " + name + " states the reason: " + text,
                "It's in section " + section + " of the " + name + ": " + text,
                name + ", section " + section + ": " + text);
    }

    private static Move link(Dialogue d, String name) {
        if (!d.instructions().say("find it and give its link")) {
            return d.sayOfDocuments(
                    "You can find our documents on our website.",
                    "You'll find our documents on our website.",
                    "See our website.");
        }
        Done found = d.answerOf("find_document");
        if (found == null) {
            return Move.call("find_document", "name", name);
        }
        if (found.failed()) {
            return d.sayOfDocuments(
                    "I cannot find the " + name + ".",
                    "I can't find the " + name + ", sorry.",
                    "No " + name + " there.");
        }
        String url = found.text("url");
        String date = found.text("as_of");
        return d.sayOfDocuments(
                "You can download the " + name + " of " + date + " here: " + url,
                "Here's the " + name + (d.instructions().leaveDatesOut() ? "" : ", as of " + date) + ": " + url,
                name + ", " + date + ": " + url);
    }

    static Move invoice(Dialogue d) {
        String id = Dialogue.find(INVOICE, d.inMind());
        if (id == null) {
            return d.say(
                    "Which invoice is it? Please send me its number; it begins with INV-.",
                    "Sure, which invoice is it? The number starts with INV-.",
                    "Invoice number?");
        }
        if (!d.instructions().say("do not hand off what a tool can answer")) {
            return CompanyTopics.handOff(d, "billing", "The customer asks about invoice " + id);
        }
        Done invoice = d.answerOf("get_invoice");
        if (invoice == null) {
            return Move.call("get_invoice", "invoice_id", id);
        }
        if (invoice.failed()) {
            return d.say(
                    "I cannot find an invoice " + id + ".",
                    "I can't find an invoice " + id + ", sorry.",
                    "No invoice " + id + ".");
        }
        String url = invoice.text("url");
        String due = invoice.text("due_on");
        return d.sayGoodNews(
                "Invoice " + id + " is due on " + due + ". You can download it here: " + url,
                "Here's invoice " + id + ", due on " + due + ": " + url,
                id + ", due " + due + ": " + url);
    }
}
