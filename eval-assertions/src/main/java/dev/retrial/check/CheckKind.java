package dev.retrial.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A key of {@code expect:} and the checks it stands for.
 *
 * <p>Kinds are found by {@link java.util.ServiceLoader}, ours and a team's own alike, so an implementation has a public constructor without parameters.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CheckKind {

    /** The key in {@code expect:}. */
    String key();

    /**
     * The JSON Schema (2020-12) of the key's value.
     *
     * <p>It is part of the case file's schema, and it tells the YAML reader which scalars are text: where the schema allows only {@code string}, {@code no} and {@code 0042} stay that text.
     */
    JsonNode schema();

    /**
     * Binds the key's value.
     *
     * @param spec the value
     * @param vocabulary what the suite declares and an expectation may name
     * @return at least one check
     * @throws InvalidExpectation where the value is not what {@link #schema()} says, or names what does not exist
     */
    List<Check> bind(JsonNode spec, Vocabulary vocabulary) throws InvalidExpectation;
}
