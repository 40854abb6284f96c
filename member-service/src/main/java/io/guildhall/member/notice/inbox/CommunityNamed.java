package io.guildhall.member.notice.inbox;

import io.guildhall.platform.follow.Heard;

/** What a community is called. */
@Heard("community.community.founded")
public record CommunityNamed(String communityId, String name) {}
