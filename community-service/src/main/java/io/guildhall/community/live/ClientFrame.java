package io.guildhall.community.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.guildhall.community.message.MessageText;
import org.jspecify.annotations.Nullable;

/** Everything a client may send. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "subscribe", value = ClientFrame.Subscribe.class),
    @Type(name = "unsubscribe", value = ClientFrame.Unsubscribe.class),
    @Type(name = "send", value = ClientFrame.Send.class),
    @Type(name = "edit", value = ClientFrame.Edit.class),
    @Type(name = "delete", value = ClientFrame.Delete.class),
    @Type(name = "react", value = ClientFrame.React.class),
    @Type(name = "unreact", value = ClientFrame.Unreact.class),
    @Type(name = "read", value = ClientFrame.Read.class),
    @Type(name = "mute", value = ClientFrame.Mute.class)
})
sealed interface ClientFrame {

    String channel();

    /** Says or changes something. */
    sealed interface Speech extends ClientFrame {}

    /** @param afterSeq the last sequence that the client knows, -1 for none; absent to begin with the newest facts */
    record Subscribe(String channel, @Nullable Long afterSeq) implements ClientFrame {
        public Subscribe {
            need(channel, "channel");
            check(afterSeq == null || afterSeq >= -1, "afterSeq");
        }
    }

    record Unsubscribe(String channel) implements ClientFrame {
        public Unsubscribe {
            need(channel, "channel");
        }
    }

    /** @param localId the client's own id of the message: the same one again says nothing again */
    record Send(String localId, String channel, String body) implements Speech {
        public Send {
            need(channel, "channel");
            need(localId, "localId");
            need(body, "body");
            check(MessageText.isLocalId(localId), "localId");
            check(MessageText.isBody(body), "body");
        }
    }

    record Edit(String channel, String messageId, String body) implements Speech {
        public Edit {
            need(channel, "channel");
            need(messageId, "messageId");
            need(body, "body");
            check(MessageText.isBody(body), "body");
        }
    }

    record Delete(String channel, String messageId) implements Speech {
        public Delete {
            need(channel, "channel");
            need(messageId, "messageId");
        }
    }

    /** @param reaction one emoji */
    record React(String channel, String messageId, String reaction) implements Speech {
        public React {
            need(channel, "channel");
            need(messageId, "messageId");
            need(reaction, "reaction");
            check(MessageText.isReaction(reaction), "reaction");
        }
    }

    /** @param reaction one emoji */
    record Unreact(String channel, String messageId, String reaction) implements Speech {
        public Unreact {
            need(channel, "channel");
            need(messageId, "messageId");
            need(reaction, "reaction");
            check(MessageText.isReaction(reaction), "reaction");
        }
    }

    record Read(String channel, long sequence) implements ClientFrame {
        public Read {
            need(channel, "channel");
            check(sequence >= 0, "sequence");
        }
    }

    record Mute(String channel, boolean muted) implements ClientFrame {
        public Mute {
            need(channel, "channel");
        }
    }

    private static void need(@Nullable String given, String field) {
        if (given == null) {
            throw new BadFrame(field, "required");
        }
    }

    private static void check(boolean good, String field) {
        if (!good) {
            throw new BadFrame(field, "invalid-value");
        }
    }
}
