package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a newcomer clicks through in a browser; pictures of each page are left in {@code target/screenshots}. */
@Tag("long")
@ExtendWith(SharedStack.class)
class BrowserTest {

    private static final String PASSWORD = "a long enough sentence";

    private final LocalStack stack;
    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Page page;

    BrowserTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        Path chromium = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(chromium != null, "no chromium on the PATH");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setChromiumSandbox(false)
                        .setArgs(List.of("--disable-dev-shm-usage")));
        page = browser.newPage(new Browser.NewPageOptions()
                .setBaseURL(stack.origin().toString())
                .setLocale("en-US"));
        page.onPageError(complaints::add);
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                complaints.add(answer.status() + " " + answer.url());
            }
        });
    }

    @AfterEach
    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void aNewcomerRegistersVerifiesSignsInAndOut() {
        page.navigate("/");
        assertThat(page.locator("#communities")).containsText("The Event Workshop");
        picture("home");

        link("Create an account").click();
        field("Name").fill("Nora Newcomer");
        field("Mail address").fill("nora@guildhall.example");
        field("Password").fill(PASSWORD);
        picture("register");
        button("Register").click();
        assertThat(page.locator("main")).containsText("We have sent you a mail");
        picture("registered");

        Locator letter = Mailbox.letterTo("nora@guildhall.example", page);
        picture("mails");
        letter.getByRole(AriaRole.LINK).click();
        picture("verify");
        page.locator("main button").click();
        picture("verified");
        link("Sign in").click();

        field("Mail address").fill("nora@guildhall.example");
        field("Password").fill("not the sentence at all");
        button("Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        picture("sign-in-refused");
        field("Password").fill(PASSWORD);
        button("Sign in").click();
        assertThat(page.locator("#who")).containsText("Nora Newcomer");
        picture("signed-in");

        button("Sign out").click();
        assertThat(page.locator("#who").getByText("Sign in")).isVisible();
        assertThat(complaints).allMatch(complaint -> complaint.endsWith("/id/login"));
    }

    @Test
    void everyPageSpeaksChinese() {
        for (String path : List.of("/", "/problems", "/id/login", "/id/register", "/id/mails")) {
            page.navigate(path + "?lang=zh-CN");
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            assertThat(page.locator("h1")).containsText(Pattern.compile("[\u4e00-\u9fff]"));
            picture("zh" + path.replace('/', '-'));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void theApiOfAllServicesIsOnePage() {
        page.navigate("/docs");
        assertThat(page.locator(".opblock-tag").first()).not().containsText("Operations");
        assertThat(page.locator(".opblock-tag").last()).containsText("Operations");
        assertThat(page.locator(".opblock").filter(new Locator.FilterOptions().setHasText("Complete a lesson")))
                .hasCount(1);
        picture("docs");

        page.navigate("/problems/entitlement-required");
        assertThat(page.locator("main")).containsText("403");
        picture("problem");
        assertThat(complaints).isEmpty();
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(stack.root().resolve("deploy/load/target/screenshots/" + name + ".png"))
                .setFullPage(true));
    }
}
