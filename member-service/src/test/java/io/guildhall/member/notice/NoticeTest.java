package io.guildhall.member.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeCommand.ReadNotice;
import io.guildhall.member.notice.NoticeEvent.NoticeGiven;
import io.guildhall.member.notice.NoticeEvent.NoticeRead;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final About ROLE = About.role("author");
    private static final NoticeGiven GIVEN =
            new NoticeGiven("ntc_1", "com_hall", "mem_ada", NoticeKind.ROLE_GRANTED, ROLE);
    private static final NoticeRead READ = new NoticeRead("ntc_1", "com_hall", "mem_ada");
    private static final GiveNotice GIVE =
            new GiveNotice("ntc_1", "com_hall", "mem_ada", NoticeKind.ROLE_GRANTED, ROLE);

    private final FixtureConfiguration<Notice> notice = AggregateFixtures.of(Notice.class);

    @Test
    void isGiven() {
        notice.givenNoPriorActivity().when(GIVE).expectEvents(GIVEN);
    }

    @Test
    void isGivenOnceEvenWhenItWasRead() {
        notice.given(GIVEN).when(GIVE).expectNoEvents();
        AggregateFixtures.of(Notice.class).given(GIVEN, READ).when(GIVE).expectNoEvents();
    }

    @Test
    void isReadOnce() {
        notice.given(GIVEN).when(new ReadNotice("ntc_1", "mem_ada")).expectEvents(READ);
        AggregateFixtures.of(Notice.class)
                .given(GIVEN, READ)
                .when(new ReadNotice("ntc_1", "mem_ada"))
                .expectNoEvents();
    }

    @Test
    void isNotFoundByAnother() {
        notice.given(GIVEN).when(new ReadNotice("ntc_1", "mem_bob")).expectException(NotFound.class);
    }

    @Test
    void isTheSameForTheSameCauseMemberAndKindOnly() {
        String id = idOf("evt_1", "mem_ada", NoticeKind.WELCOME);
        assertThat(idOf("evt_1", "mem_ada", NoticeKind.WELCOME)).isEqualTo(id).matches("ntc_[0-9a-f]{32}");
        assertThat(idOf("evt_2", "mem_ada", NoticeKind.WELCOME)).isNotEqualTo(id);
        assertThat(idOf("evt_1", "mem_bob", NoticeKind.WELCOME)).isNotEqualTo(id);
        assertThat(idOf("evt_1", "mem_ada", NoticeKind.REFUNDED)).isNotEqualTo(id);
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Notice.class, GIVEN, READ);
    }

    private static String idOf(String cause, String memberId, NoticeKind kind) {
        return GiveNotice.of(cause, "com_hall", memberId, kind, About.nothing()).noticeId();
    }
}
