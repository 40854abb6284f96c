package io.guildhall.member.grant.access;

import static org.springframework.data.mongodb.core.query.Update.update;

import io.guildhall.member.grant.GrantEvent;
import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link GivenGrant}. Every write may be repeated. */
@Projection(value = "given-grants", keeps = GivenGrant.class)
class GivenGrantProjection {

    private final ReadModel<GivenGrant> grants;

    GivenGrantProjection(ReadModels models) {
        this.grants = models.of(GivenGrant.class);
    }

    @EventHandler
    void on(GrantEvent event, Fact fact) {
        switch (event) {
            case GrantGranted grant -> grants.save(grant.grantId(), of(grant, fact), fact);
            case GrantEnded grant ->
                grants.update(
                        grant.grantId(),
                        update("endedAt", grant.endedAt())
                                .set("endReason", grant.reason())
                                .set("endKnownFrom", fact.recordedAt()),
                        fact);
        }
    }

    private static GivenGrant of(GrantGranted grant, Fact fact) {
        return new GivenGrant(
                grant.grantId(),
                grant.communityId(),
                grant.memberId(),
                grant.resource(),
                grant.source(),
                grant.from(),
                grant.until(),
                grant.reason(),
                fact.actor(),
                fact.recordedAt(),
                null,
                null,
                null);
    }
}
