package io.guildhall.community.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Keeps how far members have read: a mark only moves forward, however often and in whatever order it is set. */
@Component
public class ReadMarks {

    private final MongoOperations mongo;

    ReadMarks(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The sequence up to which the member has read, {@link ChannelOrder#START} before the first time. */
    public long of(String channelId, String memberId) {
        ReadMark mark = mongo.findById(id(channelId, memberId), ReadMark.class);
        return mark == null ? ChannelOrder.START : mark.sequence();
    }

    public void advance(String channelId, String memberId, long sequence) {
        var mark = query(where("_id").is(id(channelId, memberId)));
        var forward = new Update().max("sequence", sequence);
        try {
            mongo.upsert(mark, forward, ReadMark.class);
        } catch (DuplicateKeyException _) {
            mongo.updateFirst(mark, forward, ReadMark.class); // another device made it meanwhile
        }
    }

    private static String id(String channelId, String memberId) {
        return channelId + "/" + memberId;
    }
}
