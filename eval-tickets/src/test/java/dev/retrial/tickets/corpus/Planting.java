package dev.retrial.tickets.corpus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SeenCall;
import dev.retrial.tickets.SupportTicket;
import dev.retrial.tickets.TicketTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plants identities wherever a ticket can hold one, and remembers where. */
final class Planting {

    private final Persona persona;
    private final Scene scene;
    private final Random random;
    private final List<Canary> planted = new ArrayList<>();

    Planting(Persona persona, Scene scene, Random random) {
        this.persona = persona;
        this.scene = scene;
        this.random = random;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void plant(String type, String value, String place, boolean cued) {
        planted.add(new Canary(type, value, place, cued));
    }

    /** A customer's first message with what people write into one without a thought. */
    String message(String text) {
        StringBuilder message = new StringBuilder(text);
        if (chance(12)) {
            message.append(say(
                            " My card is ", " Meine Karte: ", " Ma carte : ", " Mi tarjeta: ", " \u30AB\u30FC\u30C9: "))
                    .append(persona.get("card"))
                    .append('.');
            plant("card", persona.get("card"), "body", true);
        }
        if (chance(8)) {
            message.append(" IBAN ").append(persona.get("iban")).append('.');
            plant("iban", persona.get("iban"), "body", true);
        }
        if (chance(12)) {
            message.append(say(" I live at ", " Ich wohne hier: ", " J'habite ", " Vivo en ", " \u4F4F\u6240: "))
                    .append(persona.get("address"))
                    .append('.');
            plant("address", persona.get("address"), "body", true);
        }
        if (chance(8)) {
            message.append(" API key: ").append(persona.get("key")).append('.');
            plant("key", persona.get("key"), "body", true);
        }
        if (chance(8) && scene.language().equals("en")) {
            message.append(' ').append(persona.get("other")).append(" has seen it too.");
            plant("name", persona.get("other"), "body", false);
        }
        if (chance(35)) {
            message.append(say(
                            "\n\nBest regards,\n",
                            "\n\nViele Gr\u00FC\u00DFe\n",
                            "\n\nCordialement,\n",
                            "\n\nUn saludo,\n",
                            "\n\n"))
                    .append(persona.get("name"))
                    .append('\n')
                    .append(persona.get("phone"));
            plant("name", persona.get("name"), "signature", true);
            plant("phone", persona.get("phone"), "signature", true);
        }
        if (chance(10)) {
            message.append("\n\nOn Monday, ")
                    .append(persona.get("agentname"))
                    .append(" <")
                    .append(persona.get("agentmail"))
                    .append("> wrote:\n> Dear ")
                    .append(persona.get("name"))
                    .append(",\n> we have your address as ")
                    .append(persona.get("mail"))
                    .append('.');
            plant("name", persona.get("agentname"), "quote", true);
            plant("email", persona.get("agentmail"), "quote", true);
            plant("email", persona.get("mail"), "quote", true);
        }
        return message.toString();
    }

    private String say(String en, String de, String fr, String es, String ja) {
        return switch (scene.language()) {
            case "de" -> de;
            case "fr" -> fr;
            case "es" -> es;
            case "ja" -> ja;
            default -> en;
        };
    }

    List<String> files() {
        if (!chance(12)) {
            return List.of();
        }
        String file = "invoice_" + persona.get("last") + "_" + persona.get("first") + ".pdf";
        plant("name", persona.get("last"), "file", true);
        return List.of(file);
    }

    SeenCall call(SeenCall call) {
        if (call.arguments() instanceof ObjectNode arguments && chance(40)) {
            arguments.put("customer_email", persona.get("mail"));
            plant("email", persona.get("mail"), "argument", true);
        }
        return call;
    }

    void fields(Map<String, String> fields) {
        if (chance(25)) {
            fields.put("shipping_address", persona.get("name") + ", " + persona.get("address"));
            plant("name", persona.get("name"), "field", true);
            plant("address", persona.get("address"), "field", true);
        }
        if (chance(15)) {
            fields.put("callback_phone", persona.get("phone"));
            plant("phone", persona.get("phone"), "field", true);
        }
    }

    List<Party> parties(boolean noAgent) {
        List<Party> parties = new ArrayList<>();
        boolean phone = chance(50);
        parties.add(new Party(
                Authors.CUSTOMER,
                Role.CUSTOMER,
                List.of(persona.get("name")),
                List.of(persona.get("mail")),
                phone ? List.of(persona.get("phone")) : List.of(),
                null));
        parties.add(new Party(
                Authors.HUMAN,
                Role.HUMAN_AGENT,
                List.of(persona.get("agentname")),
                List.of(persona.get("agentmail")),
                List.of(),
                null));
        if (!noAgent) {
            parties.add(new Party(
                    Authors.AGENT,
                    Role.AI_AGENT,
                    List.of(Authors.AGENT_NAME),
                    List.of(Authors.AGENT_MAIL),
                    List.of(),
                    null));
        }
        plant("name", persona.get("name"), "party", true);
        plant("email", persona.get("mail"), "party", true);
        if (phone) {
            plant("phone", persona.get("phone"), "party", true);
        }
        return parties;
    }

    /** All that is in the ticket, with what its wordings name. */
    List<Canary> planted(SupportTicket ticket) {
        for (TicketTurn turn : ticket.turns()) {
            named(turn.text(), "other", "name", false);
            named(turn.text(), "othermail", "email", true);
            named(turn.text(), "name", "name", true);
            named(turn.text(), "mail", "email", true);
            named(turn.text(), "agentname", "name", true);
        }
        return planted.stream().distinct().toList();
    }

    private void named(String text, String key, String type, boolean cued) {
        boolean known = planted.stream()
                .anyMatch(canary -> canary.value().equals(persona.get(key))
                        && canary.place().equals("body"));
        if (!known && text.contains(persona.get(key))) {
            plant(type, persona.get(key), "body", cued);
        }
    }
}
