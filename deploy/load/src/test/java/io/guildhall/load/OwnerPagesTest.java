package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.local.client.GuildhallClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of those who run a community, from the first draft to the numbers; pictures of every page are kept. */
@Tag("long")
@ExtendWith(SharedStack.class)
class OwnerPagesTest {

    private static final Duration HEARD = Duration.ofMinutes(1);

    private final LocalStack stack;
    private Hall hall;
    private Visit visit;

    OwnerPagesTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        visit = new Visit(stack, "en-US", "owner");
        hall = Hall.found(stack, "The Writing Room");
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void anOwnerRunsTheCommunityInBothLanguages() throws InterruptedException {
        visit.joins("Olga Owner", "olga@guildhall.example", "the keys hang beside the door");
        isNoOwnerYet();
        becomesOwner();
        writesACourse();
        decidesOnIt();
        sellsAPlan();
        String member = aMemberBuysIt();
        changesThePrice();
        givesMoneyBack();
        readsTheNumbers();
        beginsTheDay();
        looksAfter(member);
        everyPageSpeaksChineseInTheDark(member);
        assertThat(visit.complaints()).isEmpty();
    }

    private void isNoOwnerYet() {
        visit.open(path(""));
        visit.sees("This page is not for you");
        visit.picture("closed");
    }

    /** Each service hears of it by itself. */
    private void becomesOwner() {
        GuildhallClient olga = hall.appoint(visit.token(), "owner");
        await().atMost(HEARD)
                .until(() -> olga.post(hall.path() + "/courses/preview", Map.of("markdown", "x"))
                        .ok());
        for (String list : List.of("/orders", "/metrics", "/roles")) {
            await().atMost(HEARD).until(() -> olga.get(hall.path() + list).ok());
        }
    }

    private void writesACourse() {
        visit.open(path("/courses"));
        visit.sees("No course was begun yet");
        visit.picture("courses-none");
        visit.link("New course").click();
        field("Title of the course").fill("Writing clearly");
        field("Title of the lesson").fill("Short sentences");
        field("Text, in Markdown").fill("Say it **once**.\n\n```java\nvar said = 1;\n```");
        assertThat(visit.main().locator("strong").filter(has("once"))).isVisible();
        visit.button("Add a lesson").click();
        field("Title of the lesson").fill("To be dropped");
        visit.button("Remove").click();
        visit.sees("was taken out");
        visit.button("Put it back").click();
        visit.button("Remove").click();
        visit.picture("course-new");
        visit.button("Save the draft").click();
        visit.page().waitForURL("**/office/courses/crs_*");
        visit.sees("Saved");
        visit.picture("course-draft");
    }

    private void decidesOnIt() {
        visit.button("Submit for approval").click();
        visit.sees("waits for your decision");
        visit.picture("course-submitted");
        field("What should the author change?").fill("Say what a sentence is.");
        visit.button("Return it").click();
        visit.sees("Say what a sentence is.");
        field("Text, in Markdown").fill("A sentence says **one** thing.");
        visit.picture("course-returned");
        visit.link("Numbers").click();
        visit.button("Stay here").click();
        visit.button("Save the draft").click();
        visit.sees("Saved");
        visit.button("Submit for approval").click();
        visit.button("Approve").click();
        visit.sees("The course is approved");
        visit.button("Publish").click();
        dialog("Publish").click();
        visit.sees("cannot be changed any more");
        visit.picture("course-published");
    }

    private void sellsAPlan() {
        visit.open(path("/offers"));
        visit.sees("Nothing is on sale yet");
        visit.link("New offer").click();
        field("Name").fill("Monthly membership");
        field("Price").fill("49");
        visit.picture("offer-new");
        visit.button("Put up for sale").click();
        visit.sees("CN¥49.00");
        visit.picture("offers");
    }

    /** @return the buyer's id */
    private String aMemberBuysIt() throws InterruptedException {
        GuildhallClient member = new Newcomers(stack).register("mika@guildhall.example", "Mika Member");
        String offer = stack.owner()
                .get(hall.path() + "/offers")
                .json()
                .path("items")
                .path(0)
                .path("offerId")
                .asString();
        hall.subscribe(member, offer);
        String id = member.get("/api/me").expect(200).text("memberId");
        await().atMost(HEARD)
                .until(() -> !stack.owner()
                        .get(hall.path() + "/members?memberId=" + id)
                        .json()
                        .path("items")
                        .isEmpty());
        return id;
    }

    private void changesThePrice() {
        visit.link("Monthly membership").click();
        visit.sees("1 subscription of version 1 is renewed at CN¥49.00 as before.");
        field("Price").fill("59");
        visit.sees("pays CN¥59.00 instead of CN¥49.00");
        visit.picture("offer-change");
        visit.button("Publish the new version").click();
        dialog("Publish the new version").click();
        visit.sees("Version 2 is on sale");
        visit.sees("All versions");
        visit.sees("version 1");
        visit.picture("offer-changed");
    }

    private void givesMoneyBack() {
        visit.link("Orders and payments").click();
        visit.sees("Adds up to zero");
        visit.sees("Mika Member");
        visit.picture("sales");
        visit.button("Refund").click();
        field("Amount, at most CN¥49.00").fill("10");
        visit.picture("refund");
        dialog("Give it back").click();
        visit.sees("CN¥10.00 given back");
    }

    private void looksAfter(String member) {
        visit.open(path("/members"));
        visit.sees("Mika Member");
        visit.picture("members");
        findsMembers(member);
        visit.link("Mika Member").click();
        visit.main().locator("li").filter(has("Moderator")).getByText("Give").click();
        dialog("Give").click();
        assertThat(visit.main().locator("li").filter(has("Moderator"))).containsText("Take away");
        visit.main().locator("summary").filter(has("Give access")).click();
        field("Reason").first().fill("Helps with the garden");
        visit.button("Give access").click();
        visit.sees("Helps with the garden");
        visit.picture("member");
        visit.main()
                .locator("li")
                .filter(has("Helps with the garden"))
                .getByRole(AriaRole.BUTTON)
                .click();
        field("Reason").last().fill("The garden is done");
        dialog("End").click();
        visit.sees("The garden is done");
        assertThat(visit.page().url()).contains(member);
    }

    private void findsMembers(String member) {
        field("Find somebody").fill("Nemo");
        visit.sees("Nobody was found");
        visit.picture("members-none-found");
        field("Show").selectOption("former");
        field("Find somebody").fill("mem");
        visit.page().waitForURL("**/members?q=mem&state=former");
        visit.sees("Nobody was found");
        field("Show").selectOption("");
        field("Find somebody").fill("mika@guildhall.example");
        visit.page().waitForURL("**/members");
        visit.sees("Mika Member");
        field("Find somebody").fill(member);
        visit.page().waitForURL("**/members?q=" + member);
        visit.sees("Mika Member");
        visit.picture("members-found");
    }

    private void readsTheNumbers() {
        stack.awaitLake();
        visit.open(path("/numbers?of=n1"));
        visit.sees("New members (N1)");
        assertThat(visit.main().locator("article strong")).hasText("1");
        assertThat(visit.main().locator("canvas")).isVisible();
        visit.button("Show the events behind it").click();
        visit.sees("member.membership.activated");
        visit.picture("numbers");
        visit.main().locator("select").first().selectOption("churn");
        visit.page().getByLabel("Churn, as in the source article").check();
        assertThat(visit.main().locator("article")).hasCount(2);
        visit.sees("There were no members at the start of the window.");
        visit.sees("No number in any of these windows");
        visit.picture("numbers-two-definitions");
        var file = visit.page().waitForDownload(() -> visit.link("Download").click());
        assertThat(file.suggestedFilename()).isEqualTo("events.parquet");
    }

    private void beginsTheDay() {
        visit.open(path(""));
        visit.sees("Nothing waits for you.");
        visit.sees("new member");
        visit.sees("Members at the end (N)");
        visit.picture("today");
    }

    private void everyPageSpeaksChineseInTheDark(String member) {
        visit.wantsChineseInTheDark();
        for (String page : List.of(
                "",
                "/numbers",
                "/courses",
                "/courses/new",
                "/offers",
                "/offers/new",
                "/sales",
                "/members",
                "/members/" + member)) {
            visit.open(path(page));
            visit.seesChineseInTheDark();
            visit.picture("zh" + page.replace(member, "of").replace('/', '-'));
        }
    }

    private Locator field(String label) {
        return visit.page().getByLabel(label);
    }

    /** What the open dialog asks to be confirmed. */
    private Locator dialog(String button) {
        return visit.page().locator("dialog[open] button").filter(has(button)).last();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private String path(String page) {
        return "/communities/" + hall.id() + "/office" + page;
    }
}
