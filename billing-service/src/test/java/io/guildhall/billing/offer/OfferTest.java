package io.guildhall.billing.offer;

import io.guildhall.billing.offer.OfferCommand.PublishOffer;
import io.guildhall.billing.offer.OfferCommand.RetireOffer;
import io.guildhall.billing.offer.OfferCommand.ReviseOffer;
import io.guildhall.billing.offer.OfferEvent.OfferPublished;
import io.guildhall.billing.offer.OfferEvent.OfferRetired;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final List<String> OPENS = List.of("course:*");
    private static final OfferPublished FIRST = published(1, 2900);
    private static final OfferRetired RETIRED = new OfferRetired("off_1", "com_1");

    private final FixtureConfiguration<Offer> offer = AggregateFixtures.of(Offer.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Offer.class, FIRST, published(2, 3900), RETIRED);
    }

    @Test
    void isPublishedAsVersionOne() {
        offer.givenNoPriorActivity()
                .when(new PublishOffer("off_1", "com_1", OfferKind.PLAN, Period.MONTH, "Member", 2900, "CNY", OPENS))
                .expectEvents(FIRST);
    }

    @Test
    void hasANewVersionForEveryPrice() {
        offer.given(FIRST, published(2, 3900)).when(revise("com_1", 4900)).expectEvents(published(3, 4900));
    }

    @Test
    void isNotRevisedOnceItIsRetired() {
        offer.given(FIRST, RETIRED).when(revise("com_1", 4900)).expectNoEvents().expectException(OfferNotOnSale.class);
    }

    @Test
    void isRetiredOnce() {
        offer.given(FIRST).when(new RetireOffer("off_1", "com_1")).expectEvents(RETIRED);
        AggregateFixtures.of(Offer.class)
                .given(FIRST, RETIRED)
                .when(new RetireOffer("off_1", "com_1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotFoundFromAnotherCommunity() {
        offer.given(FIRST).when(revise("com_2", 1)).expectNoEvents().expectException(NotFound.class);
    }

    private static ReviseOffer revise(String communityId, long amountMinor) {
        return new ReviseOffer("off_1", communityId, "Member", amountMinor, "CNY", OPENS);
    }

    private static OfferPublished published(int version, long amountMinor) {
        return new OfferPublished(
                "off_1", "com_1", version, OfferKind.PLAN, "Member", amountMinor, "CNY", Period.MONTH, OPENS);
    }
}
