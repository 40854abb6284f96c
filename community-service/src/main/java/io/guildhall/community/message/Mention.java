package io.guildhall.community.message;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a message names a member.
 *
 * @param sequence of the fact by which it began to
 */
@Document("mention")
@CompoundIndex(name = "whom", def = "{channelId: 1, memberId: 1, sequence: 1}")
record Mention(@Id String id, String channelId, String messageId, String memberId, long sequence) {

    static String id(String messageId, String memberId) {
        return messageId + "/" + memberId;
    }
}
