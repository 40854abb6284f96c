package io.guildhall.member.notice;

import io.guildhall.platform.id.Ids;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that is asked of a {@link Notice}, by policies or by its member. */
public sealed interface NoticeCommand {

    String noticeId();

    String memberId();

    /** Tells a member something; asking again is harmless. */
    record GiveNotice(
            @TargetAggregateIdentifier String noticeId,
            String communityId,
            String memberId,
            NoticeKind kind,
            About about)
            implements NoticeCommand {

        /** @param cause what it follows from: one notice of a kind for each */
        public static GiveNotice of(String cause, String communityId, String memberId, NoticeKind kind, About about) {
            String id = "ntc_"
                    + Ids.derivedUuid(cause, memberId, kind.name()).toString().replace("-", "");
            return new GiveNotice(id, communityId, memberId, kind, about);
        }
    }

    /** The member has read it; asking again is harmless. Rejected as not found when it is another's. */
    record ReadNotice(@TargetAggregateIdentifier String noticeId, String memberId) implements NoticeCommand {}
}
