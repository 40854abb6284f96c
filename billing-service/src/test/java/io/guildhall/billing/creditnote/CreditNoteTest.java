package io.guildhall.billing.creditnote;

import static io.guildhall.billing.Guild.ADA;
import static io.guildhall.billing.Guild.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.billing.Guild;
import io.guildhall.billing.creditnote.CreditNoteCommand.IssueCreditNote;
import io.guildhall.billing.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.guildhall.billing.invoice.InvoiceId;
import io.guildhall.platform.testing.AggregateFixtures;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.MongoTemplate;

@ExtendWith(NoFullScans.class)
class CreditNoteTest {

    private static final String INVOICE = InvoiceId.of("ord_1");

    private final MongoTemplate mongo = Servers.mongo(CreditNoteTest.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(CreditNoteBook.class, issued(1, ADA));
    }

    @Test
    void isNumberedFromOneWithoutAGap() {
        AggregateFixtures.of(CreditNoteBook.class)
                .givenNoPriorActivity()
                .when(issue(1))
                .expectEvents(issued(1, ADA));
        AggregateFixtures.of(CreditNoteBook.class)
                .given(issued(1, ADA), issued(2, ADA))
                .when(issue(3))
                .expectEvents(issued(3, ADA));
    }

    @Test
    void isShownInTheOrderOfItsNumberHoweverOftenItIsTold() {
        ArrivesTwice.check(
                mongo,
                CreditNoteProjection::new,
                new History().own(issued(1, ADA), issued(2, "mem_bob"), issued(3, ADA)));

        var notes = new CreditNotes(mongo);
        assertThat(notes.of(Guild.ID, ADA, new PageQuery(50, null)).items())
                .extracting(CreditNote::number)
                .containsExactly(1L, 3L);
        assertThat(notes.of(Guild.ID, ADA, new PageQuery(50, "1")).items())
                .extracting(CreditNote::number)
                .containsExactly(3L);
        assertThat(notes.find("com_2", CreditNoteId.of("event-1"))).isEmpty();
    }

    private static IssueCreditNote issue(int number) {
        return new IssueCreditNote(
                CreditNoteId.book(Guild.ID),
                CreditNoteId.of("event-" + number),
                Guild.ID,
                INVOICE,
                "ord_1",
                ADA,
                100,
                "CNY",
                MARCH);
    }

    private static CreditNoteIssued issued(int number, String memberId) {
        return new CreditNoteIssued(
                CreditNoteId.of("event-" + number), Guild.ID, number, INVOICE, "ord_1", memberId, 100, "CNY", MARCH);
    }
}
