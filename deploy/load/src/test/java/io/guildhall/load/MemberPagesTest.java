package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The web UI as a newcomer meets it, from the first page to a bought and begun course; pictures of every page are kept. */
@Tag("long")
@ExtendWith(SharedStack.class)
class MemberPagesTest {

    private static final Duration HEARD = Duration.ofMinutes(1);
    private static final String MAIL = "rosa@guildhall.example";
    private static final String PASSWORD = "a quiet corner by the window";

    private final LocalStack stack;
    private Hall hall;
    private Visit visit;
    private String course;

    MemberPagesTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        visit = new Visit(stack, "en-US", "member");
        hall = Hall.found(stack, "The Reading Room");
        course = hall.publishCourse();
        hall.sell("PLAN", "MONTH", "course:*");
        ask("/channels", Map.of("name", "lounge", "description", "For everybody", "audience", "public"));
        ask("/channels", Map.of("name", "workshop", "audience", "members"));
        ask("/surveys", Map.of("question", "Do you find what you look for?"));
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void aNewcomerTriesBuysLearnsAndTalksInBothLanguages() {
        looksAroundInChinese();
        looksAround();
        visit.joins("Rosa Reader", MAIL, PASSWORD);
        isShownWhatOpensTheNextLesson();
        buys();
        learns();
        talks();
        cancels();
        signsOutElsewhere();
        isTold();
        everyPageSpeaksChinese();
        assertThat(visit.complaints()).isEmpty();
    }

    private void looksAroundInChinese() {
        visit.open("/");
        visit.button("中文").click();
        for (String page : List.of("/", path(""), path("/courses"), path("/courses/" + course))) {
            visit.open(page);
            isChinese();
            visit.picture("zh-visitor"
                    + page.replace(hall.id(), "of").replace(course, "of").replace('/', '-'));
        }
        visit.button("EN").click();
    }

    private void looksAround() {
        visit.open("/");
        visit.finds("The Reading Room");
        visit.picture("home");
        visit.link("The Reading Room").click();
        visit.sees("Event sourcing by doing");
        visit.sees("CN¥49.00");
        visit.picture("community");
        visit.link("Event sourcing by doing").click();
        visit.picture("course");
        visit.link("Try the free lesson").click();
        assertThat(visit.page().locator("pre code").first()).isVisible();
        visit.picture("free-lesson");
    }

    private void isShownWhatOpensTheNextLesson() {
        visit.open(path("/courses"));
        visit.picture("catalogue");
        visit.link("Event sourcing by doing").click();
        visit.link("Try the free lesson").click();
        visit.link("Next: ").click();
        visit.sees("What opens this");
        visit.sees("CN¥49.00");
        visit.picture("closed-lesson");
    }

    private void buys() {
        visit.link("Become a member").click();
        visit.sees("Check out");
        visit.picture("checkout");
        visit.button("Order and pay").click();
        visit.page().waitForURL("**/pay/sandbox/**");
        Locator pay = visit.page().locator("button[value=pay]");
        assertThat(pay).isVisible();
        visit.page().navigate("/");
        visit.sees("Waiting for the payment");
        visit.picture("order-waiting");
        visit.link("To the payment page").click();
        pay.click();
        assertThat(visit.page().getByRole(AriaRole.STATUS)).isVisible();
        visit.open("/");
        visit.link("See how the order stands").click();
        visit.sees("Paid, and open to you");
        visit.picture("order-paid");
    }

    private void learns() {
        visit.link("All courses").click();
        visit.link("Event sourcing by doing").click();
        visit.link("Begin the course").click();
        visit.button("Done, on to the next").click();
        visit.sees("Lesson 2 of");
        visit.picture("lesson");
        visit.link("Event sourcing by doing").click();
        visit.sees("1 of 6 lessons done");
        visit.picture("course-begun");
        visit.open(path(""));
        visit.sees("Go on learning");
        visit.picture("community-member");
    }

    private void talks() {
        visit.link("Chat").click();
        assertThat(visit.page().locator(".line.open")).isVisible();
        visit.page().getByRole(AriaRole.TEXTBOX).fill("Good evening, everybody.");
        visit.page().keyboard().press("Enter");
        assertThat(visit.page().locator(".message")).containsText("Good evening, everybody.");
        assertThat(visit.page().locator(".unsaid")).hasCount(0);
        visit.picture("chat");
        visit.link("workshop").click();
        visit.sees("This channel is for members");
        visit.picture("closed-channel");
        visit.link("Surveys").click();
        visit.page().getByText("4", new Page.GetByTextOptions().setExact(true)).click();
        visit.button("Give this answer").click();
        visit.sees("your answer is counted");
        visit.picture("surveys");
        visit.page().reload();
        assertThat(visit.page().locator("input[value='4']")).isChecked();
    }

    private void cancels() {
        visit.link("Membership").click();
        visit.sees("Renewed on");
        visit.picture("membership");
        visit.button("Cancel subscription").click();
        visit.button("Cancel it").click();
        visit.sees("Everything stays open until");
        visit.picture("membership-canceled");
        visit.link("Orders").click();
        visit.sees("Paid");
        visit.picture("orders");
        visit.link("Invoice no.").click();
        visit.sees("Total");
        visit.picture("invoice");
    }

    private void signsOutElsewhere() {
        assertThat(SignIn.as(stack.anyone(), MAIL, PASSWORD)).isTrue();
        visit.open("/account");
        visit.sees(MAIL);
        Locator sessions = visit.main()
                .getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("Where you are signed in"));
        Locator here =
                sessions.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("This browser"));
        assertThat(here).containsText("Chrome on Linux");
        visit.picture("account");
        visit.button("Sign out A browser unknown to us").click();
        visit.picture("account-sign-out");
        visit.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(sessions.getByRole(AriaRole.LISTITEM)).hasCount(1);
        assertThat(here).isVisible();
    }

    private void isTold() {
        Locator bell = visit.link("Notices, 2 unread");
        await().atMost(HEARD).until(() -> {
            visit.open("/account");
            return bell.isVisible();
        });
        bell.click();
        visit.sees("Your subscription is canceled.");
        visit.sees("Welcome! You are a member of this community now.");
        visit.sees("The Reading Room");
        visit.picture("notices");
        visit.link("My membership").click();
        visit.sees("Canceled");
        assertThat(visit.link("Notices, 1 unread")).isVisible();
        visit.open("/notices");
        visit.button("Mark all as read").click();
        assertThat(visit.link("Notices, none unread")).isVisible();
        visit.picture("notices-read");
    }

    private void everyPageSpeaksChinese() {
        visit.button("中文").click();
        List<String> pages = List.of("", "/courses", "/chat", "/surveys", "/membership", "/orders");
        for (String path : pages) {
            visit.open(path(path));
            isChinese();
            visit.picture("zh-community" + path.replace('/', '-'));
        }
        for (String path : List.of("/", "/account", "/notices")) {
            visit.open(path);
            isChinese();
            visit.picture("zh" + path.replace('/', '-'));
        }
    }

    private void isChinese() {
        assertThat(visit.page().locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(visit.page().locator("body")).containsText(Pattern.compile("[\u4e00-\u9fff]{2}"));
    }

    private void ask(String path, Map<String, Object> wish) {
        await().atMost(HEARD).until(() -> stack.owner().post(hall.path() + path, wish), Reply::ok);
    }

    private String path(String page) {
        return "/communities/" + hall.id() + page;
    }
}
