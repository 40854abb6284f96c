package io.guildhall.member.address;

import io.guildhall.member.address.MailAddressCommand.ClaimMailAddress;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimRefused;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimed;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MailAddressTest {

    private static final MailAddressClaimed ADAS = new MailAddressClaimed("mad_1", "mem_ada");

    private final FixtureConfiguration<MailAddress> address = new AggregateTestFixture<>(MailAddress.class);

    @Test
    void belongsToTheFirstThatClaimsIt() {
        address.givenNoPriorActivity()
                .when(new ClaimMailAddress("mad_1", "mem_ada"))
                .expectEvents(ADAS);
    }

    @Test
    void isClaimedOnceByItsOwner() {
        address.given(ADAS).when(new ClaimMailAddress("mad_1", "mem_ada")).expectNoEvents();
    }

    @Test
    void isRefusedToAnother() {
        address.given(ADAS)
                .when(new ClaimMailAddress("mad_1", "mem_eve"))
                .expectEvents(new MailAddressClaimRefused("mad_1", "mem_eve"));
    }

    @Test
    void staysWithItsOwnerAfterARefusal() {
        address.given(ADAS, new MailAddressClaimRefused("mad_1", "mem_eve"))
                .when(new ClaimMailAddress("mad_1", "mem_ada"))
                .expectNoEvents();
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(MailAddress.class, ADAS);
    }
}
