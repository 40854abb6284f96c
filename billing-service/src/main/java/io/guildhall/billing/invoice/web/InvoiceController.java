package io.guildhall.billing.invoice.web;

import io.guildhall.billing.invoice.Invoices;
import io.guildhall.billing.invoice.Recipient;
import io.guildhall.billing.invoice.Recipients;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows members their invoices, owners each of their community, and asks to whom they shall be written. */
@RestController
@RequestMapping("/api/communities/{communityId}/invoices")
@SignedIn
@Tag(name = "Invoices", description = "Numbered, and never changed once issued")
class InvoiceController {

    private final Invoices invoices;
    private final ShownInvoices shown;
    private final Recipients recipients;

    InvoiceController(Invoices invoices, ShownInvoices shown, Recipients recipients) {
        this.invoices = invoices;
        this.shown = shown;
        this.recipients = recipients;
    }

    @GetMapping("/mine")
    @Operation(summary = "My invoices", description = "In the order of their numbers.")
    Page<InvoiceView> mine(@PathVariable String communityId, Actor actor, PageQuery page) {
        return invoices.of(communityId, actor.id(), page).map(InvoiceView::of);
    }

    @GetMapping("/{invoiceId}")
    @Operation(summary = "Show an invoice", description = "To its recipient and to owners of the community.")
    InvoiceView show(@PathVariable String communityId, @PathVariable String invoiceId, Actor actor) {
        return InvoiceView.of(shown.find(communityId, invoiceId, actor));
    }

    @PutMapping("/recipient")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say to whom invoices are written", description = "For those issued from now on.")
    void recipient(@PathVariable String communityId, @Valid @RequestBody RecipientRequest request, Actor actor) {
        recipients.keep(
                communityId,
                actor.id(),
                new Recipient(request.name().strip(), request.address().strip()));
    }
}
