package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsAttachedOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One person's browser before the web UI; whatever goes wrong in it is kept, each page is checked for what bars
 * people with other senses, and its picture taken wide and narrow. */
final class Visit implements AutoCloseable {

    private static final int[][] SIZES = {{375, 812}, {1280, 900}};
    private static final double PATIENCE_MILLIS = 30_000;

    /** What would keep somebody from using the page. */
    private static final String SERIOUS = """
        axe.run().then(found => found.violations
            .filter(each => ['serious', 'critical'].includes(each.impact))
            .map(each => each.id + ' at ' + each.nodes[0].html))\
        """;

    private final LocalStack stack;
    private final String pictures;
    private final Playwright playwright;
    private final Page page;
    private final String axe;
    private final List<String> complaints = new ArrayList<>();

    /** @param pictures with what the names of its pictures begin */
    Visit(LocalStack stack, String locale, String pictures) {
        Path chromium = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(chromium != null, "no chromium on the PATH");
        this.stack = stack;
        this.pictures = pictures;
        axe = read(stack.root().resolve("gateway/web/node_modules/axe-core/axe.min.js"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        page = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--disable-dev-shm-usage")))
                .newPage(new Browser.NewPageOptions()
                        .setBaseURL(stack.origin().toString())
                        .setViewportSize(1280, 900)
                        .setLocale(locale));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
        page.onResponse(this::complainAbout);
        page.onConsoleMessage(this::complainAbout);
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void open(String path) {
        page.navigate(path);
        settle();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator main() {
        return page.locator("#main");
    }

    void sees(String text) {
        assertThat(main()).containsText(text, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Lets a list show more until a link is there: other tests found communities too. */
    void finds(String name) {
        Locator wanted = link(name);
        Locator more = button("Show more");
        assertThat(wanted.or(more).first()).isVisible();
        while (!wanted.isVisible()) {
            more.click();
            settle();
            assertThat(wanted.or(more).first()).isVisible();
        }
    }

    /** Registers, verifies and signs in on the pages for it, as {@link BrowserTest} does in more detail. */
    void joins(String name, String mail, String password) {
        page.navigate("/id/register");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Mail address").fill(mail);
        page.getByLabel("Password").fill(password);
        button("Register").click();
        assertThat(page.locator("main")).containsText("We have sent you a mail");
        Mailbox.letterTo(mail, page).getByRole(AriaRole.LINK).click();
        page.locator("main button").click();
        link("Sign in").click();
        proves(mail, password, name);
    }

    /** Signs in who has an account. */
    void signsIn(String mail, String password, String name) {
        page.navigate("/sign-in");
        proves(mail, password, name);
    }

    private void proves(String mail, String password, String name) {
        page.getByLabel("Mail address").fill(mail);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
        assertThat(page.locator("#who")).containsText(name);
    }

    /** Makes a personal access token of who is signed in: a test can then ask in that person's name. */
    String token() {
        return (String) page.evaluate("""
            async () => {
                const { csrf } = await (await fetch('/session')).json();
                const answer = await fetch('/api/me/tokens', {
                    method: 'POST',
                    headers: { 'X-XSRF-TOKEN': csrf, 'Content-Type': 'application/json' },
                    body: JSON.stringify({ name: 'test', days: 1 }),
                });
                return (await answer.json()).token;
            }\
            """);
    }

    void wantsChineseInTheDark() {
        button("中文").click();
        page.evaluate("localStorage.setItem('guildhall-theme', 'dark')");
    }

    void seesChineseInTheDark() {
        assertThat(page.locator("html.dark")).hasAttribute("lang", "zh-CN");
        assertThat(main()).containsText(Pattern.compile("[\u4e00-\u9fff]{2}"));
    }

    /** A picture in each width, in which nothing may be wider than the page. */
    void picture(String name) {
        settle();
        checkAccess(name);
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            if ((boolean)
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                complaints.add(name + " is wider than " + size[0] + " px");
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(stack.root()
                            .resolve(
                                    "deploy/load/target/screenshots/" + pictures + "-" + name + "-" + size[0] + ".png"))
                    .setFullPage(true));
        }
    }

    private void checkAccess(String name) {
        page.evaluate(axe + ";0");
        for (Object found : (List<?>) page.evaluate(SERIOUS)) {
            complaints.add(name + " is not open to everybody: " + found);
        }
    }

    /** Until everything that the page asked for is there. */
    void settle() {
        assertThat(page.locator("h1").first()).isAttached(new IsAttachedOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("[aria-busy=true]")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void complainAbout(Response answer) {
        if (answer.status() >= 400) {
            complaints.add(answer.status() + " " + answer.url());
        }
    }

    /** Of our own pages: the browser looks for an icon of the payment page that it does not have. */
    private void complainAbout(ConsoleMessage said) {
        boolean ours = !page.url().contains("/pay/");
        if (ours && said.type().equals("error")) {
            complaints.add(page.url() + ": " + said.text());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
