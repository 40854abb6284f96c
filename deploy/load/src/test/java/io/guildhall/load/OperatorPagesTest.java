package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.demo.Demo;
import io.guildhall.local.demo.Login;
import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of those who look after the installation; pictures of every page are kept. */
@Tag("long")
@ExtendWith(SharedStack.class)
class OperatorPagesTest {

    private static final String REASON = "IllegalStateException: staged for this test";

    private final LocalStack stack;
    private Visit visit;

    OperatorPagesTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        visit = new Visit(stack, "en-US", "operator");
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void anOperatorLooksAfterTheInstallationInBothLanguages() throws InterruptedException {
        Hall hall = Hall.found(stack, "The Engine Room");
        String member = memberOfManyRoles(hall);
        String roles = Ids.derived("rls", hall.id().getBytes(StandardCharsets.UTF_8));
        stack.awaitQuiet();
        stack.awaitLake();
        signIn();
        seesThatAllIsWell();
        readsWhatHappened(hall, roles);
        decidesAboutDeadLetters(hall, roles, member);
        everyPageSpeaksChineseInTheDark(roles);
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void othersAreToldThatThePagesAreNotForThem() {
        visit.joins("Nina Nosy", "nina@guildhall.example", "what does the machine do");
        visit.open("/operations");
        visit.sees("This page is not for you");
        assertThat(visit.link("Operations")).hasCount(0);
        visit.picture("closed");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerHidesNoOther() {
        signIn();
        visit.page().route("**/api/ops/community/**", Route::abort);
        visit.open("/operations");
        visit.sees("1 part needs a look.");
        assertThat(part("Community")).containsText("did not answer");
        assertThat(part("Billing")).containsText("Ready");
        visit.picture("health-silent");
        visit.open("/operations/streams/" + stack.made("course"));
        visit.sees("No answer from: community");
        visit.sees("course.course.drafted");
        assertThat(visit.complaints()).allMatch(each -> each.contains("ERR_FAILED"), "nothing but what was cut off");
    }

    /** Gives and takes a role so often that the stream has several pages. */
    private String memberOfManyRoles(Hall hall) throws InterruptedException {
        GuildhallClient mia = new Newcomers(stack).register("mia@guildhall.example", "Mia Moderator");
        String member = mia.get("/api/me").expect(200).text("memberId");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> stack.owner().get(hall.path() + "/roles").ok());
        for (int i = 0; i < 11; i++) {
            role("PUT", hall, member);
            role("DELETE", hall, member);
        }
        role("PUT", hall, member);
        return member;
    }

    private void role(String method, Hall hall, String member) {
        stack.owner()
                .send(method, hall.path() + "/members/" + member + "/roles/moderator", null)
                .expect(204);
    }

    private void signIn() {
        Login operator =
                Demo.read(stack.data().resolve("demo.json")).orElseThrow().operator();
        visit.signsIn(operator.mail(), operator.password(), operator.name());
    }

    private void seesThatAllIsWell() {
        visit.open("/");
        visit.link("Operations").click();
        visit.sees("Every part answers, and nothing is behind.");
        for (String service : List.of("Members", "Courses", "Billing", "Community", "Analytics")) {
            assertThat(part(service)).containsText("Ready");
        }
        assertThat(part("Event lake")).containsText("0 still to be taken");
        visit.sees("Looked at ");
        visit.main().locator("summary").filter(has("All followers")).first().click();
        visit.sees("role-holders");
        visit.picture("health");
    }

    private void readsWhatHappened(Hall hall, String roles) {
        visit.link("Events").click();
        visit.picture("streams");
        id().fill("rls_00000000000000000000000000000000");
        visit.button("Show its events").click();
        visit.sees("No service knows this id");
        visit.picture("stream-none");
        id().fill(roles);
        visit.button("Show its events").click();
        visit.sees("CommunityRoles · 24 events");
        visit.sees("Otto Owner");
        assertThat(event(23)).containsText("holders.moderator");
        visit.picture("stream");
        visit.link("First").first().click();
        visit.sees("when-community-founded-then-grant-owner");
        event(1).locator("summary").click();
        assertThat(event(1).locator(".added").first()).isVisible();
        visit.picture("stream-first");
        visit.link("community.community.founded").click();
        visit.page().waitForURL(Pattern.compile("/" + hall.id() + "\\?.*at=0"));
        visit.sees("The Engine Room");
        assertThat(visit.main().locator("[aria-current=true]")).hasCount(1);
        visit.picture("stream-cause");
    }

    private void decidesAboutDeadLetters(Hall hall, String roles, String member) {
        try (var letters = new DeadLetterBox(stack, "member")) {
            letters.park(roles, "role-holders", REASON);
            letters.keepUnreadable("guildhall.billing", Long.MAX_VALUE, "UnreadableRecord: no event");
        }
        role("DELETE", hall, member);
        visit.open("/operations");
        visit.sees("could not be handled and wait for a decision.");
        visit.link("Look and decide").first().click();
        visit.sees(REASON);
        Locator letter = visit.main().locator("li.letter").filter(has(REASON));
        assertThat(letter).containsText("1 more event of the stream waits behind it");
        visit.main().locator("summary").filter(has("What this means")).click();
        letter.locator("summary").click();
        visit.picture("letters");
        letter.getByText("Look at its stream").click();
        visit.page().waitForURL(Pattern.compile("/" + roles + "\\?.*at=23"));
        assertThat(event(23)).hasAttribute("aria-current", "true");
        visit.page().goBack();
        letter.getByText("Retry").click();
        visit.sees("Handled. The stream goes on.");
        assertThat(letter).hasCount(0);
        dropsWhatIsNoEvent();
    }

    private void dropsWhatIsNoEvent() {
        Locator unreadable = visit.main().locator("li.letter").filter(has("UnreadableRecord"));
        unreadable
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Drop"))
                .click();
        Locator drop = visit.page().locator("dialog[open] button").filter(has("Drop"));
        drop.click();
        assertThat(visit.page().locator("dialog[open] [aria-invalid]")).isVisible();
        visit.page().locator("dialog[open] textarea").fill("Written by a test");
        visit.picture("letters-drop");
        drop.click();
        visit.sees("Dropped. The reason is kept with it.");
        assertThat(unreadable).hasCount(0);
        visit.sees("Written by a test");
        visit.picture("letters-decided");
    }

    private void everyPageSpeaksChineseInTheDark(String roles) {
        visit.button("中文").click();
        visit.page().evaluate("localStorage.setItem('guildhall-theme', 'dark')");
        for (String page : List.of("", "/letters", "/read-models", "/streams", "/streams/" + roles)) {
            visit.open("/operations" + page);
            assertThat(visit.page().locator("html.dark")).hasAttribute("lang", "zh-CN");
            assertThat(visit.main()).containsText(Pattern.compile("[\u4e00-\u9fff]{2}"));
            visit.picture("zh" + page.replace(roles, "of").replace('/', '-'));
        }
    }

    private Locator part(String name) {
        return visit.main()
                .locator("li.part")
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page().locator("h3", new Page.LocatorOptions().setHasText(name))));
    }

    private Locator id() {
        return visit.page().getByLabel("Id", new Page.GetByLabelOptions().setExact(true));
    }

    private Locator event(long sequence) {
        return visit.page().locator("#event-" + sequence);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
