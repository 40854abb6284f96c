package io.guildhall.community.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Keeps how far members have read, and what they have muted: a mark only moves forward, however often and in whatever
 * order it is set.
 */
@Component
public class ReadMarks {

    private final MongoOperations mongo;

    ReadMarks(MongoOperations mongo) {
        this.mongo = mongo;
    }

    ReadMark of(String channelId, String memberId) {
        ReadMark mark = mongo.findById(ReadMark.id(channelId, memberId), ReadMark.class);
        return mark == null ? ReadMark.none(channelId, memberId) : mark;
    }

    /** The marks of those of these members who have one, by member. */
    public Map<String, ReadMark> of(String channelId, Collection<String> memberIds) {
        Map<String, String> memberById = memberIds.stream()
                .distinct()
                .collect(Collectors.toMap(memberId -> ReadMark.id(channelId, memberId), Function.identity()));
        return mongo.find(query(where("_id").in(memberById.keySet())), ReadMark.class).stream()
                .collect(Collectors.toMap(mark -> memberById.get(mark.id()), Function.identity()));
    }

    void advance(String channelId, String memberId, long sequence) {
        change(channelId, memberId, new Update().max("sequence", sequence));
    }

    void mute(String channelId, String memberId, boolean muted) {
        change(channelId, memberId, new Update().set("muted", muted).max("sequence", ChannelOrder.START));
    }

    private void change(String channelId, String memberId, Update change) {
        var mark = query(where("_id").is(ReadMark.id(channelId, memberId)));
        try {
            mongo.upsert(mark, change, ReadMark.class);
        } catch (DuplicateKeyException _) {
            mongo.updateFirst(mark, change, ReadMark.class); // another device made it meanwhile
        }
    }
}
