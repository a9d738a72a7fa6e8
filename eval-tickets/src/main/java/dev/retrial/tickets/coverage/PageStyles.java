package dev.retrial.tickets.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apiguardian.api.API;

/**
 * The page's styles, and the policy that lets the browser apply these and nothing else.
 *
 * @param css the styles
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record PageStyles(String css) {

    static PageStyles load() throws IOException {
        try (InputStream in = PageStyles.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IOException("page.css is not on the class path");
            }
            // A checkout may have turned the ends of lines, and a browser turns them back before it hashes.
            return new PageStyles(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        }
    }

    /** The content security policy: these styles, no script, and no request to anywhere. */
    public String policy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; img-src data:; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
