package io.guildhall.member.notice.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.member.notice.About;
import io.guildhall.member.notice.NoticeEvent.NoticeGiven;
import io.guildhall.member.notice.NoticeEvent.NoticeRead;
import io.guildhall.member.notice.NoticeKind;
import io.guildhall.member.notice.NoticesReadUpTo;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ListedNoticeProjectionTest {

    private static final About MONEY = About.money("ord_1", 2900, "CNY");

    private final MongoTemplate mongo = Servers.mongo(ListedNoticeProjectionTest.class);
    private final Notices notices = new Notices(mongo);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(mongo, ListedNoticeProjection::new, history());

        assertThat(notices.of("mem_ada", new PageQuery(10, null)).items())
                .extracting(ListedNotice::noticeId, ListedNotice::about, ListedNotice::unread)
                .containsExactly(tuple(id(3), MONEY, true), tuple(id(2), MONEY, false), tuple(id(1), MONEY, true));
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        ArrivesTwice.tell(new ListedNoticeProjection(new ReadModels(mongo)), history());

        Page<ListedNotice> first = notices.of("mem_ada", new PageQuery(2, null));
        assertThat(first.items()).extracting(ListedNotice::noticeId).containsExactly(id(3), id(2));
        Page<ListedNotice> second =
                notices.of("mem_ada", new PageQuery(2, first.page().next()));
        assertThat(second.items()).extracting(ListedNotice::noticeId).containsExactly(id(1));
        assertThat(second.page().hasMore()).isFalse();
    }

    @Test
    void countsWhatIsUnreadBehindTheMarkAndNoFurtherThanAsked() {
        ArrivesTwice.tell(new ListedNoticeProjection(new ReadModels(mongo)), history());
        assertThat(notices.unread("mem_ada", 10)).isEqualTo(2);
        assertThat(notices.unread("mem_ada", 1)).isEqualTo(1);

        ArrivesTwice.check(
                Servers.mongo(ReadUpTo.class),
                ReadUpToProjection::new,
                new History()
                        .own(
                                new NoticesReadUpTo("nmk_1", "mem_ada", History.START.minusSeconds(9)),
                                new NoticesReadUpTo("nmk_1", "mem_ada", History.START)));
        ArrivesTwice.tell(
                new ReadUpToProjection(new ReadModels(mongo)),
                new History().own(new NoticesReadUpTo("nmk_1", "mem_ada", History.START)));
        assertThat(notices.unread("mem_ada", 10)).isEqualTo(1);
        assertThat(notices.unread("mem_bob", 10)).isEqualTo(1);
    }

    @Test
    void findsOnesOwnOnly() {
        ArrivesTwice.tell(new ListedNoticeProjection(new ReadModels(mongo)), history());

        assertThat(notices.find("mem_ada", id(1))).isPresent();
        assertThat(notices.find("mem_bob", id(1))).isEmpty();
        assertThat(notices.find("mem_ada", id(9))).isEmpty();
    }

    private static History history() {
        return new History()
                .own(
                        given(1, "mem_ada"),
                        given(2, "mem_ada"),
                        given(4, "mem_bob"),
                        new NoticeRead(id(2), "com_1", "mem_ada"),
                        given(3, "mem_ada"));
    }

    private static NoticeGiven given(int number, String memberId) {
        return new NoticeGiven(id(number), "com_1", memberId, NoticeKind.REFUNDED, MONEY);
    }

    private static String id(int number) {
        return "ntc_%032x".formatted(number);
    }
}
