package dev.retrial.tickets.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.draft.Dialogue.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the customer states that an agent may ask for: numbers of orders and the like, e-mail addresses, and whatever the agent then passed to a tool.
 *
 * @param values by name, in the order in which they were stated
 * @param givenIn for each name the number of the message, from 0, that states it first
 */
record StatedFacts(Map<String, String> values, Map<String, Integer> givenIn) {

    private static final int MOST = 8;
    private static final int LONGEST = 60;

    /** The words around an identifier that say what it is of, and the fact's name. */
    private static final Map<String, String> CUES = cues();

    private static Map<String, String> cues() {
        Map<String, String> cues = new LinkedHashMap<>();
        cue(cues, "order_id", "order", "bestellung", "bestellnummer", "auftrag", "commande", "pedido", "注文");
        cue(cues, "invoice_id", "invoice", "rechnung", "rechnungsnummer", "facture", "factura", "請求書");
        cue(cues, "booking_id", "booking", "reservation", "buchung", "réservation", "reserva", "dossier", "予約");
        cue(cues, "account_id", "account", "konto", "kundennummer", "compte", "cuenta", "アカウント");
        cue(cues, "contract_id", "contract", "vertrag", "contrat", "contrato", "policy", "police", "póliza", "契約");
        cue(cues, "tracking_number", "tracking", "parcel", "package", "sendung", "paket", "colis", "paquete");
        cue(cues, "serial_number", "serial", "seriennummer", "série");
        cue(cues, "ticket_id", "ticket", "case", "vorgang");
        return cues;
    }

    private static void cue(Map<String, String> cues, String name, String... words) {
        for (String word : words) {
            cues.put(word, name);
        }
    }

    /** What is stated in a conversation. */
    static StatedFacts of(List<Exchange> exchanges) {
        StatedFacts facts = new StatedFacts(new LinkedHashMap<>(), new LinkedHashMap<>());
        List<SeenCall> calls = new ArrayList<>();
        exchanges.forEach(exchange -> calls.addAll(exchange.calls()));
        for (int i = 0; i < exchanges.size(); i++) {
            String said = exchanges.get(i).customer();
            for (SeenCall call : calls) {
                facts.addArguments(call.arguments(), said, i);
            }
            facts.addTokens(said, i);
        }
        return facts;
    }

    private void addArguments(@Nullable JsonNode arguments, String said, int message) {
        if (arguments == null || !arguments.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            String value =
                    argument.getValue().isValueNode() ? argument.getValue().asText() : "";
            boolean telling = value.length() >= 4 && value.chars().anyMatch(Character::isDigit) || value.contains("@");
            if (telling && said.contains(value) && isName(argument.getKey())) {
                add(argument.getKey(), value, message);
            }
        }
    }

    private static boolean isName(String key) {
        return !key.isEmpty()
                && key.length() <= 40
                && key.chars()
                        .allMatch(
                                c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_');
    }

    private void addTokens(String said, int message) {
        int at = 0;
        while (at < said.length()) {
            if (!isTokenPart(said.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < said.length() && isTokenPart(said.charAt(end))) {
                end++;
            }
            int from = at;
            at = end;
            while (end > from && !Character.isLetterOrDigit(said.charAt(end - 1))) {
                end--;
            }
            addToken(said, from, end, message);
        }
    }

    private static boolean isTokenPart(char c) {
        return Character.isLetterOrDigit(c) && c < 0x3040
                || c == '-'
                || c == '_'
                || c == '#'
                || c == '@'
                || c == '.'
                || c == '+';
    }

    private void addToken(String said, int from, int end, int message) {
        String token = said.substring(from, end);
        int sign = token.indexOf('@');
        if (sign > 0 && token.indexOf('.', sign) > 0 && token.length() <= LONGEST) {
            add("email", token, message);
            return;
        }
        String value = token.startsWith("#") ? token.substring(1) : token;
        long digits = value.chars().filter(Character::isDigit).count();
        if (sign >= 0 || value.length() > LONGEST || digits < 3 || value.indexOf('.') >= 0 || value.startsWith("+")) {
            return;
        }
        boolean mixed = value.chars().anyMatch(Character::isUpperCase);
        String name = name(said, from);
        if (name != null) {
            add(name, value, message);
        } else if (mixed && digits >= 3 || token.startsWith("#")) {
            add("reference", value, message);
        }
    }

    /** By the nearest word before it that says what it is of. */
    private static @Nullable String name(String said, int from) {
        String before = said.substring(Math.max(0, from - 40), from).toLowerCase(Locale.ROOT);
        String best = null;
        int nearest = -1;
        for (Map.Entry<String, String> cue : CUES.entrySet()) {
            int at = before.lastIndexOf(cue.getKey());
            boolean startsWord = at == 0 || at > 0 && !Character.isLetter(before.charAt(at - 1));
            boolean sameSentence = at >= 0 && before.indexOf(". ", at) < 0 && before.indexOf('\n', at) < 0;
            if (startsWord && sameSentence && at > nearest) {
                nearest = at;
                best = cue.getValue();
            }
        }
        return best;
    }

    private void add(String name, String value, int message) {
        if (values.size() >= MOST || values.containsValue(value)) {
            return;
        }
        String free = name;
        for (int i = 2; values.containsKey(free); i++) {
            free = name + "_" + i;
        }
        values.put(free, value);
        givenIn.put(free, message);
    }

    /** The names of what a message states first. */
    List<String> givenIn(int message) {
        List<String> names = new ArrayList<>();
        givenIn.forEach((name, in) -> {
            if (in == message) {
                names.add(name);
            }
        });
        return names;
    }
}
