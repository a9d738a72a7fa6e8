package dev.retrial.tickets.review;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.browser.Chromium;
import dev.retrial.browser.OpenPage;
import java.net.URI;

/** The page of a review that is open in a browser, and what it did that it should not. */
final class ReviewInBrowser extends OpenPage {

    ReviewInBrowser(Chromium chromium, URI uri, int width, int height, ColorScheme scheme) {
        super(chromium, uri, width, height, scheme);
        page().locator("html[data-ready]").waitFor();
    }

    ReviewInBrowser(Chromium chromium, URI uri) {
        this(chromium, uri, 1280, 900, ColorScheme.LIGHT);
    }

    /** Goes to a draft by its address, as a link does. */
    ReviewInBrowser to(String id) {
        page().evaluate("hash => { location.hash = hash; }", "#/draft/" + id);
        page().locator(".head code")
                .getByText("/" + id + ".yaml", new Locator.GetByTextOptions().setExact(false))
                .waitFor();
        return settled();
    }

    /** Waits until the page has arrived where it goes. */
    ReviewInBrowser settled() {
        page().locator("html[data-moving=no]").waitFor();
        return this;
    }

    /** Presses keys, one after the other. */
    ReviewInBrowser press(String... keys) {
        for (String key : keys) {
            page().keyboard().press(key);
        }
        return this;
    }
}
