package io.guildhall.billing.creditnote.web;

import io.guildhall.billing.creditnote.CreditNote;
import io.guildhall.billing.creditnote.CreditNotes;
import io.guildhall.billing.invoice.Invoices;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Roles;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows members the credit notes of what was given back to them, and owners each of their community. */
@RestController
@RequestMapping("/api/communities/{communityId}/invoices/credit-notes")
@SignedIn
@Tag(name = "Invoices")
class CreditNoteController {

    private final CreditNotes notes;
    private final Invoices invoices;
    private final Roles roles;

    CreditNoteController(CreditNotes notes, Invoices invoices, Roles roles) {
        this.notes = notes;
        this.invoices = invoices;
        this.roles = roles;
    }

    @GetMapping("/mine")
    @Operation(
            summary = "My credit notes",
            description = "One for each refund, in the order of their numbers, which are not those of invoices.")
    Page<CreditNoteView> mine(@PathVariable String communityId, Actor actor, PageQuery page) {
        Page<CreditNote> found = notes.of(communityId, actor.id(), page);
        Map<String, Long> numbers = invoices.numbers(
                found.items().stream().map(CreditNote::invoiceId).toList());
        return found.map(note -> CreditNoteView.of(note, numbers.get(note.invoiceId())));
    }

    @GetMapping("/{creditNoteId}")
    @Operation(summary = "Show a credit note", description = "To its recipient and to owners of the community.")
    CreditNoteView show(@PathVariable String communityId, @PathVariable String creditNoteId, Actor actor) {
        CreditNote note = notes.find(communityId, creditNoteId)
                .filter(found -> found.memberId().equals(actor.id()) || roles.has(actor.id(), communityId, "owner"))
                .orElseThrow(NotFound::new);
        return CreditNoteView.of(
                note, invoices.numbers(List.of(note.invoiceId())).get(note.invoiceId()));
    }
}
