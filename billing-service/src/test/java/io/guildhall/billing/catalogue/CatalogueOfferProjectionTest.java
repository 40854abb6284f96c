package io.guildhall.billing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

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
class CatalogueOfferProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(CatalogueOfferProjectionTest.class);

    @Test
    void showsTheNewestVersionOfWhatIsOnSaleHoweverOftenItIsTold() {
        var history = new History()
                .own(course("off_1", 1, 100), course("off_2", 1, 200), course("off_1", 2, 150))
                .own(new OfferRetired("off_2", "com_1"));

        ArrivesTwice.check(mongo, CatalogueOfferProjection::new, history);

        var catalogue = new Catalogue(mongo);
        assertThat(catalogue.onSale("com_1", new PageQuery(50, null)).items())
                .extracting(CatalogueOffer::offerId, CatalogueOffer::version, CatalogueOffer::amountMinor)
                .containsExactly(org.assertj.core.api.Assertions.tuple("off_1", 2, 150L));
        assertThat(catalogue.find("com_1", "off_2"))
                .hasValueSatisfying(it -> assertThat(it.retired()).isTrue());
        assertThat(catalogue.find("com_2", "off_1")).isEmpty();
    }

    private static OfferPublished course(String offerId, int version, long amountMinor) {
        return new OfferPublished(
                offerId, "com_1", version, OfferKind.COURSE, "Java", amountMinor, "CNY", null, List.of("course:*"));
    }
}
