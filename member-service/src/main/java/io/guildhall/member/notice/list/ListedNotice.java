package io.guildhall.member.notice.list;

import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeKind;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one notice.
 *
 * @param place among those of its member, later ones behind: when it was given, then its id
 * @param unread whether it was not read by itself; those before the member's mark are read all the same
 */
@Document("notices")
@CompoundIndex(name = "of_member", def = "{memberId: 1, place: 1}")
@CompoundIndex(name = "unread_of_member", def = "{memberId: 1, unread: 1, givenAt: 1}")
public record ListedNotice(
        @Id String noticeId,
        String communityId,
        String memberId,
        String place,
        NoticeKind kind,
        About about,
        Instant givenAt,
        boolean unread) {

    static String place(Instant givenAt, String noticeId) {
        return "%015d-%s".formatted(givenAt.toEpochMilli(), noticeId);
    }
}
