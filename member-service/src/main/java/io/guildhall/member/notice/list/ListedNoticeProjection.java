package io.guildhall.member.notice.list;

import static org.springframework.data.mongodb.core.query.Update.update;

import io.guildhall.member.notice.NoticeEvent;
import io.guildhall.member.notice.NoticeEvent.NoticeGiven;
import io.guildhall.member.notice.NoticeEvent.NoticeRead;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link ListedNotice}. Every write may be repeated. */
@Projection(value = "listed-notices", keeps = ListedNotice.class)
class ListedNoticeProjection {

    private final ReadModel<ListedNotice> notices;

    ListedNoticeProjection(ReadModels models) {
        this.notices = models.of(ListedNotice.class);
    }

    @EventHandler
    void on(NoticeEvent event, Fact fact) {
        switch (event) {
            case NoticeGiven notice -> notices.save(notice.noticeId(), of(notice, fact), fact);
            case NoticeRead notice -> notices.update(notice.noticeId(), update("unread", false), fact);
        }
    }

    private static ListedNotice of(NoticeGiven notice, Fact fact) {
        return new ListedNotice(
                notice.noticeId(),
                notice.communityId(),
                notice.memberId(),
                ListedNotice.place(fact.recordedAt(), notice.noticeId()),
                notice.kind(),
                notice.about(),
                fact.recordedAt(),
                true);
    }
}
