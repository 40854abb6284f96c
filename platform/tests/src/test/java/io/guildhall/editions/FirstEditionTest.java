package io.guildhall.editions;

import static io.guildhall.editions.Shop.MODEL;
import static io.guildhall.editions.Shop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first edition hears other services together with policies, until it stands still or is no more. */
@ExtendWith(NoFullScans.class)
class FirstEditionTest {

    private Shop shop = Shop.found(FirstEditionTest.class);

    @BeforeEach
    void theFirstStandsStillBesideTheLiveOne() {
        bake("loa_before");
        shop.rebuilt();
        shop.turn();
        shop.desk().pause(MODEL);
        soon().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("lease-follower/sales@")));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void hearsOtherServicesWhenItGoesOn() {
        shop.desk().resume(MODEL);
        shop.turn();

        bake("loa_late");

        assertThat(shop.desk().of(MODEL).live()).isEqualTo(1);
        soon().until(() -> shop.loaf("loa_late") != null);
    }

    @Test
    void hearsNothingWhereAnInstanceBeginsWhileItStandsStill() {
        shop.close();
        shop = Shop.open(FirstEditionTest.class);
        Document before = heard();

        bake("loa_1");
        bake("loa_1"); // the consumer has stored what it heard before

        assertThat(heard()).isNotNull().isEqualTo(before);
    }

    /** Returns when the common consumer has heard of it. */
    private static void bake(String loaf) {
        int before = WhenBakedThenListTheLoaf.LOAVES.size();
        Bakery.ONLY.bake(loaf, 5);
        soon().until(() -> WhenBakedThenListTheLoaf.LOAVES.lastIndexOf(loaf) >= before);
    }

    private static @Nullable Document heard() {
        return Servers.database(FirstEditionTest.class)
                .getCollection("positions")
                .find(new Document("_id", "sales@bakery"))
                .first();
    }
}
