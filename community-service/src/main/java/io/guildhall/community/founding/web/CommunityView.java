package io.guildhall.community.founding.web;

import io.guildhall.community.founding.directory.CommunityEntry;
import java.time.Instant;

/** A community as everybody sees it. */
record CommunityView(
        String communityId, String founderId, String name, String description, String language, Instant foundedAt) {

    static CommunityView of(CommunityEntry entry) {
        return new CommunityView(
                entry.communityId(),
                entry.founderId(),
                entry.name(),
                entry.description(),
                entry.language(),
                entry.foundedAt());
    }
}
