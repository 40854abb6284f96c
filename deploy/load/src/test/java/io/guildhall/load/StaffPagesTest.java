package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import io.guildhall.local.client.GuildhallClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of who founds a community, and of those who help to run it: authors and moderators. */
@Tag("long")
@ExtendWith(SharedStack.class)
class StaffPagesTest {

    private static final Duration HEARD = Duration.ofMinutes(1);

    private final LocalStack stack;
    private Visit visit;

    StaffPagesTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        visit = new Visit(stack, "en-US", "staff");
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void whoFoundsACommunityOpensChannelsAndAsks() {
        visit.joins("Fritz Founder", "fritz@guildhall.example", "tea is served at half past four");
        foundsOne();
        opensAChannel();
        asksAQuestion();
        speaksChinese(List.of(visit.page().url(), "/found"), "founder");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void anAuthorWritesAndNothingElse() {
        Hall hall = Hall.found(stack, "The Ink Well");
        visit.joins("Ada Author", "ada@guildhall.example", "a pen is quieter than a drum");
        GuildhallClient ada = hall.appoint(visit.token(), "author");
        await().atMost(HEARD)
                .until(() -> ada.post(hall.path() + "/courses/preview", Map.of("markdown", "x"))
                        .ok());
        visit.open(office(hall, ""));
        visit.sees("Your courses, from the first draft to their publication.");
        assertThat(pages()).hasText("Courses");
        visit.picture("author");
        visit.link("New course").click();
        visit.page().getByLabel("Title of the course").fill("Good ink");
        visit.page().getByLabel("Title of the lesson").fill("Black");
        visit.page().getByLabel("Text, in Markdown").fill("Ink is **black**.");
        visit.button("Save the draft").click();
        visit.page().waitForURL("**/office/courses/crs_*");
        visit.button("Submit for approval").click();
        visit.sees("Submitted");
        assertThat(visit.button("Approve")).hasCount(0);
        visit.picture("author-submitted");
        visit.open(office(hall, "/sales"));
        visit.sees("This page is not for you");
        speaksChinese(List.of(office(hall, "/courses")), "author");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void aModeratorKeepsOrderAndOwnsNothing() {
        Hall hall = Hall.found(stack, "The Quiet Room");
        String channel = hall.openChannel();
        String message = hall.path() + "/channels/" + channel + "/messages";
        await().atMost(HEARD)
                .until(() -> stack.owner()
                        .post(message, Map.of("localId", "loud", "body", "BUY CHEAP INK"))
                        .ok());
        visit.joins("Mona Moderator", "mona@guildhall.example", "silence has many good friends");
        GuildhallClient mona = hall.appoint(visit.token(), "moderator");
        await().atMost(HEARD).until(() -> mona.get(message).ok());
        visit.open(office(hall, ""));
        visit.sees("Channels and surveys");
        assertThat(pages()).hasText("Channels");
        assertThat(visit.button("Open it")).hasCount(0);
        visit.page().getByText("Rules of “The round table”").click();
        visit.page().getByLabel("Between two messages of one member").selectOption("60");
        visit.button("Save").click();
        visit.sees("Saved.");
        visit.picture("moderator");
        removesIt(hall, channel);
        speaksChinese(List.of(office(hall, "/talk")), "moderator");
        assertThat(visit.complaints()).isEmpty();
    }

    private void foundsOne() {
        visit.open("/");
        visit.link("Found a community").click();
        visit.page().getByLabel("Name").fill("The Tea House");
        visit.page().getByLabel("What is it about?").fill("Tea, and what one may say over it.");
        visit.picture("found");
        visit.button("Found it").click();
        visit.page().waitForURL("**/office");
        visit.sees("Nothing waits for you.");
    }

    private void opensAChannel() {
        visit.link("Channels").click();
        visit.sees("There is no channel yet");
        visit.picture("talk-none");
        visit.page().getByText("Open a channel").click();
        visit.page().getByLabel("Name").fill("kettle");
        visit.page().getByLabel("For whom").selectOption("public");
        visit.button("Open it").click();
        visit.sees("Everybody who has signed in");
    }

    private void asksAQuestion() {
        visit.page().getByLabel("Question").fill("Is the tea strong enough?");
        visit.button("Ask").click();
        visit.sees("Nobody has answered yet.");
        visit.link("Surveys").click();
        visit.page().locator(".scores label").nth(3).click();
        visit.button("Give this answer").click();
        visit.sees("your answer is counted");
        visit.page().goBack();
        visit.sees("1 answer, 4 on average");
        visit.picture("talk");
    }

    private void removesIt(Hall hall, String channel) {
        visit.open("/communities/" + hall.id() + "/chat/" + channel);
        Locator said = visit.page().locator(".message");
        assertThat(said).containsText("BUY CHEAP INK");
        said.hover();
        assertThat(said.getByText("Edit")).hasCount(0);
        said.getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        visit.page()
                .locator("dialog[open]")
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(said).containsText("Message deleted");
        visit.picture("moderator-chat");
    }

    private void speaksChinese(List<String> pages, String whose) {
        visit.wantsChineseInTheDark();
        for (String page : pages) {
            visit.open(page);
            visit.seesChineseInTheDark();
            visit.picture("zh-" + whose + page.substring(page.lastIndexOf('/')).replace('/', '-'));
        }
    }

    private Locator pages() {
        return visit.main().locator("nav[aria-label='Running the community'] a");
    }

    private static String office(Hall hall, String page) {
        return "/communities/" + hall.id() + "/office" + page;
    }
}
