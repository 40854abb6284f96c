package io.guildhall.community.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.platform.follow.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Finds what was said; it follows the facts after a moment. */
@Component
public class ChatMessages {

    /** Beyond this unread messages are not counted. */
    public static final int MOST_UNREAD = 1_000;

    /** Stands behind the newest fact of every channel. */
    public static final long BEYOND = Long.MAX_VALUE;

    private final MongoOperations mongo;
    private final ChannelOrder order;

    ChatMessages(MongoOperations mongo, ChannelOrder order) {
        this.mongo = mongo;
        this.order = order;
    }

    public Optional<ChatMessage> find(String channelId, String messageId) {
        return Optional.ofNullable(mongo.findOne(ReadModel.byId(messageId), ChatMessage.class))
                .filter(message -> message.channelId().equals(channelId));
    }

    /** The sequence of the first message of this time or later, beyond all when there is none. */
    public long sequenceAt(String channelId, Instant time) {
        order.awaitNewest(channelId);
        var since = query(where("channelId").is(channelId).and("postedAt").gte(time))
                .with(Sort.by("postedAt", "sequence"))
                .limit(1);
        ChatMessage first = mongo.findOne(since, ChatMessage.class);
        return first == null ? BEYOND : first.sequence();
    }

    /** The sequence of the last message from before this time, {@link ChannelOrder#START} when there is none. */
    long lastBefore(String channelId, Instant time) {
        order.awaitNewest(channelId);
        var before = query(where("channelId").is(channelId).and("postedAt").lt(time))
                .with(Sort.by(Sort.Direction.DESC, "postedAt", "sequence"))
                .limit(1);
        ChatMessage last = mongo.findOne(before, ChatMessage.class);
        return last == null ? ChannelOrder.START : last.sequence();
    }

    /**
     * Messages before a sequence, and from it on.
     *
     * @param first the sequence before which there is nothing for this reader
     */
    public HistoryPage around(String channelId, long first, long anchor, int before, int after) {
        long asOf = order.awaitNewest(channelId);
        List<ChatMessage> older = read(
                channelId, where("sequence").gte(first).lt(anchor), Sort.by(Sort.Direction.DESC, "sequence"), before);
        List<ChatMessage> newer =
                read(channelId, where("sequence").gte(Math.max(first, anchor)), Sort.by("sequence"), after);
        boolean foundOldest = older.size() <= before;
        boolean foundNewest = newer.size() <= after;
        List<ChatMessage> page = new ArrayList<>(cut(older, before).reversed());
        page.addAll(cut(newer, after));
        return new HistoryPage(page, foundOldest, foundNewest, asOf);
    }

    /** How many messages of others stand behind a sequence, deleted ones not counted; {@link #MOST_UNREAD} at most. */
    int unread(String channelId, String memberId, long readUpTo, long newest) {
        var behind = query(where("channelId")
                        .is(channelId)
                        .and("sequence")
                        .gt(readUpTo)
                        .lte(newest)
                        .and("memberId")
                        .ne(memberId)
                        .and("deletedAt")
                        .exists(false))
                .limit(MOST_UNREAD);
        behind.fields().include("_id");
        return mongo.find(behind, Found.class, "chat_message").size();
    }

    /** Those of these messages that are deleted, or stand before the first that the reader may see. */
    public Set<String> hiddenOf(Set<String> messageIds, long first) {
        if (messageIds.isEmpty()) {
            return Set.of();
        }
        var hidden = query(where("_id")
                .in(messageIds)
                .orOperator(where("deletedAt").exists(true), where("sequence").lt(first)));
        hidden.fields().include("_id");
        return mongo.find(hidden, Found.class, "chat_message").stream()
                .map(Found::id)
                .collect(Collectors.toSet());
    }

    /** One more than asked for, to know whether more follow. */
    private List<ChatMessage> read(String channelId, Criteria sequence, Sort sort, int count) {
        var wanted = query(where("channelId").is(channelId).andOperator(sequence))
                .with(sort)
                .limit(count + 1);
        return mongo.find(wanted, ChatMessage.class);
    }

    private static List<ChatMessage> cut(List<ChatMessage> found, int count) {
        return found.subList(0, Math.min(found.size(), count));
    }

    record Found(String id) {}
}
