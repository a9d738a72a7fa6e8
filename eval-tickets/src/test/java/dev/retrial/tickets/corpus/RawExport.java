package dev.retrial.tickets.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Party;
import dev.retrial.tickets.Role;
import dev.retrial.tickets.SupportTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tickets of a help desk as its interface returns them: files by the path of the request, a hundred tickets a page. */
public final class RawExport {

    /** What an AI agent says in a help desk that marks it, and how tickets are paged. */
    static final int PAGE = 100;

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, String> files = new LinkedHashMap<>();

    private RawExport() {}

    /**
     * The files of one help desk.
     *
     * @param system {@code zendesk}, {@code intercom}, {@code freshdesk} or {@code helpscout}
     * @param tickets tickets, of which those of other help desks are passed over
     */
    public static Map<String, String> of(String system, List<Labelled> tickets) {
        RawExport export = new RawExport();
        List<SupportTicket> own = tickets.stream()
                .map(Labelled::ticket)
                .filter(ticket -> ticket.system().equals(system))
                .toList();
        for (int from = 0; from < own.size(); from += PAGE) {
            List<SupportTicket> page = own.subList(from, Math.min(own.size(), from + PAGE));
            boolean last = from + PAGE >= own.size();
            switch (system) {
                case "zendesk" -> RawZendesk.write(export, page, from / PAGE, last);
                case "intercom" -> RawIntercom.write(export, page);
                case "freshdesk" -> RawFreshdesk.write(export, page, from / PAGE);
                case "helpscout" -> RawHelpScout.write(export, page, from / PAGE);
                default -> throw new IllegalArgumentException(system);
            }
        }
        return export.files;
    }

    /** Writes the files of one help desk below a directory. */
    public static void write(Path directory, String system, List<Labelled> tickets) throws IOException {
        for (Map.Entry<String, String> file : of(system, tickets).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    void add(String path, JsonNode json) {
        files.put(path, json.toPrettyString());
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static Party party(SupportTicket ticket, Role role) {
        return ticket.parties().stream()
                .filter(party -> party.role() == role)
                .findFirst()
                .orElseGet(() -> new Party(null, role, List.of(""), List.of(""), List.of(), null));
    }

    static String name(SupportTicket ticket, Role role) {
        return party(ticket, role).names().get(0);
    }

    static String mail(SupportTicket ticket, Role role) {
        return party(ticket, role).emails().get(0);
    }

    static @Nullable String phone(SupportTicket ticket) {
        List<String> phones = party(ticket, Role.CUSTOMER).phones();
        return phones.isEmpty() ? null : phones.get(0);
    }

    /** The number of the person in this role, of which each ticket has its own. */
    static long number(SupportTicket ticket, Role role) {
        long id = Long.parseLong(ticket.id()) % 10_000_000;
        return switch (role) {
            case AI_AGENT -> Long.parseLong(Authors.AGENT);
            case CUSTOMER -> 50_000_000 + id;
            default -> 70_000_000 + id;
        };
    }

    /** The text as the help desks' markup has it. */
    static String html(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("\n\n")) {
            paragraphs.add("<p>"
                    + paragraph
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replace("\n", "<br>")
                    + "</p>");
        }
        return String.join("", paragraphs);
    }
}
