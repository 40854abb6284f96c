package io.guildhall.editions;

import static io.guildhall.editions.Shop.MODEL;
import static io.guildhall.editions.Shop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.DeadLetter;
import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.follow.ReadModelEditions.State;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.verify.Verification;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator gave up for one edition has no effect on later ones, and is no difference for ever. */
@ExtendWith(NoFullScans.class)
class GivenUpEventsTest {

    private static int tills;
    private static Shop shop;

    private final String till = "til_" + tills++;

    @BeforeAll
    static void open() {
        shop = Shop.found(GivenUpEventsTest.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @AfterEach
    void nothingIsLeftBeside() {
        SalesProjection.before = _ -> {};
        if (shop.desk().of(MODEL).beside() != null) {
            shop.drop();
        }
    }

    @Test
    void areNoDifferenceOnceAnotherEditionIsLive() {
        String live = follower(shop.desk().of(MODEL).live());
        failsAt(live);
        shop.sell(till, 1);
        giveUp(live);
        assertThat(shop.rebuilt().deadLetters()).isZero();
        shop.turn();

        assertThat(shop.sale(till)).isNull();
        assertThat(diverged()).isEmpty();
    }

    @Test
    void areNoDifferenceWhereALaterEditionHadThemBefore() {
        String live = follower(shop.desk().of(MODEL).live());
        failsAt(live);
        shop.sell(till, 2);
        soon().until(() -> !letters(live).isEmpty());
        shop.rebuilt();
        shop.turn();
        giveUp(live);

        assertThat(shop.sale(till)).isEqualTo(new Sale(till, 2));
        assertThat(diverged()).isEmpty();
    }

    @Test
    void areAskedForAsTheLaterEditionGoesOn() {
        String live = follower(shop.desk().of(MODEL).live());
        shop.knows(shop.sell(till + "_held", 1), Duration.ofSeconds(20));
        CountDownLatch held = new CountDownLatch(1);
        shop.rebuilt();
        String later = follower(shop.beside().edition());
        var standing = new CountDownLatch(1);
        SalesProjection.before = thread -> {
            if (thread.contains("/" + later + "@")) {
                standing.countDown();
                await(held);
            }
        };
        shop.sell(till + "_held", 1);
        await(standing);
        var hold = SalesProjection.before;
        SalesProjection.before = thread -> {
            hold.accept(thread);
            fail(thread, live);
        };
        shop.sell(till, 3);
        giveUp(live);
        held.countDown();
        soon().until(() -> shop.beside().state() == State.CAUGHT_UP && shop.sawAll());

        shop.turn();
        assertThat(shop.sale(till)).isNull();
    }

    private static String follower(int edition) {
        return edition == 1 ? MODEL : MODEL + "." + edition;
    }

    private static void failsAt(String follower) {
        SalesProjection.before = thread -> fail(thread, follower);
    }

    private static void fail(String thread, String follower) {
        if (thread.contains("/" + follower + "@")) {
            throw new IllegalArgumentException("no such till");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void giveUp(String follower) {
        soon().until(() -> !letters(follower).isEmpty());
        SalesProjection.before = _ -> {};
        letters(follower).forEach(letter -> letterDesk().drop(letter, "mem_op", "no such till"));
    }

    private static List<DeadLetter> letters(String follower) {
        return letterDesk().waiting(100).stream()
                .filter(letter -> letter.follower().equals(follower))
                .toList();
    }

    private static DeadLetterDesk letterDesk() {
        return shop.context().getBean(DeadLetterDesk.class);
    }

    private static List<String> diverged() {
        return shop.context().getBean(Verification.class).run().checks().stream()
                .filter(check -> check.getName().equals("diverged"))
                .flatMap(check -> check.getFindings().stream())
                .toList();
    }
}
