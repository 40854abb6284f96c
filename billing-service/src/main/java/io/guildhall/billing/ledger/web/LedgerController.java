package io.guildhall.billing.ledger.web;

import io.guildhall.billing.ledger.Audit;
import io.guildhall.billing.ledger.Ledger;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lets owners check that their ledger adds up. */
@RestController
@RoleIn("owner")
@Tag(name = "Ledger", description = "Double entry over invoices, payments and refunds")
class LedgerController {

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/api/communities/{communityId}/ledger/audit")
    @Operation(
            summary = "Audit the ledger",
            description =
                    "Sums per account and currency; the sum of all is 0. Each captured payment, refund and invoice has"
                        + " its transaction and each transaction its cause; what does not fit is listed. What happens"
                        + " at this moment may be on its way.")
    Audit audit(@PathVariable String communityId) {
        return ledger.audit(communityId);
    }
}
