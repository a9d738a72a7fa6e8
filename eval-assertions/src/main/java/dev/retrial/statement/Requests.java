package dev.retrial.statement;

import dev.retrial.statement.Statements.Reading;
import dev.retrial.text.Phrase;
import dev.retrial.text.Span;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a reply asks the customer for something: by a question, a request or a need.
 *
 * <p>What only mentions it is no request: where something was sent to, what need not be given, what was asked before.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Requests {

    /** What asks by itself, wherever it stands before what is asked for. */
    private static final Cues NEEDS = Cues.of(
            "i need|we need|i'd need|we'd need|i'll need|we'll need|i will need|we will need|i would need|we would need"
                    + "|i require|we require|i still need|we still need|i just need|i only need|we just need|i'll just need"
                    + "|may i have|can i have|could i have|can we have|could we have|may we have|may i get|can i get"
                    + "|could i get|can we get|could we get|i'd like to have|looking for your|waiting for your|need to know"
                    + "|may i ask for|could i ask for|can i ask for|may i ask you for|could i ask you for|may i ask what"
                    + "|let me know|let us know|let me have|send me|send us|give me|give us|tell me|tell us|share with me"
                    + "|share with us|provide me|provide us|remind me|remind us|text me|e mail me|email me|reply with"
                    + "|respond with|get back to me with|get back to us with|come back to me with|missing your"
                    + "|help me with your|ask you for your|may i know|can i know|could i know|may i please have"
                    + "|could i please have|can i please have|may i also have|could i also have|do you have|is there a"
                    + "|have you got|do you remember|do you know|do you happen to have|are you able to provide"
                    + "|are you able to share|i am missing|i'm missing|all i need is|what i need is|going to need|gonna need|would you mind sharing|would you mind sending"
                    + "|would you mind giving|would you mind providing|would you mind confirming|mind sharing|mind sending",
            "ich brauche|ich ben\u00F6tige|wir brauchen|wir ben\u00F6tigen|ich br\u00E4uchte|wir br\u00E4uchten|brauche ich|ben\u00F6tige ich"
                    + "|brauchen wir|ben\u00F6tigen wir|br\u00E4uchte ich|br\u00E4uchten wir|wie lautet|wie ist|wie hei\u00DFt|nennen sie"
                    + "|senden sie|schicken sie|teilen sie|geben sie|verraten sie|best\u00E4tigen sie|\u00FCbermitteln sie|haben sie"
                    + "|darf ich|d\u00FCrfte ich|ich bitte um|bitte um|wir bitten um|mir fehlt|uns fehlt|fehlt mir|fehlt uns"
                    + "|lassen sie mir|lassen sie mich|lassen sie uns|sagen sie mir|sagen sie uns|gibt es eine",
            "merci de|merci d'|veuillez|pourriez vous|pouvez vous|j' aurais besoin|j' ai besoin|nous avons besoin"
                    + "|nous aurions besoin|il me faut|il nous faut|il me faudrait|il nous faudrait|me faudrait|me faut"
                    + "|donnez moi|envoyez moi|indiquez moi|communiquez moi|transmettez moi|donnez nous|envoyez nous"
                    + "|indiquez nous|communiquez nous|transmettez nous|puis je avoir|pourrais je avoir|pourrions nous avoir"
                    + "|avez vous|pr\u00E9cisez|rappelez moi|puis je vous demander|puis je conna\u00EEtre|pourrais je conna\u00EEtre"
                    + "|dites moi|il manque|il me manque|auriez vous|y a t il");

    /** These need a verb of giving with them, since they begin other requests too. */
    private static final Cues NEEDS_GIVING =
            Cues.of("veuillez|pourriez vous|pouvez vous|merci de|merci d'|haben sie die m\u00F6glichkeit");

    /** Verbs that hand something to whoever asks, as an order or behind "could you". */
    private static final Cues GIVING = Cues.of(
            "send|share|give|provide|tell|confirm|supply|state|specify|verify|type|paste|include|forward|post|submit|list"
                    + "|reply|respond|quote|remind|pass|drop|resend|spell|enter|repeat|mention|indicate",
            "schicken|schick|senden|sende|nennen|nenn|mitteilen|mitzuteilen|teilen|geben|gib|angeben|anzugeben|\u00FCbermitteln"
                    + "|best\u00E4tigen|verraten|durchgeben|durchzugeben|zukommen|hinterlassen|zusenden|zuzusenden|zuschicken"
                    + "|sagen|wiederholen|bereithalten|eingeben|mailen|schreiben",
            "indiquer|envoyer|communiquer|transmettre|donner|fournir|pr\u00E9ciser|confirmer|partager|rappeler|renvoyer"
                    + "|indiquez|envoyez|communiquez|transmettez|donnez|fournissez|confirmez|partagez|r\u00E9pondre|dire|saisir");

    private static final Cues ASKED_TO_GIVE = Cues.of(
            "could you|can you|would you|will you|may i ask you to|please|kindly|you to|you please|if you can|if you could"
                    + "|if you would|if you'd|mind|you can|you may|you could|able to|ask that you|to",
            "bitte|k\u00F6nnten sie|k\u00F6nnen sie|w\u00FCrden sie|m\u00F6chten sie|wenn sie|mir|uns|sie bitten|m\u00FCssten sie|sie mir|sie uns",
            "pourriez vous|pouvez vous|veuillez|merci de|merci d'|vous prie de|demander de|voudriez vous|svp|pla\u00EEt");

    /** Words that ask for what follows them. */
    private static final Cues ASKING = Cues.of(
            "what|which|what's|whats|under which|with which",
            "welche|welcher|welches|welchen|welchem|was ist|unter welcher|mit welcher|wie lautet|wie ist",
            "quel|quelle|quels|quelles|quel est|quelle est");

    /** What has not been asked after all: it is not needed, or it is told of the past. */
    private static final Cues NEEDLESS = Cues.of(
            "don't need|do not need|doesn't need|no need|needn't|not necessary|unnecessary|no longer need|never share"
                    + "|don't share|do not share|don't send|do not send|never send|don't have to|do not have to|won't need"
                    + "|will not need|never ask|won't ask|not ask|didn't need|did not need|without needing|no longer required"
                    + "|not required|isn't required|isn't needed|not needed|never give|don't give|do not give|never post"
                    + "|don't post|do not post|never need|aren't required|not have to",
            "nicht|kein|keine|keinen|nie|niemals|unn\u00F6tig|\u00FCberfl\u00FCssig|er\u00FCbrigt",
            "inutile|pas besoin|n' avez pas|ne|n'|pas n\u00E9cessaire|jamais|sans avoir|superflu");

    private static final Cues WOULD_HELP = Cues.of(
            "would help|would be helpful|would be great|is needed|is required|are required|is missing|is all i need"
                    + "|would be useful",
            "w\u00E4re hilfreich|w\u00FCrde helfen|fehlt|wird ben\u00F6tigt|ben\u00F6tigen wir|brauchen wir|brauche ich",
            "serait utile|est n\u00E9cessaire|est requis|nous serait utile|manque");

    private static final Cues PLACES = Cues.of(
            "to|at|on|from|with|under|by|in|via|using|into",
            "an|auf|bei|unter|zu|mit|per|von|\u00FCber|in|aus",
            "\u00E0|sur|avec|sous|par|dans|via|depuis");

    private static final Cues POSSESSIVES = Cues.of(
            "your|the|this|that|an|a|my|same|registered|our",
            "ihre|ihrer|ihren|ihr|ihrem|die|der|dem|diese|dieser|unsere|unserer|einer|eine",
            "votre|vos|l'|la|le|cette|une|un");

    private static final Cues OTHERS =
            Cues.of("the courier|the carrier|the store|the shop|your bank|your provider|anyone|others|third parties");

    private final Statements statements;

    private Requests(String text) {
        this.statements = Statements.of(text);
    }

    /** The first mention of one of these that asks for it, or null. */
    public static @Nullable Span find(String reply, List<Phrase> wanted) {
        Requests requests = null;
        Span first = null;
        for (Phrase phrase : wanted) {
            Span mention = phrase.find(reply);
            while (mention != null && (first == null || mention.start() < first.start())) {
                requests = requests == null ? new Requests(reply) : requests;
                if (requests.asks(mention)) {
                    first = mention;
                    break;
                }
                mention = phrase.find(reply, mention.end());
            }
        }
        return first;
    }

    private boolean asks(Span mention) {
        if (statements.isQuoted(mention.start(), mention.end())) {
            return false;
        }
        Reading reading = statements.readingAt(mention.start());
        Sentence sentence = reading.sentence();
        int from = sentence.wordAt(mention.start());
        int until = Math.min(sentence.size(), from + 1);
        while (until < sentence.size() && sentence.startOf(until) < mention.end()) {
            until++;
        }
        int start = part(reading, from);
        int end = partEnd(reading, from);
        if (isNeedless(sentence, start, end, reading)) {
            return false;
        }
        boolean question = sentence.isQuestion() && end == sentence.size();
        if (question && ASKING.isIn(sentence, start, Math.min(until, end))) {
            return true;
        }
        if (isPlace(sentence, start, from)) {
            return false;
        }
        return asksFor(sentence, start, from, until, end)
                || (WOULD_HELP.isIn(sentence, until, Math.min(end, until + 4))
                        && !reading.language().negators().isIn(sentence, start, from))
                || isShort(sentence, start, end, from, until, question);
    }

    /** Where the part of the sentence begins that could ask: behind the last break, or behind "and" or "but" with a subject. */
    private static int part(Reading reading, int word) {
        Clauses clauses = reading.clauses();
        int clause = clauses.of(word);
        while (clause > 0
                && clauses.join(clause) != Sentence.Gap.BREAK
                && clauses.kind(clause) != Clauses.Kind.CONTRAST
                && !endsPart(clauses, clause - 1)) {
            clause--;
        }
        return clauses.start(clause);
    }

    /** A full clause before a comma is a part of its own, unless it is a condition: "If you could send me your number, …". */
    private static boolean endsPart(Clauses clauses, int clause) {
        return clauses.join(clause + 1) == Sentence.Gap.COMMA
                && clauses.isFull(clause)
                && clauses.isFull(clause + 1)
                && clauses.kind(clause + 1) == Clauses.Kind.MAIN;
    }

    private static int partEnd(Reading reading, int word) {
        Clauses clauses = reading.clauses();
        int clause = clauses.of(word);
        while (clause + 1 < clauses.count()
                && clauses.join(clause + 1) != Sentence.Gap.BREAK
                && clauses.kind(clause + 1) != Clauses.Kind.CONTRAST
                && clauses.kind(clause + 1) != Clauses.Kind.CONDITION
                && !(clauses.join(clause + 1) == Sentence.Gap.COMMA && clauses.isFull(clause + 1))) {
            clause++;
        }
        return clauses.end(clause);
    }

    private static boolean isNeedless(Sentence sentence, int start, int end, Reading reading) {
        for (int i = start; i < end; i++) {
            if (NEEDLESS.lengthAt(sentence, i, end) > 0 && isOfLanguage(sentence.word(i), reading)) {
                return true;
            }
        }
        return false;
    }

    /** German "nicht" and French "ne" deny; the same letters elsewhere do not. */
    private static boolean isOfLanguage(String word, Reading reading) {
        return !(word.equals("ne") || word.equals("n'")) || reading.language().isFrench();
    }

    /** "to your e-mail address", "mit Ihrer Bestellnummer": where or by what means, and not what is asked for. */
    private static boolean isPlace(Sentence sentence, int start, int mention) {
        int at = mention - 1;
        while (at > start && mention - at <= 3 && POSSESSIVES.lengthAt(sentence, at) > 0) {
            at--;
        }
        return at >= start
                && PLACES.lengthAt(sentence, at) > 0
                && !(at > start
                        && (sentence.word(at - 1).equals("back")
                                || sentence.word(at - 1).equals("reply")
                                || sentence.word(at - 1).equals("respond")
                                || sentence.word(at - 1).equals("me")
                                || sentence.word(at - 1).equals("us")));
    }

    private static boolean asksFor(Sentence sentence, int start, int from, int until, int end) {
        for (int i = start; i < end; i++) {
            if (i >= from && i < until) {
                continue;
            }
            int need = NEEDS.lengthAt(sentence, i, i < from ? from : end);
            if (need > 0
                    && i < from
                    && (NEEDS_GIVING.lengthAt(sentence, i) == 0 || GIVING.isIn(sentence, i, end))
                    && !isAboutUs(sentence, i, from)) {
                return true;
            }
            if (GIVING.lengthAt(sentence, i) > 0
                    && (isOrder(sentence, start, i) || ASKED_TO_GIVE.isIn(sentence, Math.max(start, i - 9), i))
                    && !isOwnAct(sentence, start, i)
                    && !OTHERS.isIn(sentence, i, end)) {
                return true;
            }
        }
        return false;
    }

    /** "Do you have access to …", "do you know why …". */
    private static boolean isAboutUs(Sentence sentence, int cue, int mention) {
        for (int i = cue; i < mention; i++) {
            switch (sentence.word(i)) {
                case "access",
                        "why",
                        "whether",
                        "if",
                        "trouble",
                        "problem",
                        "problems",
                        "questions",
                        "changed",
                        "already" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Whether the verb begins its part, perhaps behind a word that only leads to it. */
    private static boolean isOrder(Sentence sentence, int start, int verb) {
        for (int i = start; i < verb; i++) {
            switch (sentence.word(i)) {
                case "please",
                        "kindly",
                        "so",
                        "then",
                        "first",
                        "and",
                        "also",
                        "just",
                        "simply",
                        "thanks",
                        "now",
                        "next",
                        "bitte",
                        "dann",
                        "alors",
                        "puis",
                        "or" -> {}
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** "I can confirm", "we share", "Let me give", "ich sende": what the agent does. */
    private static boolean isOwnAct(Sentence sentence, int start, int verb) {
        for (int i = verb - 1; i >= start && i >= verb - 8; i--) {
            switch (sentence.word(i)) {
                case "i", "we", "i'll", "we'll", "i'd", "we'd", "ich", "wir", "je", "j'", "nous", "i've", "we've" -> {
                    return true;
                }
                case "you", "sie", "vous", "please", "bitte" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /** "Your e-mail address?", "And the order number please." */
    private static boolean isShort(Sentence sentence, int start, int end, int from, int until, boolean question) {
        boolean asked = question;
        for (int i = start; i < end; i++) {
            if (i >= from && i < until) {
                continue;
            }
            switch (sentence.word(i)) {
                case "please", "bitte", "pla\u00EEt", "svp", "s'", "il", "vous", "pls" -> asked = true;
                case "your",
                        "the",
                        "a",
                        "and",
                        "also",
                        "again",
                        "number",
                        "id",
                        "address",
                        "order",
                        "account",
                        "email",
                        "phone",
                        "name",
                        "und",
                        "ihre",
                        "die",
                        "nochmals",
                        "et",
                        "votre",
                        "le",
                        "la",
                        "l'",
                        "or",
                        "full",
                        "no",
                        "hi",
                        "hello",
                        "thanks",
                        "just",
                        "first" -> {}
                default -> {
                    return false;
                }
            }
        }
        return asked;
    }

    /** The sentence in which this mention stands. */
    public static Span sentenceOf(String reply, Span mention) {
        Sentence sentence = Statements.of(reply).readingAt(mention.start()).sentence();
        return new Span(sentence.start(), Math.max(sentence.end(), mention.end()));
    }
}
