package io.guildhall.member.role.holder;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.role.RoleEvent.RoleGranted;
import io.guildhall.member.role.RoleEvent.RoleWithdrawn;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class RoleHolderProjectionTest {

    private final MongoTemplate mongo = Servers.mongo(RoleHolderProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                RoleHolderProjection::new,
                new History()
                        .own(
                                new RoleGranted("rol_1", "com_1", "mem_ada", "owner", "founded"),
                                new RoleGranted("rol_2", "com_1", "mem_bob", "author", "by an owner"),
                                new RoleWithdrawn("rol_2", "com_1", "mem_bob", "author", "by an owner"),
                                new RoleGranted("rol_3", "com_2", "mem_ada", "owner", "founded")));

        assertThat(new RoleHolders(mongo).in("com_1"))
                .containsExactly(new RoleHolder("rol_1", "com_1", "mem_ada", "owner", History.START, "founded"));
        assertThat(new RoleHolders(mongo).of("mem_ada")).hasSize(2);
    }
}
