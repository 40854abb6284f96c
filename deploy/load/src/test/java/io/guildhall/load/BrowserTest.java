package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages before and around the web UI in a real browser: who nobody knows yet, mails, API and problems. */
@Tag("long")
@ExtendWith(SharedStack.class)
class BrowserTest {

    private static final String PASSWORD = "forty kites over the harbour";

    private final LocalStack stack;
    private Visit visit;

    BrowserTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        visit = new Visit(stack, "en-US", "door");
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void aNewcomerRegistersVerifiesSignsInAndOut() {
        visit.open("/");
        assertThat(visit.page().locator("#communities")).containsText("The Event Workshop");
        visit.link("Create an account").click();
        field("Name").fill("Nora Newcomer");
        field("Mail address").fill("nora@guildhall.example");
        field("Password").fill(PASSWORD);
        visit.picture("register");
        button("Register").click();
        assertThat(visit.page().locator("main")).containsText("We have sent you a mail");
        visit.picture("registered");

        Locator letter = Mailbox.letterTo("nora@guildhall.example", visit.page());
        visit.picture("mails");
        letter.getByRole(AriaRole.LINK).click();
        visit.picture("verify");
        visit.page().locator("main button").click();
        visit.picture("verified");
        visit.link("Sign in").click();

        field("Mail address").fill("nora@guildhall.example");
        field("Password").fill("not the sentence at all");
        button("Sign in").click();
        assertThat(visit.page().getByRole(AriaRole.ALERT)).isVisible();
        visit.picture("sign-in-refused");
        field("Password").fill(PASSWORD);
        button("Sign in").click();
        assertThat(visit.page().locator("#who")).containsText("Nora Newcomer");
        visit.picture("signed-in");

        button("Sign out").click();
        assertThat(visit.page().locator("#who").getByText("Sign in")).isVisible();
        assertThat(visit.complaints()).allMatch(complaint -> complaint.contains("/id/login"));
    }

    @Test
    void everyPageSpeaksChinese() {
        for (String path : List.of("/", "/problems", "/id/login", "/id/register", "/id/mails")) {
            visit.open(path + "?lang=zh-CN");
            assertThat(visit.page().locator("html")).hasAttribute("lang", "zh-CN");
            assertThat(visit.page().locator("h1")).containsText(Pattern.compile("[\u4e00-\u9fff]"));
            visit.picture("zh" + path.replace('/', '-'));
        }
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void theApiOfAllServicesIsOnePageAndEveryProblemHasOne() {
        visit.page().navigate("/docs");
        Locator tags = visit.page().locator(".opblock-tag");
        assertThat(tags.first()).not().containsText("Operations");
        assertThat(tags.last()).containsText("Operations");
        assertThat(visit.page().locator(".opblock").filter(new Locator.FilterOptions().setHasText("Complete a lesson")))
                .hasCount(1);
        visit.picture("docs");

        visit.open("/problems/entitlement-required");
        assertThat(visit.page().locator("main")).containsText("403");
        visit.picture("problem");
        assertThat(visit.complaints()).isEmpty();
    }

    private Locator button(String name) {
        return visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator field(String label) {
        return visit.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
