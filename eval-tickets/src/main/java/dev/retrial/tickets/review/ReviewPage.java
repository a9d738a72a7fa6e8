package dev.retrial.tickets.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page itself, which holds nothing of any ticket, with its styles and scripts inlined. */
final class ReviewPage {

    private static final String[] SCRIPTS = {
        "elements", "server", "queue", "conversation", "expectations", "form", "yaml", "decisions", "draft", "main"
    };

    private ReviewPage() {}

    static Answer load() throws IOException {
        StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
        for (String part : SCRIPTS) {
            script.append(resource(part + ".js"));
        }
        script.append("})();\n");
        String style = resource("page.css");
        String html = resource("page.html").replace("/*style*/", style).replace("/*script*/", script);
        return Answer.page(
                html,
                "default-src 'none'; script-src " + hash(script.toString()) + "; style-src " + hash(style)
                        + "; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        + "; require-trusted-types-for 'script'; trusted-types 'none'");
    }

    private static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A checkout may have turned the ends of lines, and a browser turns them back before it hashes. */
    private static String resource(String name) throws IOException {
        try (InputStream in = ReviewPage.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
