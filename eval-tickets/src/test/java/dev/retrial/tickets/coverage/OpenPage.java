package dev.retrial.tickets.coverage;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.tickets.browser.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page that is open in a browser, and what it did that it should not. */
final class OpenPage implements AutoCloseable {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    OpenPage(Chromium chromium, Path file, int width, int height, ColorScheme scheme) {
        context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme));
        page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            // Chromium also warns of how often axe-core reads a canvas.
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(file.toUri().toString());
    }

    Page page() {
        return page;
    }

    /** What was asked of anybody but the page itself. */
    List<String> requests() {
        return requests.stream()
                .filter(url -> !url.startsWith("file:") && !url.startsWith("data:"))
                .toList();
    }

    /** Errors, broken policies, dialogs. */
    List<String> complaints() {
        return complaints;
    }

    boolean scrollsSideways() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth + 1");
    }

    /** What axe-core finds, a line each: rule and place. */
    List<String> violations() throws IOException {
        // Through the debugger, since the page's policy lets no script in.
        CDPSession session = context.newCDPSession(page);
        evaluate(session, axe(), false);
        Object found = evaluate(
                session,
                "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.flatMap("
                        + "v => v.nodes.map(n => v.id + ' ' + n.target.join(' ') + ' ' + n.failureSummary))))",
                true);
        String list = String.valueOf(found);
        return list.equals("[]") ? List.of() : List.of(list);
    }

    private static String evaluate(CDPSession session, String script, boolean wait) {
        JsonObject of = new JsonObject();
        of.addProperty("expression", script);
        of.addProperty("awaitPromise", wait);
        JsonObject result = session.send("Runtime.evaluate", of).getAsJsonObject("result");
        return result.has("value") ? result.get("value").getAsString() : "";
    }

    private static String axe() throws IOException {
        try (InputStream in = OpenPage.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; ''";
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
