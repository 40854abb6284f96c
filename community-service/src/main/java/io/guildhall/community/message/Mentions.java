package io.guildhall.community.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds out whom messages name. */
@Component
class Mentions {

    private static final Pattern NAMED = Pattern.compile("@(mem_[0-9a-f]{32})\\b");

    private final MongoOperations mongo;
    private final ChatMessages messages;

    Mentions(MongoOperations mongo, ChatMessages messages) {
        this.mongo = mongo;
        this.messages = messages;
    }

    /** Whom a text names, each once; its author does not count. */
    static List<String> in(String body, String authorId) {
        return NAMED.matcher(body)
                .results()
                .map(MatchResult::group)
                .map(named -> named.substring(1))
                .filter(memberId -> !memberId.equals(authorId))
                .distinct()
                .toList();
    }

    /**
     * How many messages began to name the member behind a sequence, {@link ChatMessages#MOST_UNREAD} at most; not
     * counted are deleted ones and those before the first that he may see.
     */
    int unread(String channelId, String memberId, long first, long readUpTo, long newest) {
        var behind = query(where("channelId")
                        .is(channelId)
                        .and("memberId")
                        .is(memberId)
                        .and("sequence")
                        .gt(readUpTo)
                        .lte(newest))
                .limit(ChatMessages.MOST_UNREAD);
        Set<String> naming = mongo.find(behind, Mention.class).stream()
                .map(Mention::messageId)
                .collect(Collectors.toSet());
        return naming.size() - messages.hiddenOf(naming, first).size();
    }
}
