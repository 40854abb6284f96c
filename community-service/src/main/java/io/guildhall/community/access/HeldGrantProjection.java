package io.guildhall.community.access;

import io.guildhall.community.access.inbox.GrantEnded;
import io.guildhall.community.access.inbox.GrantGranted;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link HeldGrant}; every fact may arrive again, and what ended stays ended. */
@Projection(value = HeldGrantProjection.NAME, keeps = HeldGrant.class)
class HeldGrantProjection {

    static final String NAME = "held-grants";

    private final ReadModel<HeldGrant> grants;

    HeldGrantProjection(ReadModels models) {
        grants = models.of(HeldGrant.class);
    }

    @EventHandler
    void on(GrantGranted granted, Fact fact) {
        grants.save(
                granted.grantId(),
                new HeldGrant(
                        granted.grantId(),
                        granted.communityId(),
                        granted.memberId(),
                        granted.resource(),
                        granted.from(),
                        granted.until(),
                        null),
                fact);
    }

    @EventHandler
    void on(GrantEnded ended, Fact fact) {
        grants.update(ended.grantId(), new Update().set("endedAt", ended.endedAt()), fact);
    }
}
