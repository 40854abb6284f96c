package io.guildhall.member.notice.community;

import io.guildhall.platform.follow.ReadModel;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Tells what communities are called. */
@Component
public class CommunityNames {

    private final MongoOperations mongo;

    CommunityNames(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Its name, or its id where one has not heard of it yet. */
    public String of(String communityId) {
        CommunityName known = mongo.findOne(ReadModel.byId(communityId), CommunityName.class);
        return known == null ? communityId : known.name();
    }
}
