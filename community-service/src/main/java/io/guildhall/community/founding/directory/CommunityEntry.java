package io.guildhall.community.founding.directory;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a community as everybody sees it.
 *
 * @param place in the list: the position of its founding in the log
 */
@Document("community_entry")
public record CommunityEntry(
        @Id String communityId,
        @Indexed long place,
        String founderId,
        String name,
        String description,
        String language,
        Instant foundedAt) {}
