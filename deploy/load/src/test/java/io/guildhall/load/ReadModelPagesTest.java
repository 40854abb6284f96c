package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.local.demo.Demo;
import io.guildhall.local.demo.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on which an operator has a read model made anew beside the live one; pictures of it are kept. */
@Tag("long")
@ExtendWith(SharedStack.class)
class ReadModelPagesTest {

    private static final String NAME = "course-outline";

    private final LocalStack stack;
    private Visit visit;

    ReadModelPagesTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void signIn() {
        visit = new Visit(stack, "en-US", "read-models");
        Login operator =
                Demo.read(stack.data().resolve("demo.json")).orElseThrow().operator();
        visit.signsIn(operator.mail(), operator.password(), operator.name());
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void anOperatorRebuildsComparesSwitchesAndDrops() {
        visit.open("/operations");
        visit.link("Read models").first().click();
        assertThat(model()).containsText("Edition 1 is live");
        visit.picture("all");
        press("Rebuild");
        sees("caught up");
        press("Compare");
        sees("Both editions are equal");
        press("Pause");
        sees("paused");
        press("Go on");
        press("Switch to it");
        visit.picture("switch");
        confirm("Switch");
        sees("Edition 2 is live");
        sees("edition 1 was live before");
        visit.picture("switched");
        press("Switch back");
        confirm("Switch");
        sees("Edition 1 is live");
        press("Drop it");
        visit.picture("drop");
        confirm("Drop");
        assertThat(model()).not().containsText("was live before");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void aServiceThatDoesNotAnswerHidesNoOther() {
        visit.page().route("**/api/ops/community/rebuilds", Route::abort);
        visit.open("/operations/read-models");
        assertThat(model()).containsText("is live");
        assertThat(visit.main().locator("section").filter(has("Community")).getByRole(AriaRole.ALERT))
                .isVisible();
        visit.picture("silent");
        assertThat(visit.complaints()).allMatch(each -> each.contains("ERR_FAILED"), "nothing but what was cut off");
    }

    private Locator model() {
        return visit.main().locator("li.model").filter(has(NAME));
    }

    /** A rebuild, a comparison and a switch take seconds. */
    private void sees(String text) {
        assertThat(model()).containsText(text, new ContainsTextOptions().setTimeout(30_000));
    }

    private void press(String what) {
        model().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(what + " " + NAME))
                .click();
    }

    private void confirm(String what) {
        visit.page().locator("dialog[open] button").filter(has(what)).click();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
