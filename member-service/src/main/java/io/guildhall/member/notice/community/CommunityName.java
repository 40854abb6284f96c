package io.guildhall.member.notice.community;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: what a community is called. */
@Document("community_names")
record CommunityName(@Id String communityId, String name) {}
