package io.guildhall.billing.catalogue.web;

import io.guildhall.billing.catalogue.Catalogue;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Public;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a community sells, also to those who only look around. */
@RestController
@RequestMapping("/api/communities/{communityId}/offers")
@Public
@Tag(name = "Offers")
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(summary = "List offers", description = "What is on sale, at its newest version.")
    Page<OfferView> list(@PathVariable String communityId, PageQuery page) {
        return catalogue.onSale(communityId, page).map(OfferView::of);
    }

    @GetMapping("/{offerId}")
    @Operation(summary = "Show an offer", description = "At its newest version, also when it is retired.")
    OfferView show(@PathVariable String communityId, @PathVariable String offerId) {
        return catalogue.find(communityId, offerId).map(OfferView::of).orElseThrow(NotFound::new);
    }
}
