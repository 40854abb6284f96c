package io.guildhall.billing.invoice.web;

import io.guildhall.billing.invoice.Invoice;
import io.guildhall.billing.invoice.Invoices;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Roles;
import org.springframework.stereotype.Component;

/** Shows an invoice to its recipient and to owners of the community; to everybody else it is not there. */
@Component
class ShownInvoices {

    private final Invoices invoices;
    private final Roles roles;

    ShownInvoices(Invoices invoices, Roles roles) {
        this.invoices = invoices;
        this.roles = roles;
    }

    Invoice find(String communityId, String invoiceId, Actor actor) {
        return invoices.find(communityId, invoiceId)
                .filter(found -> found.memberId().equals(actor.id()) || roles.has(actor.id(), communityId, "owner"))
                .orElseThrow(NotFound::new);
    }
}
