package io.guildhall.billing.invoice.web;

import io.guildhall.billing.invoice.Invoice;
import io.guildhall.billing.page.Pages;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows an invoice as a page to print, to its recipient and to owners of the community. */
@RestController
@SignedIn
@Tag(name = "Invoices")
class InvoicePage {

    private final ShownInvoices invoices;
    private final Pages pages;

    InvoicePage(ShownInvoices invoices, Pages pages) {
        this.invoices = invoices;
        this.pages = pages;
    }

    @GetMapping("/api/communities/{communityId}/invoices/{invoiceId}/page")
    @Operation(summary = "An invoice as HTML", description = "In the language of the Accept-Language header.")
    ResponseEntity<String> show(
            @PathVariable String communityId, @PathVariable String invoiceId, Actor actor, HttpServletRequest request) {
        Invoice invoice = invoices.find(communityId, invoiceId, actor);
        return pages.show(HttpStatus.OK, "invoice", request, values(invoice, request));
    }

    private static Map<String, Object> values(Invoice invoice, HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", invoice.number());
        values.put("date", invoice.issuedAt().atZone(ZoneOffset.UTC).toLocalDate());
        values.put("recipientName", invoice.recipientName() == null ? invoice.memberId() : invoice.recipientName());
        values.put("recipientAddress", invoice.recipientAddress() == null ? "" : invoice.recipientAddress());
        values.put("orderId", invoice.orderId());
        values.put("total", Pages.money(invoice.amountMinor(), invoice.currency(), request));
        values.put("lines", lines(invoice, request));
        return values;
    }

    private static List<Map<String, String>> lines(Invoice invoice, HttpServletRequest request) {
        return invoice.lines().stream()
                .map(line -> Map.of(
                        "description",
                        line.description(),
                        "amount",
                        Pages.money(line.amountMinor(), invoice.currency(), request)))
                .toList();
    }
}
