package io.guildhall.billing.creditnote.policy;

import io.guildhall.billing.creditnote.CreditNoteCommand.IssueCreditNote;
import io.guildhall.billing.creditnote.CreditNoteId;
import io.guildhall.billing.invoice.InvoiceId;
import io.guildhall.billing.order.OrderEvent.OrderPartlyRefunded;
import io.guildhall.billing.order.OrderEvent.OrderRefunded;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;

/** Each refund, of a part or of all, has one credit note to the order's invoice. */
@Policy(WhenOrderRefundedThenIssueCreditNote.NAME)
class WhenOrderRefundedThenIssueCreditNote {

    static final String NAME = "when-order-refunded-then-issue-credit-note";

    private final Commands commands;

    WhenOrderRefundedThenIssueCreditNote(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(OrderPartlyRefunded part, Fact fact) {
        issue(
                part.communityId(),
                part.orderId(),
                part.memberId(),
                part.amountMinor(),
                part.currency(),
                part.refundedAt(),
                fact);
    }

    @EventHandler
    void on(OrderRefunded all, Fact fact) {
        issue(
                all.communityId(),
                all.orderId(),
                all.memberId(),
                all.amountMinor(),
                all.currency(),
                all.refundedAt(),
                fact);
    }

    private void issue(
            String communityId,
            String orderId,
            String memberId,
            long amountMinor,
            String currency,
            Instant refundedAt,
            Fact fact) {
        var issue = new IssueCreditNote(
                CreditNoteId.book(communityId),
                CreditNoteId.of(fact.eventId()),
                communityId,
                InvoiceId.of(orderId),
                orderId,
                memberId,
                amountMinor,
                currency,
                refundedAt);
        commands.send(issue, fact, NAME);
    }
}
