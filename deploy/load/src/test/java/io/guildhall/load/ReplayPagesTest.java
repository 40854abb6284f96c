package io.guildhall.load;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.demo.Demo;
import io.guildhall.local.demo.Login;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on which the lake is built anew, for owners and for operators; pictures of it are kept. */
@Tag("long")
@ExtendWith(SharedStack.class)
class ReplayPagesTest {

    private static final Duration HEARD = Duration.ofMinutes(1);
    private static final double REPLAYED_MILLIS = 120_000;

    private final LocalStack stack;
    private Visit visit;

    ReplayPagesTest(LocalStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void open() {
        visit = new Visit(stack, "en-US", "replays");
    }

    @AfterEach
    void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @Test
    void anOwnerHasTheLakeBuiltAnew() {
        Hall hall = Hall.found(stack, "The Mirror Hall");
        String page = "/communities/" + hall.id() + "/office/replays";
        visit.joins("Rita Replay", "rita@guildhall.example", "twice told is well told");
        GuildhallClient rita = hall.appoint(visit.token(), "owner");
        await().atMost(HEARD).until(() -> rita.get(hall.path() + "/sql/queries").ok());
        visit.open(page);
        visit.sees("No replay is done yet");
        visit.picture("none");
        buildsItAnew();
        visit.sees("by Rita Replay");
        visit.picture("owner");
        visit.wantsChineseInTheDark();
        visit.open(page);
        visit.seesChineseInTheDark();
        visit.picture("zh");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void anOperatorSeesTheLakeToo() {
        Login operator =
                Demo.read(stack.data().resolve("demo.json")).orElseThrow().operator();
        visit.signsIn(operator.mail(), operator.password(), operator.name());
        visit.open("/operations/replays");
        visit.sees("The live lake");
        buildsItAnew();
        visit.sees("Complete");
        visit.picture("operator");
        assertThat(visit.complaints()).isEmpty();
    }

    private void buildsItAnew() {
        Locator running = visit.main()
                .getByRole(AriaRole.HEADING)
                .filter(new Locator.FilterOptions().setHasText("The lake is built anew"));
        visit.button("Begin").click();
        assertThat(running).isVisible();
        assertThat(running).hasCount(0, new HasCountOptions().setTimeout(REPLAYED_MILLIS));
        visit.sees("The same, event by event");
    }
}
