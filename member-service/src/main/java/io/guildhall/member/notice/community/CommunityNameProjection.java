package io.guildhall.member.notice.community;

import io.guildhall.member.notice.inbox.CommunityNamed;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link CommunityName}. Every write may be repeated. */
@Projection(value = "community-names", keeps = CommunityName.class)
class CommunityNameProjection {

    private final ReadModel<CommunityName> names;

    CommunityNameProjection(ReadModels models) {
        this.names = models.of(CommunityName.class);
    }

    @EventHandler
    void on(CommunityNamed event, Fact fact) {
        names.save(event.communityId(), new CommunityName(event.communityId(), event.name()), fact);
    }
}
