package io.guildhall.member.grant.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Finds grants; they follow the facts after a moment. */
@Component
public class GivenGrants {

    private final MongoOperations mongo;

    GivenGrants(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Every grant that a member ever had in a community. */
    public List<GivenGrant> of(String communityId, String memberId) {
        Criteria own = where("communityId").is(communityId).and("memberId").is(memberId);
        return mongo.find(query(own).with(Sort.by("_id")), GivenGrant.class);
    }

    /** The grants of a community, newest last, also those that have ended. */
    public Page<GivenGrant> in(
            String communityId, @Nullable String memberId, @Nullable String resource, PageQuery page) {
        Criteria wanted = where("communityId").is(communityId);
        if (memberId != null) {
            wanted = wanted.and("memberId").is(memberId);
        }
        if (resource != null) {
            wanted = wanted.and("resource").is(resource);
        }
        if (page.after() != null) {
            wanted = wanted.and("_id").gt(page.after());
        }
        List<GivenGrant> found = mongo.find(query(wanted).with(Sort.by("_id")).limit(page.fetch()), GivenGrant.class);
        return Page.of(found, page, GivenGrant::grantId);
    }
}
