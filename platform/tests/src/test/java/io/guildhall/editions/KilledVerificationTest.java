package io.guildhall.editions;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.Rebuilds;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.testing.NoFullScans;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a verification wrote that was killed is removed by a later one, and that of one which runs is not. */
@ExtendWith(NoFullScans.class)
class KilledVerificationTest {

    @Test
    void leavesNothingOnceAnotherWasMade() {
        try (Shop shop = Shop.found(KilledVerificationTest.class)) {
            shop.mongo().createCollection("sales.verify-1");
            shop.mongo().createCollection("loaves.verify-0b7e44a1");
            shop.mongo().createCollection("sales.verify-2");
            var running = shop.context()
                    .getBean(Leases.class)
                    .claim("verify/verify-2", Duration.ofMinutes(1))
                    .orElseThrow();

            shop.context().getBean(Rebuilds.class).compareAll();

            assertThat(shop.mongo().getCollectionNames())
                    .contains("sales.verify-2")
                    .doesNotContain("sales.verify-1", "loaves.verify-1", "loaves.verify-0b7e44a1");
            running.close();
        }
    }
}
