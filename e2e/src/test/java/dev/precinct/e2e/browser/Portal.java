package dev.precinct.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The portal of one tenant in a browser window of its own: no other window's cookies. */
public final class Portal implements AutoCloseable {
    private static final Path AXE = Path.of("..", "frontend", "node_modules", "axe-core", "axe.min.js");
    private static final double PATIENCE_MS = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    /** A device in the list, its place in feet. */
    public record Shown(String id, double x, double y) {}

    /** The part of the plan that is looked at: its middle in feet of the floor. */
    public record Sight(double x, double y, double feetPerPixel) {}

    private Portal(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(errors::add);
    }

    public static Portal open(Browser browser, String url) {
        return open(browser, url, 1360, 860);
    }

    public static Portal open(Browser browser, String url, int width, int height) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(url).setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE_MS);
        var portal = new Portal(context);
        portal.page.navigate("/");
        return portal;
    }

    public Page page() {
        return page;
    }

    public Locator hook(String name) {
        return page.getByTestId(name);
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    public void logIn(String user, String password) {
        fillLogin(user, password);
        assertThat(button("Account of " + user))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(PATIENCE_MS));
    }

    public void fillLogin(String user, String password) {
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(password);
        button("Log in").click();
    }

    public void logOut(String user) {
        button("Account of " + user).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out"))
                .click();
        page.getByLabel("User").waitFor();
    }

    public void go(String path) {
        page.navigate(path);
    }

    /** Waits until the plan is there and positions come in. */
    public void waitForLivePlan() {
        hook("floor-map").waitFor();
        page.waitForSelector("[data-testid=connection][data-state=open]");
    }

    /** Where the plan last came to rest; empty before it has. */
    public Optional<Sight> planAtRest() {
        Locator plan = hook("floor-map");
        String centre = plan.getAttribute("data-centre");
        if (centre == null) {
            return Optional.empty();
        }
        String[] middle = centre.split(" ", -1);
        return Optional.of(new Sight(
                Double.parseDouble(middle[0]),
                Double.parseDouble(middle[1]),
                Double.parseDouble(plan.getAttribute("data-feet-per-pixel"))));
    }

    /** What the list shows at this moment. */
    public List<Shown> devices() {
        Object rows = page.evaluate("() => [...document.querySelectorAll('[data-testid=device]')]"
                + ".map(row => [row.dataset.device, row.dataset.x, row.dataset.y])");
        var shown = new ArrayList<Shown>();
        for (Object row : (List<?>) rows) {
            var cells = (List<?>) row;
            shown.add(new Shown(
                    (String) cells.get(0), Double.parseDouble((String) cells.get(1)), Double.parseDouble((String)
                            cells.get(2))));
        }
        return shown;
    }

    /** A page that still loads has no heading, and a button that fades has no contrast: neither is what a person is left with. */
    private void settle() {
        page.waitForSelector("main");
        page.waitForSelector("h1");
        page.evaluate("async () => { await Promise.all(document.getAnimations()"
                + ".filter(each => each.effect.getComputedTiming().iterations !== Infinity)"
                + ".map(each => each.finished.catch(() => null))); }");
    }

    /** What axe finds on the page once it is at rest; and how many pixels the page is wider than the window, when it is. */
    public List<String> findings() {
        settle();
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var findings = new ArrayList<String>();
        Object violations = page.evaluate("async () => (await axe.run()).violations"
                + ".map(found => ({ id: found.id, where: found.nodes.map(node => node.html).join(' | ') }))");
        for (Object each : (List<?>) violations) {
            var found = (Map<?, ?>) each;
            findings.add(page.url() + ": " + found.get("id") + ": " + found.get("where"));
        }
        int over = (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0) {
            findings.add(page.url() + ": " + over + " px wider than the window");
        }
        findings.addAll(errors);
        return findings;
    }

    @Override
    public void close() {
        context.close();
    }
}
