package dev.retrial.tickets.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.retrial.check.leak.PersonalData;
import dev.retrial.check.leak.PersonalDatum;
import dev.retrial.check.leak.Secrets;
import dev.retrial.text.Span;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replaces in each text of one ticket what belongs to people. */
final class TextRedaction implements TicketRewrite.Visitor {

    private static final int MOST_UNCERTAIN = 500;
    private static final Set<String> PLACES = Set.of("lat", "lng", "lon", "latitude", "longitude");

    private final RedactionSettings settings;
    private final PersonalKeys keys;
    private final OwnLists lists;
    private final List<EntityRecognizer> recognizers;
    private final KnownParties parties;
    private final KnownHits known;
    private final Surrogates surrogates;
    private final DateShift dates;
    private final NumberGuesses numbers;
    private final UnaryOperator<String> ids;
    private final Map<EntityType, Integer> counts = new EnumMap<>(EntityType.class);
    private final List<Uncertain> uncertain = new ArrayList<>();

    TextRedaction(
            RedactionSettings settings,
            PersonalKeys keys,
            OwnLists lists,
            List<EntityRecognizer> recognizers,
            KnownParties parties,
            Surrogates surrogates,
            DateShift dates,
            UnaryOperator<String> ids) {
        this.settings = settings;
        this.keys = keys;
        this.lists = lists;
        this.recognizers = recognizers;
        this.parties = parties;
        this.known = new KnownHits(parties);
        this.surrogates = surrogates;
        this.dates = dates;
        this.numbers = new NumberGuesses(settings.regions());
        this.ids = ids;
    }

    /** How often something of a type was hidden. */
    Map<String, Integer> counts() {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        counts.forEach((type, count) -> byKey.put(type.key(), count));
        return byKey;
    }

    List<Uncertain> uncertain() {
        return uncertain;
    }

    @Override
    public String text(String place, @Nullable String key, String text) {
        List<Hit> hits = text.isBlank() ? List.of() : hits(key, text);
        return hits.isEmpty() ? text : replaced(place, text, hits);
    }

    /** What is to be replaced, in the order of the text; no two overlap. */
    List<Hit> hits(@Nullable String key, String text) {
        List<Hit> hits = new ArrayList<>();
        whole(key, text, hits);
        known.find(text, hits);
        structured(text, hits);
        lists.hidden(text, hits);
        recognised(text, hits);
        dates.find(text, hits);
        List<Hit> sure = Hit.apart(hits);
        List<Hit> all = new ArrayList<>(sure);
        numbers.find(text, key, sure, all);
        NameGuesses.find(text, parties, sure, all);
        return all.isEmpty() ? all : Hit.apart(unkept(text, all));
    }

    private void whole(@Nullable String key, String text, List<Hit> hits) {
        boolean own = keys.isOwn(key);
        EntityType type = own ? TypedValue.guess(text) : PersonalKeys.of(key);
        if (type == null || (!own && !TypedValue.fits(type, text))) {
            return;
        }
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        hits.add(new Hit(start, end, type, own ? 1 : 0.9));
    }

    private void structured(String text, List<Hit> hits) {
        for (PersonalDatum datum : PersonalData.in(text)) {
            hits.add(new Hit(datum.span().start(), datum.span().end(), TypedValue.of(datum.type()), 0.95));
        }
        for (Span secret : Secrets.in(text)) {
            hits.add(new Hit(secret.start(), secret.end(), EntityType.SECRET, 0.95));
        }
        UrlForm.find(text, surrogates, hits);
        AddressForm.find(text, hits);
        if (settings.nationalIds()) {
            NationalIds.find(text, hits);
        }
    }

    private void recognised(String text, List<Hit> hits) {
        for (EntityRecognizer recognizer : recognizers) {
            for (EntityRecognizer.FoundEntity found : recognizer.find(text)) {
                if (found.start() >= 0 && found.end() <= text.length() && found.start() < found.end()) {
                    EntityType type = found.score() < 0.5 ? EntityType.UNCERTAIN : found.type();
                    hits.add(new Hit(
                            found.start(),
                            found.end(),
                            type,
                            found.score(),
                            type == EntityType.UNCERTAIN ? NameGuesses.MASK : null));
                }
            }
        }
    }

    private List<Hit> unkept(String text, List<Hit> hits) {
        List<Span> kept = lists.kept(text);
        if (kept.isEmpty()) {
            return hits;
        }
        List<Hit> left = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            boolean keep = false;
            for (Span span : kept) {
                keep |= span.start() <= hit.start() && span.end() >= hit.end();
            }
            if (!keep) {
                left.add(hit);
            }
        }
        return left;
    }

    private String replaced(String place, String text, List<Hit> hits) {
        StringBuilder made = new StringBuilder(text.length() + 32);
        int from = 0;
        for (Hit hit : hits) {
            String value = text.substring(hit.start(), hit.end());
            String other = hit.replacement() == null ? surrogates.of(hit.type(), value) : hit.replacement();
            made.append(text, from, hit.start()).append(other);
            from = hit.end();
            if (hit.type() == EntityType.UNCERTAIN && uncertain.size() < MOST_UNCERTAIN) {
                uncertain.add(new Uncertain(
                        place,
                        made.length() - other.length(),
                        made.length(),
                        other.equals(NameGuesses.MASK) ? "person" : "number",
                        Letters.shape(value),
                        hit.score()));
            }
            count(hit.type());
        }
        return made.append(text, from, text.length()).toString();
    }

    private void count(EntityType type) {
        counts.merge(type, 1, Integer::sum);
    }

    @Override
    public String value(String place, EntityType type, String text) {
        if (text.isBlank()) {
            return text;
        }
        if (type == EntityType.PERSON && (text.indexOf('@') >= 0 || isNobody(text))) {
            return text(place, null, text);
        }
        count(type);
        return surrogates.of(type, text);
    }

    private static boolean isNobody(String name) {
        for (String word : KnownParties.words(name)) {
            if (!KnownParties.isNobody(word)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String id(String kind, String id) {
        return ids.apply(id);
    }

    @Override
    public Instant time(Instant instant) {
        return dates.shift(instant);
    }

    @Override
    public JsonNode number(@Nullable String key, JsonNode number) {
        String digits = number.asText();
        if (key != null && PLACES.contains(Letters.lower(key))) {
            count(EntityType.ADDRESS);
            return DoubleNode.valueOf(0);
        }
        if (!number.isIntegralNumber() || digits.length() < 3 || isKept(digits)) {
            return number;
        }
        EntityType type = keys.isOwn(key) ? EntityType.ID : PersonalKeys.of(key);
        List<Hit> hits = new ArrayList<>(1);
        known.find(digits, hits);
        boolean personal = type != null || !hits.isEmpty();
        if (!personal) {
            Long shifted = dates.epoch(number.asLong());
            if (shifted != null) {
                return LongNode.valueOf(shifted);
            }
            personal = digits.length() >= 9 && !NumberGuesses.isOrder(key);
        }
        if (!personal) {
            return number;
        }
        EntityType as =
                type == EntityType.PHONE || !hits.isEmpty() && hits.get(0).type() == EntityType.PHONE
                        ? EntityType.PHONE
                        : EntityType.ID;
        count(as);
        BigInteger made = new BigInteger(KnownParties.digits(surrogates.of(as, digits)));
        return made.bitLength() < 64 ? LongNode.valueOf(made.longValue()) : BigIntegerNode.valueOf(made);
    }

    private boolean isKept(String digits) {
        for (Span span : lists.kept(digits)) {
            if (span.start() == 0 && span.end() == digits.length()) {
                return true;
            }
        }
        return false;
    }
}
