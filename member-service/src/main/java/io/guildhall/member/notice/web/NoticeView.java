package io.guildhall.member.notice.web;

import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.member.notice.list.ListedNotice;
import java.time.Instant;

/** A notice as its member sees it. */
record NoticeView(String noticeId, String communityId, NoticeKind kind, About about, Instant givenAt, boolean read) {

    /** @param readUpTo the moment up to which all are read */
    static NoticeView of(ListedNotice notice, Instant readUpTo) {
        return new NoticeView(
                notice.noticeId(),
                notice.communityId(),
                notice.kind(),
                notice.about(),
                notice.givenAt(),
                !notice.unread() || !notice.givenAt().isAfter(readUpTo));
    }
}
