package io.guildhall.billing.invoice;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.COURSE;
import static io.guildhall.billing.Guild.MARCH;

import io.guildhall.billing.Guild;
import io.guildhall.billing.invoice.InvoiceCommand.IssueInvoice;
import io.guildhall.billing.invoice.InvoiceEvent.InvoiceIssued;
import io.guildhall.platform.testing.AggregateFixtures;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class InvoiceBookTest {

    private static final List<InvoiceLine> LINES =
            List.of(new InvoiceLine("Java", COURSE.offerId(), 1, COURSE.kind(), 9900));

    private final FixtureConfiguration<InvoiceBook> book = AggregateFixtures.of(InvoiceBook.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(InvoiceBook.class, issued("ord_1", 1));
    }

    @Test
    void numbersFromOneWithoutAGap() {
        book.givenNoPriorActivity().when(issue("ord_1")).expectEvents(issued("ord_1", 1));
        AggregateFixtures.of(InvoiceBook.class)
                .given(issued("ord_1", 1), issued("ord_2", 2))
                .when(issue("ord_3"))
                .expectEvents(issued("ord_3", 3));
    }

    private static IssueInvoice issue(String orderId) {
        return new IssueInvoice(
                InvoiceId.book(Guild.ID),
                InvoiceId.of(orderId),
                Guild.ID,
                orderId,
                ADA,
                LINES,
                "CNY",
                "Ada",
                null,
                MARCH);
    }

    private static InvoiceIssued issued(String orderId, long number) {
        return new InvoiceIssued(
                InvoiceId.of(orderId), Guild.ID, number, orderId, ADA, LINES, 9900, "CNY", "Ada", null, MARCH);
    }
}
