package dev.retrial.tickets.duplicate;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apiguardian.api.API;

/**
 * What signatures are made under. A signature that is committed beside the suite could otherwise be asked whether a ticket holds a guessed
 * sentence. Derived from the project's key, from which it does not lead back; signatures of two projects never match.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SignatureKey implements Serializable {

    private static final long serialVersionUID = 1;

    final long k0;
    final long k1;

    private SignatureKey(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /**
     * Derives the key.
     *
     * @param projectKey what the project's key gives for this purpose: {@code RedactionKey.derived("near-duplicates")}; at least one byte
     */
    public static SignatureKey of(byte[] projectKey) {
        if (projectKey.length == 0) {
            throw new IllegalArgumentException("The project's key is empty.");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(projectKey, "HmacSHA256"));
            byte[] derived = mac.doFinal("near-duplicates|1".getBytes(StandardCharsets.US_ASCII));
            ByteBuffer bytes = ByteBuffer.wrap(derived).order(ByteOrder.LITTLE_ENDIAN);
            return new SignatureKey(bytes.getLong(), bytes.getLong());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** SipHash with one round for each word and three at the end, of three hashes of words and how many of them count. */
    int hash(int first, int second, int third, int words) {
        long low = (first & 0xFFFF_FFFFL) | ((long) second << 32);
        long high = (third & 0xFFFF_FFFFL) | ((long) words << 32);
        long hash = hash(low, high);
        return (int) (hash ^ (hash >>> 32));
    }

    /** The same of two words of 64 bits. */
    long hash(long low, long high) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        for (int round = 0; round < 6; round++) {
            if (round == 0) {
                v3 ^= low;
            } else if (round == 1) {
                v0 ^= low;
                v3 ^= high;
            } else if (round == 2) {
                v0 ^= high;
                v3 ^= 16L << 56;
            } else if (round == 3) {
                v0 ^= 16L << 56;
                v2 ^= 0xFF;
            }
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
