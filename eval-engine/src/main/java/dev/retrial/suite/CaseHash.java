package dev.retrial.suite;

import dev.retrial.suite.yaml.YamlMapping;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * What the verdicts on a case rest on, as a hash.
 *
 * <p>Left out is what people read and sort by, and what decides whether and for whom the case runs: a record must survive that a title is corrected, a ticket is counted once more, or a case
 * comes back from quarantine. A key that is not named here counts, so that a new one is never forgotten. For one thread.
 */
final class CaseHash {

    private static final Set<String> WITHOUT = Set.of(
            "title",
            "why",
            "owner",
            "tags",
            "ticket",
            "draft",
            "status",
            "because",
            "until",
            "failure",
            "difficulty",
            "cohorts",
            "observed");

    private final CanonicalText text = new CanonicalText();
    private final MessageDigest sha256;

    CaseHash() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The SHA-256 of a case file's content, in hex. */
    String of(YamlMapping root) {
        text.clear();
        text.append(root, WITHOUT);
        return HexFormat.of().formatHex(sha256.digest(text.bytes()));
    }
}
