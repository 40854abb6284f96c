package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.local.client.GuildhallClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on which the lake is asked in SQL; pictures of all that it shows are kept. */
@Tag("long")
@ExtendWith(SharedStack.class)
class AnalystPagesTest {

    private static final Duration HEARD = Duration.ofMinutes(1);

    private final LocalStack stack;
    private Hall hall;
    private Visit visit;

    AnalystPagesTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        visit = new Visit(stack, "en-US", "analyst");
        hall = Hall.found(stack, "The Counting House");
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void anAnalystAsksInBothLanguages() throws Exception {
        visit.joins("Anna Analyst", "anna@guildhall.example", "seven counts of every stone");
        becomesAnalyst();
        seesNothingButTheAnalystsPages();
        asksAnExample();
        keepsIt();
        isToldWhatIsWrong();
        turnsAway();
        looksUpAView();
        leafsThrough();
        meetsAnotherAuthor();
        pageSpeaksChineseInTheDark();
        assertThat(visit.complaints()).allMatch(AnalystPagesTest::isExpected);
    }

    private void becomesAnalyst() {
        GuildhallClient anna = hall.appoint(visit.token(), "analyst");
        for (GuildhallClient each : List.of(anna, stack.owner())) {
            await().atMost(HEARD)
                    .until(() -> each.get(hall.path() + "/sql/queries").ok());
        }
        stack.awaitLake();
    }

    private void seesNothingButTheAnalystsPages() {
        visit.open(path(""));
        visit.sees("Ask in SQL");
        assertThat(visit.main().locator("nav[aria-label='Running the community'] a"))
                .hasText("SQL");
        visit.sees("No query is kept here yet");
        visit.picture("sql-none");
        visit.open(path("/sales"));
        visit.sees("This page is not for you");
    }

    private void asksAnExample() {
        visit.open(path("/sql"));
        visit.button("What happens here").click();
        visit.button("Run").click();
        visit.sees("member.role.granted");
        assertThat(visit.main().locator("canvas")).isVisible();
        assertThat(visit.main().locator("td.numeric").first()).isVisible();
        visit.picture("sql-answer");
    }

    private void keepsIt() throws Exception {
        visit.page().getByLabel("Name, to keep it").fill("Kinds of events");
        visit.button("Save").click();
        visit.sees("Saved.");
        assertThat(visit.main().getByRole(AriaRole.HEADING).filter(has("Kinds of events")))
                .isVisible();
        visit.page().waitForURL(Pattern.compile("/sql\\?query=qry_"));
        Download file =
                visit.page().waitForDownload(() -> visit.button("Download").click());
        assertThat(file.suggestedFilename()).isEqualTo("rows.csv");
        assertThat(Files.readString(file.path())).startsWith("name,times,latest\n");
        visit.picture("sql-saved");
    }

    private void isToldWhatIsWrong() {
        query().fill("SELECT name,\n  nothing\nFROM events");
        query().press("Control+Enter");
        visit.sees("Query failed");
        visit.picture("sql-refused");
        visit.button("Go to line 2, column 3").click();
        assertThat(query()).isFocused();
        assertThat(query().evaluate("it => it.value.slice(it.selectionStart, it.selectionEnd)"))
                .isEqualTo("nothing");
    }

    private void turnsAway() {
        visit.page().route("**/sql", route -> {});
        query().fill("SELECT 1 AS n");
        visit.button("Run").click();
        visit.sees("The query runs.");
        visit.button("Cancel").click();
        visit.sees("Canceled.");
        visit.page().unroute("**/sql");
    }

    private void looksUpAView() {
        query().fill("SELECT * FROM ");
        query().press("End");
        visit.page().getByLabel("Find a view or column").fill("began_by");
        visit.main().locator("summary").filter(has("memberships")).last().click();
        visit.picture("sql-views");
        visit.button("Insert memberships").click();
        assertThat(query()).hasValue("SELECT * FROM memberships");
        visit.button("Run").click();
        visit.sees("The query was carried out and found nothing.");
    }

    private void leafsThrough() {
        query().fill("SELECT range AS n, NULL AS nothing, 9007199254740993 AS large FROM range(120)");
        visit.button("Run").click();
        visit.sees("1 to 50 of 120");
        visit.main()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("On").setExact(true))
                .click();
        visit.sees("51 to 100 of 120");
        visit.sees("9007199254740993");
        assertThat(visit.main().locator("td").filter(has("null")).first()).isVisible();
        visit.picture("sql-pages");
    }

    /** Somebody changes the query while it is open here, and the newer one is taken; then it is removed. */
    private void meetsAnotherAuthor() {
        String saved = visit.page().url().replaceFirst(".*query=", "");
        String path = hall.path() + "/sql/queries/" + saved;
        stack.owner()
                .send("PUT", path, Map.of("version", 1, "name", "Theirs", "query", "SELECT 2 AS two"))
                .expect(204);
        await().atMost(HEARD)
                .until(() -> stack.owner().get(path).json().path("version").asInt() == 2);
        visit.button("Save changes").click();
        visit.sees("Changed meanwhile");
        visit.picture("sql-conflict");
        visit.button("Show the newer version").click();
        dialog("Put it aside").click();
        assertThat(query()).hasValue("SELECT 2 AS two");
        visit.button("Remove").click();
        dialog("Remove").click();
        visit.sees("No query is kept here yet");
    }

    private void pageSpeaksChineseInTheDark() {
        visit.wantsChineseInTheDark();
        visit.open(path("/sql"));
        visit.seesChineseInTheDark();
        visit.main().locator("li button").first().click();
        query().press("Control+Enter");
        assertThat(visit.main().locator("canvas")).isVisible();
        visit.picture("zh-sql");
    }

    /** The query that failed and the change that came too late were asked for. */
    private static boolean isExpected(String complaint) {
        return complaint.matches("(422|409) .*/sql(/queries/.*)?") || complaint.matches(".*status of (422|409).*");
    }

    private Locator query() {
        return visit.main().locator("textarea");
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
