package io.guildhall.billing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.billing.offer.OfferEvent.OfferPublished;
import io.guildhall.billing.offer.OfferEvent.OfferRetired;
import io.guildhall.billing.offer.OfferKind;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class OfferVersionProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(OfferVersionProjectionTest.class);

    @Test
    void keepsEveryVersionHoweverOftenItIsTold() {
        var history = new History()
                .own(course("off_1", 1, 100), course("off_2", 1, 200), course("off_1", 2, 150))
                .own(new OfferRetired("off_1", "com_1"));

        ArrivesTwice.check(mongo, OfferVersionProjection::new, history);

        var catalogue = new Catalogue(mongo);
        var page = new PageQuery(50, null);
        assertThat(catalogue.versions("com_1", "off_1", page).items())
                .extracting(OfferVersion::version, OfferVersion::amountMinor)
                .containsExactly(tuple(2, 150L), tuple(1, 100L));
        assertThat(catalogue.versions("com_1", "off_1", new PageQuery(1, "2")).items())
                .extracting(OfferVersion::version)
                .containsExactly(1);
        assertThat(catalogue.versions("com_2", "off_1", page).items()).isEmpty();
    }

    private static OfferPublished course(String offerId, int version, long amountMinor) {
        return new OfferPublished(
                offerId, "com_1", version, OfferKind.COURSE, "Java", amountMinor, "CNY", null, List.of("course:*"));
    }
}
