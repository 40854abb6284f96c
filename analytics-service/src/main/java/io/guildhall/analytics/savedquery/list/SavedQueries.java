package io.guildhall.analytics.savedquery.list;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds saved queries; follows the facts after a moment. */
@Component
public class SavedQueries {

    private final MongoOperations mongo;

    SavedQueries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The query if it is of this community. */
    public Optional<SavedQueryEntry> find(String communityId, String queryId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(queryId), SavedQueryEntry.class))
                .filter(found -> found.communityId().equals(communityId));
    }

    /** By their ids, which is an order that stays. */
    public Page<SavedQueryEntry> page(String communityId, PageQuery page) {
        String after = page.after() == null ? "" : page.after();
        var query = query(where("communityId").is(communityId).and("_id").gt(after))
                .with(Sort.by("_id"))
                .limit(page.fetch());
        return Page.of(mongo.find(query, SavedQueryEntry.class), page, SavedQueryEntry::queryId);
    }
}
