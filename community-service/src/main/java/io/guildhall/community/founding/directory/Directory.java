package io.guildhall.community.founding.directory;

import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds communities. */
@Component
public class Directory {

    private final MongoOperations mongo;

    Directory(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<CommunityEntry> find(String communityId) {
        return Optional.ofNullable(mongo.findById(communityId, CommunityEntry.class));
    }

    /** Oldest first. */
    public Page<CommunityEntry> page(PageQuery page) {
        var query = new Query().with(Sort.by("_id")).limit(page.fetch());
        if (page.after() != null) {
            query.addCriteria(Criteria.where("_id").gt(page.after()));
        }
        return Page.of(mongo.find(query, CommunityEntry.class), page, CommunityEntry::communityId);
    }
}
