package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MentionProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(MentionProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                MentionProjection::new,
                new History()
                        .own(
                                posted("msg_1", List.of("mem_bob", "mem_eve")),
                                posted("msg_2", null),
                                edited(List.of("mem_bob", "mem_dan"), List.of("mem_bob", "mem_eve")),
                                edited(List.of("mem_bob", "mem_dan", "mem_eve"), List.of("mem_bob", "mem_dan"))));

        assertThat(sequence("mem_bob")).isZero();
        assertThat(sequence("mem_dan")).isEqualTo(2);
        assertThat(sequence("mem_eve")).isEqualTo(3);
    }

    @Test
    void whomAnEditTakesOutIsNamedNoMore() {
        ArrivesTwice.check(
                mongo,
                MentionProjection::new,
                new History().own(posted("msg_1", List.of("mem_bob")), edited(List.of(), List.of("mem_bob"))));

        assertThat(mongo.count(query(where("channelId").is("chn_1")), Mention.class))
                .isZero();
    }

    private long sequence(String memberId) {
        return mongo.findAll(Mention.class).stream()
                .filter(mention -> mention.memberId().equals(memberId))
                .findAny()
                .orElseThrow()
                .sequence();
    }

    private static MessagePosted posted(String messageId, @Nullable List<String> mentions) {
        return new MessagePosted("chn_1", "com_1", messageId, "mem_ada", "local-" + messageId, "Hello", mentions);
    }

    private static MessageEdited edited(List<String> mentions, List<String> formerMentions) {
        return new MessageEdited(
                "chn_1", "com_1", "msg_1", "mem_ada", "mem_ada", "Hello!", "Hello", mentions, formerMentions);
    }
}
