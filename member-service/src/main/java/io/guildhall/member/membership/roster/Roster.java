package io.guildhall.member.membership.roster;

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

/** Finds memberships; they follow the facts after a moment. */
@Component
public class Roster {

    private final MongoOperations mongo;

    Roster(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public List<RosterEntry> of(String memberId) {
        return mongo.find(query(where("memberId").is(memberId)).with(Sort.by("_id")), RosterEntry.class);
    }

    /**
     * Everybody who is or was a member of a community.
     *
     * @param memberId this one alone, where given
     */
    public Page<RosterEntry> in(String communityId, @Nullable String memberId, PageQuery page) {
        Criteria wanted = where("communityId").is(communityId);
        if (memberId != null) {
            wanted = wanted.and("memberId").is(memberId);
        }
        if (page.after() != null) {
            wanted = wanted.and("_id").gt(page.after());
        }
        List<RosterEntry> found = mongo.find(query(wanted).with(Sort.by("_id")).limit(page.fetch()), RosterEntry.class);
        return Page.of(found, page, RosterEntry::membershipId);
    }
}
