package io.guildhall.billing.payment.web;

import io.guildhall.billing.payment.PaymentQuestions;
import io.guildhall.platform.security.Operator;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists payments that are in doubt, or of which a provider told other money than was asked for. */
@RestController
@Tag(name = "Ledger")
class PaymentQuestionController {

    private static final String WHAT = "In doubt, since the provider gave no answer, until it gives one; or mismatched,"
            + " since it told of another amount, currency or order. Oldest first.";

    private final PaymentQuestions questions;

    PaymentQuestionController(PaymentQuestions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/communities/{communityId}/ledger/payments-in-question")
    @RoleIn("owner")
    @Operation(summary = "Payments that somebody must look at", description = WHAT)
    Page<PaymentInQuestion> here(@PathVariable String communityId, PageQuery page) {
        return questions.of(communityId, page).map(PaymentInQuestion::of);
    }

    @GetMapping("/ops/payments-in-question")
    @Operator
    @Operation(summary = "Payments that somebody must look at, of all communities", description = WHAT)
    Page<PaymentInQuestion> everywhere(PageQuery page) {
        return questions.all(page).map(PaymentInQuestion::of);
    }
}
