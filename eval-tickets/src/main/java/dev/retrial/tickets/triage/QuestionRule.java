package dev.retrial.tickets.triage;

import static dev.retrial.suite.FailureClass.LOST_CONTEXT;

import dev.retrial.text.Span;
import dev.retrial.tickets.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code asked-again}: the agent asks for what it was given, or for the same thing twice. */
final class QuestionRule implements Rule {

    /** What agents ask for. */
    private enum Wanted {
        NUMBER,
        MAIL
    }

    @Override
    public void read(ReadTicket ticket, Findings findings) {
        Set<Wanted> given = EnumSet.noneOf(Wanted.class);
        Map<Wanted, Integer> asked = new EnumMap<>(Wanted.class);
        boolean customerAnswered = false;
        for (ReadTurn turn : ticket.turns) {
            if (turn.role() == Role.CUSTOMER) {
                customerAnswered = true;
                give(turn, given);
            } else if (turn.role() == Role.AI_AGENT) {
                for (int i = 0; i < turn.sentenceCount(); i++) {
                    Wanted wanted = wanted(turn, i);
                    if (wanted == null) {
                        continue;
                    }
                    Integer before = asked.get(wanted);
                    if (given.contains(wanted)) {
                        findings.add(
                                "asked-again",
                                LOST_CONTEXT,
                                turn,
                                span(turn, i),
                                before == null ? 0.5 : 0.7,
                                before == null ? turn.index : before);
                    } else if (before != null && before < turn.index && customerAnswered) {
                        findings.add("asked-again", LOST_CONTEXT, turn, span(turn, i), 0.4, turn.index);
                    }
                    asked.putIfAbsent(wanted, turn.index);
                }
                customerAnswered = false;
            }
        }
    }

    private static Span span(ReadTurn turn, int sentence) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < turn.scan.count; i++) {
            if (turn.scan.sentences[i] == sentence) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? new Span(0, 0) : new Span(turn.scan.starts[first], turn.scan.ends[last]);
    }

    /** What a sentence asks for, or null: a question or a request with the word for it. */
    private static @Nullable Wanted wanted(ReadTurn turn, int sentence) {
        boolean asks = turn.scan.isQuestion(sentence);
        Wanted wanted = null;
        WordScan scan = turn.scan;
        for (int i = 0; i < scan.count; i++) {
            if (scan.sentences[i] != sentence) {
                continue;
            }
            String word = scan.words[i];
            asks |= requests(word);
            if (isNumber(word)) {
                wanted = Wanted.NUMBER;
            } else if (wanted == null && isMail(word)) {
                wanted = Wanted.MAIL;
            }
        }
        return asks ? wanted : null;
    }

    private static boolean requests(String word) {
        return switch (word) {
            case "please",
                    "provide",
                    "share",
                    "need",
                    "require",
                    "bitte",
                    "nennen",
                    "ben\u00F6tige",
                    "brauche",
                    "veuillez",
                    "indiquer",
                    "communiquer",
                    "indique",
                    "facilite",
                    "necesito",
                    "proporcione" -> true;
            default -> false;
        };
    }

    private static boolean isNumber(String word) {
        return switch (word) {
            case "number",
                    "reference",
                    "code",
                    "id",
                    "numero",
                    "num\u00E9ro",
                    "n\u00FAmero",
                    "nummer",
                    "referencia",
                    "r\u00E9f\u00E9rence",
                    "referenz",
                    "c\u00F3digo" -> true;
            default -> word.endsWith("nummer");
        };
    }

    private static boolean isMail(String word) {
        return switch (word) {
            case "email", "mail", "correo", "courriel" -> true;
            default -> word.startsWith("mailadress");
        };
    }

    private static void give(ReadTurn turn, Set<Wanted> given) {
        if (turn.text.indexOf('@') >= 0) {
            given.add(Wanted.MAIL);
        }
        if (!given.contains(Wanted.NUMBER) && givesNumber(turn.scan)) {
            given.add(Wanted.NUMBER);
        }
    }

    /** {@code A-1042}, {@code NL48211}, {@code #4711}, "contract 48211"; no postcode, card or telephone number. */
    private static boolean givesNumber(WordScan scan) {
        String text = scan.text;
        for (int i = 0; i < scan.count; i++) {
            String word = scan.words[i];
            int digits = digits(word);
            if (digits < 3 || word.length() > 12 || digits > 9) {
                continue;
            }
            int start = scan.starts[i];
            boolean mixed = digits < word.length()
                    && Character.isLetter(word.charAt(0))
                    && Character.isDigit(word.charAt(word.length() - 1));
            boolean joined = start > 1
                    && text.charAt(start - 1) == '-'
                    && Character.isLetter(text.charAt(start - 2))
                    && digits == word.length();
            boolean numbered = start > 0 && text.charAt(start - 1) == '#';
            boolean named =
                    digits >= 4 && i > 0 && (isNumbered(scan.words[i - 1]) || (i > 1 && isNumbered(scan.words[i - 2])));
            if (mixed || joined || numbered || named) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumbered(String word) {
        return switch (word) {
            case "order",
                    "booking",
                    "contract",
                    "reservation",
                    "invoice",
                    "claim",
                    "case",
                    "ticket",
                    "account",
                    "bestellung",
                    "auftrag",
                    "vertrag",
                    "buchung",
                    "kundennummer",
                    "commande",
                    "dossier",
                    "contrat",
                    "pedido",
                    "reserva",
                    "contrato",
                    "factura" -> true;
            default -> isNumber(word);
        };
    }

    private static int digits(String word) {
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            digits += Character.isDigit(word.charAt(i)) ? 1 : 0;
        }
        return digits;
    }
}
