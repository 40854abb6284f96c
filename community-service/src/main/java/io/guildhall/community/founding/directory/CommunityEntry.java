package io.guildhall.community.founding.directory;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: a community as everybody sees it. */
@Document("community_entry")
public record CommunityEntry(
        @Id String communityId,
        String founderId,
        String name,
        String description,
        String language,
        Instant foundedAt) {}
