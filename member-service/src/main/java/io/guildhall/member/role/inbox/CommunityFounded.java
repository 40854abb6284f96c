package io.guildhall.member.role.inbox;

import io.guildhall.platform.follow.Heard;

/** A community exists, and who founded it. */
@Heard("community.community.founded")
public record CommunityFounded(String communityId, String founderId) {}
