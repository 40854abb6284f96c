package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.message.MessageEvent.MessageDeleted;
import io.guildhall.community.message.MessageEvent.MessageEdited;
import io.guildhall.community.message.MessageEvent.MessagePosted;
import io.guildhall.community.message.MessageEvent.MessageReacted;
import io.guildhall.community.message.MessageEvent.ReactionWithdrawn;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ChatMessageProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(ChatMessageProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                ChatMessageProjection::new,
                new History()
                        .own(
                                posted("msg_1", "Hello"),
                                posted("msg_2", "Hi"),
                                new MessageEdited(
                                        "chn_1", "com_1", "msg_1", "mem_ada", "mem_ada", "Hello!", "Hello", null, null),
                                posted("msg_3", "Bye"),
                                reacted("msg_1", "mem_bob", "👍"),
                                reacted("msg_1", "mem_eve", "👍"),
                                reacted("msg_1", "mem_eve", "🎉"),
                                withdrawn("msg_1", "mem_eve", "👍"),
                                withdrawn("msg_1", "mem_eve", "🎉"),
                                reacted("msg_2", "mem_eve", "🎉"),
                                new MessageDeleted("chn_1", "com_1", "msg_2", "mem_ada", "mem_bob")));

        assertThat(message("msg_1"))
                .isEqualTo(new ChatMessage(
                        "msg_1",
                        "com_1",
                        "chn_1",
                        0,
                        2,
                        "mem_ada",
                        "local-msg_1",
                        "Hello!",
                        History.START,
                        History.START.plusSeconds(2),
                        null,
                        Map.of("👍", Set.of("mem_bob"))));
        assertThat(message("msg_2").reactions()).isEmpty();
        assertThat(message("msg_2").body()).isNull();
        assertThat(message("msg_2").changedBy()).isEqualTo(10);
        assertThat(message("msg_3").sequence()).isEqualTo(3);
    }

    @Test
    void aDeletedMessageStaysDeletedWhenAnEditComesBehindIt() {
        ArrivesTwice.check(
                mongo,
                ChatMessageProjection::new,
                new History()
                        .own(
                                posted("msg_1", "Hello"),
                                new MessageDeleted("chn_1", "com_1", "msg_1", "mem_ada", "mem_ada"),
                                new MessageEdited(
                                        "chn_1", "com_1", "msg_1", "mem_ada", "mem_ada", "Oh", "Hello", null, null)));

        assertThat(message("msg_1").body()).isNull();
    }

    private ChatMessage message(String id) {
        return Objects.requireNonNull(mongo.findById(id, ChatMessage.class));
    }

    private static MessageReacted reacted(String messageId, String reactorId, String reaction) {
        return new MessageReacted("chn_1", "com_1", messageId, "mem_ada", reactorId, reaction);
    }

    private static ReactionWithdrawn withdrawn(String messageId, String reactorId, String reaction) {
        return new ReactionWithdrawn("chn_1", "com_1", messageId, "mem_ada", reactorId, reaction);
    }

    private static MessagePosted posted(String messageId, String body) {
        return new MessagePosted("chn_1", "com_1", messageId, "mem_ada", "local-" + messageId, body, null);
    }
}
