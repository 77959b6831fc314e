package org.closecall.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one browser of all journeys in a thread: an installed Chromium, else one that Playwright fetches for itself. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> QUIETLY = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(() -> launch(installed()));

    private Chromium() {
    }

    static Browser browser() {
        return BROWSER.get();
    }

    private static Browser launch(Optional<Path> installed) {
        var options = new BrowserType.LaunchOptions().setArgs(QUIETLY);
        installed.ifPresent(options::setExecutablePath);
        try {
            var environment = installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.<String, String>of();
            return Playwright.create(new Playwright.CreateOptions().setEnv(environment)).chromium().launch(options);
        } catch (PlaywrightException failure) {
            throw new AssertionError("The browser tests need Chromium or Chrome. Install one, or name its program in CLOSECALL_CHROMIUM. Tried "
                    + installed.map(Path::toString).orElse("to fetch Playwright's own"), failure);
        }
    }

    private static Optional<Path> installed() {
        var named = System.getenv("CLOSECALL_CHROMIUM");
        return named != null ? Optional.of(Path.of(named)) : NAMES.stream().flatMap(Chromium::onPath).findFirst();
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable);
    }
}
