package dev.retrial.tickets.read.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retrial.tickets.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Somebody whom an export names, gathered from wherever it does. */
@API(status = API.Status.INTERNAL)
public final class Who {

    private final @Nullable String id;
    private @Nullable Role role;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> emails = new LinkedHashSet<>();
    private final Set<String> phones = new LinkedHashSet<>();
    private @Nullable String organisation;

    /** Nobody in particular yet. */
    public Who(@Nullable String id) {
        this.id = id;
    }

    /** The id, or null. */
    public @Nullable String id() {
        return id;
    }

    /** The side, or null where it is not known. */
    public @Nullable Role role() {
        return role;
    }

    /** Sets the side where it is known. */
    public Who role(@Nullable Role side) {
        if (side != null) {
            role = side;
        }
        return this;
    }

    /** A name, unless there is none. */
    public Who name(@Nullable String name) {
        return add(names, name);
    }

    /** A name in two parts, either of which may be missing. */
    public Who name(@Nullable String first, @Nullable String last) {
        if (first != null && last != null) {
            return name(first.strip() + " " + last.strip());
        }
        return name(first).name(last);
    }

    /** An address, unless there is none. */
    public Who email(@Nullable String email) {
        return add(emails, email);
    }

    /** A number, unless there is none. */
    public Who phone(@Nullable String phone) {
        return add(phones, phone);
    }

    /** The organisation's name, where it is known. */
    public Who organisation(@Nullable String name) {
        if (name != null && !name.isBlank()) {
            organisation = name.strip();
        }
        return this;
    }

    /** The names so far. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The addresses so far. */
    public List<String> emails() {
        return List.copyOf(emails);
    }

    /** The numbers so far. */
    public List<String> phones() {
        return List.copyOf(phones);
    }

    /** The organisation, or null. */
    public @Nullable String organisation() {
        return organisation;
    }

    /** Whether anything but the id is known. */
    public boolean isKnown() {
        return !names.isEmpty() || !emails.isEmpty() || !phones.isEmpty() || organisation != null;
    }

    /** What another record says of the same. */
    public Who add(Who other) {
        names.addAll(other.names);
        emails.addAll(other.emails);
        phones.addAll(other.phones);
        role(other.role);
        return organisation(other.organisation);
    }

    /** As JSON, to be put aside. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (role != null) {
            json.put("role", role.name());
        }
        array(json, "names", names);
        array(json, "emails", emails);
        array(json, "phones", phones);
        if (organisation != null) {
            json.put("organisation", organisation);
        }
        return json;
    }

    /** From the JSON that {@link #json()} gave. */
    public static Who of(String id, ObjectNode json) {
        Who who = new Who(id);
        if (json.has("role")) {
            who.role(Role.valueOf(json.get("role").asText()));
        }
        texts(json, "names").forEach(who::name);
        texts(json, "emails").forEach(who::email);
        texts(json, "phones").forEach(who::phone);
        return who.organisation(json.path("organisation").asText(null));
    }

    private static void array(ObjectNode json, String key, Set<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(key);
            texts.forEach(array::add);
        }
    }

    private static List<String> texts(ObjectNode json, String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : json.path(key)) {
            texts.add(text.asText());
        }
        return texts;
    }

    private Who add(Set<String> to, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            to.add(text.strip());
        }
        return this;
    }
}
