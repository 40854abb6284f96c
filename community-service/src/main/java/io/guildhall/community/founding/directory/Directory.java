package io.guildhall.community.founding.directory;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
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
        var query = query(where("place").gt(placeBefore(page)))
                .with(Sort.by("place"))
                .limit(page.fetch());
        return Page.of(mongo.find(query, CommunityEntry.class), page, entry -> Long.toString(entry.place()));
    }

    private static long placeBefore(PageQuery page) {
        if (page.after() == null) {
            return 0;
        }
        if (!page.after().matches("[0-9]{1,18}")) {
            throw BadField.value("after", "invalid-value");
        }
        return Long.parseLong(page.after());
    }
}
