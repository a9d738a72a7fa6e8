package dev.retrial.check.catalogue;

import dev.retrial.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways to reach a company that replies invite to, each with the words by which a catalogue may have it. */
final class Channels {

    static final List<Channel> KNOWN = List.of(
            channel(
                    "phone hotline telephone call telefon t\u00E9l\u00E9phone",
                    "phone support",
                    "phone line",
                    "hotline",
                    "call us",
                    "give us a call",
                    "by phone",
                    "over the phone",
                    "telephone support",
                    "Telefon-Hotline",
                    "rufen Sie uns an",
                    "telefonisch",
                    "par t\u00E9l\u00E9phone",
                    "appelez-nous"),
            channel("chat", "live chat", "Live-Chat", "chat en direct", "chat support"),
            channel("whatsapp", "WhatsApp"),
            channel("sms text", "text us", "by SMS", "per SMS", "par SMS"),
            channel("fax", "by fax", "fax us", "per Fax", "par fax"),
            channel("slack", "Slack channel", "on Slack", "Slack community"),
            channel("discord", "Discord"),
            channel("telegram", "Telegram"),
            channel("messenger facebook", "Facebook Messenger"),
            channel("video zoom", "video call", "Zoom call"),
            channel("forum community", "community forum"));

    private Channels() {}

    /**
     * A way to reach a company.
     *
     * @param words words that a catalogue's name for it has
     * @param invitations by what a reply offers it
     */
    record Channel(List<String> words, List<Phrase> invitations) {

        /** Whether one of these names is this one's. */
        boolean isAmong(List<String> names) {
            for (String name : names) {
                String lower = name.toLowerCase(Locale.ROOT);
                for (String word : words) {
                    if (lower.contains(word)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static Channel channel(String words, String... invitations) {
        List<Phrase> phrases = new ArrayList<>();
        for (String invitation : invitations) {
            phrases.add(Phrase.inflected(invitation));
        }
        return new Channel(List.of(words.split(" ", -1)), phrases);
    }
}
