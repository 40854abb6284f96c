package io.guildhall.community.founding;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;

/** The facts of a community, as stored for ever. */
public sealed interface CommunityEvent extends InCommunity {

    @EventName("community.community.founded")
    record CommunityFounded(String communityId, String founderId, String name, String description, String language)
            implements CommunityEvent {}
}
