package io.guildhall.billing.catalogue.web;

import io.guildhall.billing.catalogue.Catalogue;
import io.guildhall.billing.catalogue.CatalogueOffer;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells owners at what terms an offer was sold before. */
@RestController
@RoleIn("owner")
@Tag(name = "Offers")
class VersionController {

    private final Catalogue catalogue;

    VersionController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/communities/{communityId}/offers/{offerId}/versions")
    @Operation(
            summary = "Versions of an offer",
            description = "The newest first. Orders and subscriptions keep the terms of the version they began at.")
    Page<OfferVersionView> versions(@PathVariable String communityId, @PathVariable String offerId, PageQuery page) {
        CatalogueOffer offer = catalogue.find(communityId, offerId).orElseThrow(NotFound::new);
        return catalogue.versions(communityId, offer.offerId(), page).map(OfferVersionView::of);
    }
}
