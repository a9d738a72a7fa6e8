package dev.retrial.mutants;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same words in another register, coarsely and in English: enough for a contract on the voice to notice. */
final class Voices {

    private static final String[][] LONG_AND_SHORT = {
        {"I am", "I'm"},
        {"I have", "I've"},
        {"I will", "I'll"},
        {"We are", "We're"},
        {"we are", "we're"},
        {"We have", "We've"},
        {"we have", "we've"},
        {"You are", "You're"},
        {"you are", "you're"},
        {"It is", "It's"},
        {"it is", "it's"},
        {"That is", "That's"},
        {"that is", "that's"},
        {"cannot", "can't"},
        {"do not", "don't"},
        {"does not", "doesn't"},
        {"is not", "isn't"},
    };

    private Voices() {}

    static boolean isCasual(String text) {
        if (text.indexOf('!') >= 0) {
            return true;
        }
        for (String[] pair : LONG_AND_SHORT) {
            if (text.contains(pair[1])) {
                return true;
            }
        }
        return false;
    }

    static String casual(String text) {
        String casual = text;
        for (String[] pair : LONG_AND_SHORT) {
            casual = replaced(casual, pair[0], pair[1]);
        }
        return "Hey! " + casual.stripTrailing() + " No worries, just ping us anytime!";
    }

    static String formal(String text) {
        String formal = text.replace('!', '.');
        for (String[] pair : LONG_AND_SHORT) {
            formal = replaced(formal, pair[1], pair[0]);
        }
        return "Dear Sir or Madam, " + formal.stripTrailing()
                + " We remain at your disposal should you require further assistance.";
    }

    private static String replaced(String text, String word, String other) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(other));
    }
}
