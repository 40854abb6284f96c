package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/** The page of the mails that a local stack shows instead of sending them. */
final class Mailbox {

    private Mailbox() {}

    /** The newest letter to an address, which comes a moment after what it is about; the page does not renew itself. */
    static Locator letterTo(String mail, Page page) {
        Locator letters = page.locator("article").filter(new Locator.FilterOptions().setHasText(mail));
        await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
            page.navigate("/id/mails");
            return letters.count() > 0;
        });
        return letters.first();
    }
}
