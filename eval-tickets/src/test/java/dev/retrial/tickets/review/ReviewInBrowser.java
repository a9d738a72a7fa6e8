package dev.retrial.tickets.review;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.tickets.browser.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The page of a review that is open in a browser, and what it did that it should not. */
final class ReviewInBrowser implements AutoCloseable {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final BrowserContext context;
    private final Page page;
    private final URI uri;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    ReviewInBrowser(Chromium chromium, URI uri, int width, int height, ColorScheme scheme) {
        this.uri = uri;
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme));
        page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            // A refusal that the page shows is an error to the console.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(uri.toString());
        page.locator("html[data-ready]").waitFor();
    }

    ReviewInBrowser(Chromium chromium, URI uri) {
        this(chromium, uri, 1280, 900, ColorScheme.LIGHT);
    }

    Page page() {
        return page;
    }

    /** Goes to a draft by its address, as a link does. */
    ReviewInBrowser to(String id) {
        page.evaluate("hash => { location.hash = hash; }", "#/draft/" + id);
        page.locator(".head code")
                .getByText("/" + id + ".yaml", new Locator.GetByTextOptions().setExact(false))
                .waitFor();
        return settled();
    }

    /** Waits until the page has arrived where it goes. */
    ReviewInBrowser settled() {
        page.locator("html[data-moving=no]").waitFor();
        return this;
    }

    /** Presses keys, one after the other. */
    ReviewInBrowser press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** What was asked of anybody but the review's own address. */
    List<String> requests() {
        String own = "http://" + uri.getAuthority() + "/";
        return requests.stream()
                .filter(url -> !url.startsWith(own) && !url.startsWith("data:"))
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
        try (InputStream in = ReviewInBrowser.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; ''";
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
