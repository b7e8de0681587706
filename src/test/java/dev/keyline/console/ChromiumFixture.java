package dev.keyline.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One Chromium for a test class, and a browser of its own, as fresh as a new visitor's, for every test. Pictures go to
 * {@code target/screenshots}; a test that fails leaves one of each page it had open.
 */
final class ChromiumFixture implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> visitors = new ArrayList<>();
    private @Nullable Playwright playwright;
    /** A page is there at once on an idle machine; a shared one may be busy with anything. */
    private static final double SLOWEST_MACHINE_MILLIS = 60_000;

    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext test) {
        Optional<Path> installed = InstalledChromium.findOrInstall();
        Playwright.CreateOptions options = new Playwright.CreateOptions();
        installed.ifPresent(path -> options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = Playwright.create(options);
        BrowserType.LaunchOptions launch =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
        installed.ifPresent(launch::setExecutablePath);
        browser = playwright.chromium().launch(launch);
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOWEST_MACHINE_MILLIS);
    }

    /** A page at {@code address} in a browser that has never been here, 1440 by 900, in British English. */
    Page visit(String address) {
        if (browser == null) {
            throw new IllegalStateException("no test is running");
        }
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        visitors.add(visitor);
        Page page = visitor.newPage();
        page.navigate("/");
        return page;
    }

    /** Keeps what the page looks like. */
    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        for (BrowserContext visitor : visitors) {
            if (test.getExecutionException().isPresent()) {
                visitor.pages()
                        .forEach(page -> picture(
                                page, "failed-" + test.getRequiredTestMethod().getName()));
            }
            visitor.close();
        }
        visitors.clear();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
