package dev.retrial.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apiguardian.api.API;

/**
 * What is inlined in every page: styles, scripts, and the policy that lets the browser run these and nothing else.
 *
 * @param styles the styles
 * @param charts the charting library
 * @param script our script
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record PageAssets(String styles, String charts, String script) {

    private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String[] SCRIPTS = {"elements", "data", "table", "conversation", "cell", "charts", "views"};

    static PageAssets load() throws IOException {
        StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
        for (String part : SCRIPTS) {
            script.append(resource("/dev/retrial/report/page/" + part + ".js"));
        }
        script.append("})();\n");
        return new PageAssets(
                resource(CHARTS + "uPlot.min.css") + resource("/dev/retrial/report/page/page.css"),
                resource(CHARTS + "uPlot.iife.min.js"),
                script.toString());
    }

    /** The content security policy: these scripts and styles, and no request to anywhere. */
    public String policy() {
        return "default-src 'none'; script-src " + hash(charts) + " " + hash(script) + "; style-src " + hash(styles)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
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
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
