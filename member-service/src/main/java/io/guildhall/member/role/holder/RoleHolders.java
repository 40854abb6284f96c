package io.guildhall.member.role.holder;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds who holds roles; follows the facts after a moment. */
@Component
public class RoleHolders {

    private final MongoOperations mongo;

    RoleHolders(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public List<RoleHolder> in(String communityId) {
        return mongo.find(query(where("communityId").is(communityId)).with(Sort.by("_id")), RoleHolder.class);
    }

    public List<RoleHolder> of(String memberId) {
        return mongo.find(query(where("memberId").is(memberId)).with(Sort.by("_id")), RoleHolder.class);
    }
}
