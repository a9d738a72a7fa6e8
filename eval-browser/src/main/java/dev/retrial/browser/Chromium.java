package dev.retrial.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The browser that is installed on this machine; none is downloaded. */
public final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Starts it; where none is installed the test is aborted and says so, and fails on a server for builds. */
    public static Chromium start() {
        String named = System.getenv("CHROMIUM");
        Path executable = named == null ? installed() : Path.of(named);
        if (executable == null || !Files.isExecutable(executable)) {
            String message = "No Chromium is installed, so the pages are not tested in a browser. "
                    + "Install it (Debian: apt-get install chromium), or name it: CHROMIUM=/path/to/chromium.";
            String ci = System.getenv("CI");
            if (ci != null && !ci.equals("false")) {
                throw new AssertionError(message);
            }
            System.out.println(message);
            throw new TestAbortedException(message);
        }
        return new Chromium(executable);
    }

    private static @Nullable Path installed() {
        return PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** The browser. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
