package dev.retrial.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A page that is open in a browser, from a file or from a server of its own, and what it did that it should not. */
public class OpenPage implements AutoCloseable {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final BrowserContext context;
    private final Page page;
    private final String own;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /**
     * Opens it.
     *
     * @param chromium the browser
     * @param uri where it is
     * @param width of the window, in CSS pixels
     * @param height of the window, in CSS pixels
     * @param scheme light or dark
     */
    public OpenPage(Chromium chromium, URI uri, int width, int height, ColorScheme scheme) {
        own = uri.getScheme().equals("file") ? "file:" : "http://" + uri.getAuthority() + "/";
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme));
        page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            // Chromium also warns of how often axe-core reads a canvas; and a refusal of the server, which the page
            // shows, is an error to the console.
            boolean refusal = own.startsWith("http") && message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !refusal) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(uri.toString());
    }

    /** The page, to look at and to act on. */
    public final Page page() {
        return page;
    }

    /** What was asked of anybody but the page itself. */
    public final List<String> requests() {
        return requests.stream()
                .filter(url -> !url.startsWith(own) && !url.startsWith("data:"))
                .toList();
    }

    /** Errors, broken policies, dialogs. */
    public final List<String> complaints() {
        return complaints;
    }

    /** Whether it is wider than its window. */
    public final boolean scrollsSideways() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth + 1");
    }

    /** What axe-core finds, a line each: rule and place. */
    public final List<String> violations() throws IOException {
        // Through the debugger, since the page's policy lets no script in.
        CDPSession session = context.newCDPSession(page);
        evaluate(session, axe(), false);
        String list = evaluate(
                session,
                "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.flatMap("
                        + "v => v.nodes.map(n => v.id + ' ' + n.target.join(' ') + ' ' + n.failureSummary))))",
                true);
        return list.equals("[]") ? List.of() : List.of(list);
    }

    private static String evaluate(CDPSession session, String script, boolean wait) {
        JsonObject of = new JsonObject();
        of.addProperty("expression", script);
        of.addProperty("awaitPromise", wait);
        JsonObject result = session.send("Runtime.evaluate", of).getAsJsonObject("result");
        return result.has("value") ? result.get("value").getAsString() : "nothing was evaluated: " + result;
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenPage.class.getResourceAsStream(AXE), AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; ''";
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
