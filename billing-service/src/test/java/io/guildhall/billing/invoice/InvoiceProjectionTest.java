package io.guildhall.billing.invoice;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;
import static io.guildhall.billing.Guild.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.billing.Guild;
import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
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
class InvoiceProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(InvoiceProjectionTest.class);

    @Test
    void showsInvoicesInTheOrderOfTheirNumbersHoweverOftenTheyAreTold() {
        ArrivesTwice.check(
                mongo, InvoiceProjection::new, new History().own(issued(1, ADA), issued(2, "mem_bob"), issued(3, ADA)));

        var invoices = new Invoices(mongo);
        assertThat(invoices.of(Guild.ID, ADA, new PageQuery(50, null)).items())
                .extracting(Invoice::number)
                .containsExactly(1L, 3L);
        assertThat(invoices.find("com_2", "inv_1")).isEmpty();
    }

    private static InvoiceIssued issued(long number, String memberId) {
        var line = new InvoiceLine("Java", COURSE.offerId(), 1, COURSE.kind(), 9900);
        return new InvoiceIssued(
                "inv_" + number,
                Guild.ID,
                number,
                "ord_" + number,
                memberId,
                List.of(line),
                9900,
                "CNY",
                "Ada",
                null,
                MARCH);
    }
}
