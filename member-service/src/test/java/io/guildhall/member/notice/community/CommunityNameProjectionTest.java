package io.guildhall.member.notice.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.notice.inbox.CommunityNamed;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class CommunityNameProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(CommunityNameProjectionTest.class);

    @Test
    void tellsTheNameOrWhereItIsNotKnownTheId() {
        ArrivesTwice.check(
                mongo,
                CommunityNameProjection::new,
                new History().heard("com_1", new CommunityNamed("com_1", "A hall")));

        assertThat(new CommunityNames(mongo).of("com_1")).isEqualTo("A hall");
        assertThat(new CommunityNames(mongo).of("com_2")).isEqualTo("com_2");
    }
}
