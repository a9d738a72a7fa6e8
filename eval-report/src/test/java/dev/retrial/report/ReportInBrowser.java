package dev.retrial.report;

import com.microsoft.playwright.options.ColorScheme;
import dev.retrial.browser.Chromium;
import dev.retrial.browser.OpenPage;
import java.nio.file.Path;

/** A report that is open in a browser. */
final class ReportInBrowser extends OpenPage {

    ReportInBrowser(Chromium chromium, Path file, int width, int height, ColorScheme scheme) {
        super(chromium, file.toUri(), width, height, scheme);
        page().locator("html[data-ready]").waitFor();
    }

    /** Goes to a view by its address, as a link does. */
    ReportInBrowser to(String hash) {
        page().evaluate("hash => { location.hash = hash; }", hash);
        String view = hash.startsWith("#/cells") ? "cells" : hash.startsWith("#/cell/") ? "cell" : "overview";
        page().locator("#" + view + " h1").first().waitFor();
        return this;
    }
}
