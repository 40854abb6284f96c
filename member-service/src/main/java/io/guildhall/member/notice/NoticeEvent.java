package io.guildhall.member.notice;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.event.Visibility;

/** The facts of a notice, as stored for ever. */
public sealed interface NoticeEvent extends InCommunity {

    String noticeId();

    String memberId();

    @EventName(value = "member.notice.given", visibility = Visibility.INTERNAL)
    record NoticeGiven(String noticeId, String communityId, String memberId, NoticeKind kind, About about)
            implements NoticeEvent {}

    @EventName(value = "member.notice.read", visibility = Visibility.INTERNAL)
    record NoticeRead(String noticeId, String communityId, String memberId) implements NoticeEvent {}
}
