package io.guildhall.editions;

import static io.guildhall.editions.Shop.MODEL;
import static io.guildhall.editions.Shop.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.follow.AnotherEdition;
import io.guildhall.platform.follow.ReadModelEditions.State;
import io.guildhall.platform.follow.RebuildBehind;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator decides is done once and said truly, also where something that is only told of it is away. */
@ExtendWith(NoFullScans.class)
class EditionDecisionsTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.found(EditionDecisionsTest.class);
        shop.sell("til_0", 1);
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
    void isAboutTheEditionThatIsMeantHoweverOftenItIsAsked() {
        int live = shop.desk().of(MODEL).live();
        int edition = shop.rebuilt().edition();
        assertThat(shop.desk().turn(MODEL, edition).live()).isEqualTo(edition);

        assertThatThrownBy(() -> shop.desk().turn(MODEL, edition)).isInstanceOf(AnotherEdition.class);
        assertThatThrownBy(() -> shop.desk().drop(MODEL, edition)).isInstanceOf(AnotherEdition.class);

        assertThat(shop.desk().of(MODEL).live()).isEqualTo(edition);
        assertThat(shop.beside().edition()).isEqualTo(live);
        assertThat(shop.desk().drop(MODEL, live).beside()).isNull();
    }

    @Test
    void isForgottenWhereWhoeverAnnouncedItDied() {
        int edition = shop.rebuilt().edition();
        var next = new Document("number", edition)
                .append("since", 7L)
                .append("at", Date.from(Instant.now().minusSeconds(31)));
        Servers.database(EditionDecisionsTest.class)
                .getCollection("editions")
                .updateOne(Filters.eq("_id", MODEL), Updates.set("next", next));
        assertThat(shop.beside().state()).isEqualTo(State.CAUGHT_UP);

        CountDownLatch held = SalesProjection.hold(edition);
        LogPosition sold = shop.sell("til_1", 1);

        assertThat(shop.knows(sold, Duration.ofSeconds(20))).isTrue();
        held.countDown();
    }

    @Test
    void keepsWhyAComparisonFailedForWhoeverAsksLater() {
        int edition = shop.rebuilt().edition();
        CountDownLatch held = SalesProjection.hold(edition);
        shop.knows(shop.sell("til_2", 1), Duration.ofSeconds(20));

        assertThatThrownBy(() -> shop.desk().compare(MODEL)).isInstanceOf(RebuildBehind.class);
        assertThat(shop.beside().comparisonFailed()).startsWith("RebuildBehind");

        held.countDown();
        assertThat(shop.compared().equal()).isTrue();
        assertThat(shop.beside().comparisonFailed()).isNull();
    }

    @Tag("long")
    @Test
    void isDoneThoughTheBrokerIsSilent() {
        int edition = shop.rebuilt().edition();
        try (Shop alone = Shop.withoutBroker(EditionDecisionsTest.class)) {
            var turned = alone.desk().turn(MODEL, edition);

            assertThat(turned.live()).isEqualTo(edition);
            assertThat(Objects.requireNonNull(turned.beside()).total()).isNull();
            assertThat(Objects.requireNonNull(alone.desk().pause(MODEL).beside())
                            .state())
                    .isEqualTo(State.PAUSED);
        }
        shop.desk().resume(MODEL);
        soon().until(() -> shop.beside().state() == State.CAUGHT_UP);
    }
}
