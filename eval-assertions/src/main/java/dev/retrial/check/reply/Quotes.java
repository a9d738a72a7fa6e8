package dev.retrial.check.reply;

import dev.retrial.text.Excerpt;
import dev.retrial.text.Phrase;
import java.util.List;

/** Phrases as a message shows them. */
final class Quotes {

    private Quotes() {}

    static String list(List<Phrase> phrases) {
        if (phrases.size() == 1) {
            return Excerpt.quoted(phrases.get(0).written());
        }
        StringBuilder list = new StringBuilder("any of ");
        for (int i = 0; i < phrases.size(); i++) {
            list.append(i == 0 ? "" : ", ").append(Excerpt.quoted(phrases.get(i).written()));
        }
        return list.toString();
    }
}
