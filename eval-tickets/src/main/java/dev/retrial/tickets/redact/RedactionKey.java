package dev.retrial.tickets.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The key by which surrogates are chosen and references are made: without it nobody can tell from a surrogate what stood there, nor from a reference
 * which ticket it was, not even by trying all tickets.
 *
 * <p>It has no form as text, so that no message can carry it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RedactionKey {

    /** The environment variable that holds it. */
    public static final String VARIABLE = "RETRIAL_KEY";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String HOW =
            "make one with `openssl rand -hex 32`, keep it where the team keeps its secrets, and never in git";
    private static final int BITS = 128;
    private static final int FEWEST_SIGNS = 8;

    private final SecretKeySpec key;

    /** One of its own for each thread, for it is asked many times a ticket. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);

    private RedactionKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * The key in the environment variable {@value #VARIABLE}.
     *
     * @throws IllegalArgumentException where there is none, or it is too easily guessed; the message says how to make one, and nothing of the key
     */
    public static RedactionKey fromEnvironment() {
        return from(System.getenv());
    }

    /**
     * The key that these variables hold.
     *
     * @throws IllegalArgumentException where there is none, or it is too easily guessed
     */
    public static RedactionKey from(Map<String, String> environment) {
        return of(environment.get(VARIABLE));
    }

    /**
     * A key from its text.
     *
     * @throws IllegalArgumentException where it is missing or easily guessed: it takes 16 random bytes at least, as 32 hexadecimal digits, in Base64, or as a text that is long enough
     */
    public static RedactionKey of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + VARIABLE + " is not set; " + HOW);
        }
        String trimmed = text.strip();
        if (bits(trimmed) < BITS || trimmed.chars().distinct().count() < FEWEST_SIGNS || repeats(trimmed)) {
            throw new IllegalArgumentException(
                    "the key in " + VARIABLE + " is too easily guessed: it needs 16 random bytes at least; " + HOW);
        }
        return new RedactionKey(new SecretKeySpec(trimmed.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** The reference of a ticket: {@code hmac:} and 16 hexadecimal digits. */
    public String reference(String system, String id) {
        return "hmac:" + hex("ticket|" + system + "|" + id, 8);
    }

    /** 32 bytes for another purpose than redaction, from which nobody comes back to the key: {@code near-duplicates} for signatures. */
    public byte[] derived(String purpose) {
        return bytes("derived|" + purpose);
    }

    /** So many bytes, in hexadecimal digits, of what a text becomes under the key. */
    String hex(String text, int bytes) {
        return HexFormat.of().formatHex(bytes(text), 0, bytes);
    }

    /** A number that a text becomes under the key; never negative. */
    long number(String text) {
        byte[] bytes = bytes(text);
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number & Long.MAX_VALUE;
    }

    private byte[] bytes(String text) {
        return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }

    /** How many bits the text has at most, were each of its signs random. */
    private static double bits(String text) {
        boolean hex = true;
        boolean digits = true;
        boolean lower = false;
        boolean upper = false;
        boolean other = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits &= digit;
            hex &= digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            lower |= c >= 'a' && c <= 'z';
            upper |= c >= 'A' && c <= 'Z';
            other |= !digit && !Character.isLetter(c);
        }
        int signs = digits ? 10 : hex ? 16 : 10 + (lower ? 26 : 0) + (upper ? 26 : 0) + (other ? 2 : 0);
        return text.length() * Math.log(signs) / Math.log(2);
    }

    /** Whether it is one piece again and again, as typed by hand. */
    private static boolean repeats(String text) {
        for (int length = 1; length <= Math.min(16, text.length() / 2); length++) {
            if (text.startsWith(text.substring(length))
                    || text.substring(length).equals(text.substring(0, text.length() - length))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "RedactionKey";
    }
}
