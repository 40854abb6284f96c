package io.guildhall.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.ReadModels;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.security.RoleHoldings.RoleGranted;
import io.guildhall.platform.security.RoleHoldings.RoleWithdrawn;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class RolesTest {

    private static final RoleGranted OWNER = new RoleGranted("rol_1", "com_1", "mem_1", "owner");
    private static final RoleWithdrawn NO_OWNER = new RoleWithdrawn("rol_1", "com_1", "mem_1", "owner");
    private static final RoleGranted OPERATOR = new RoleGranted("rol_2", "*", "mem_1", "operator");

    private final MongoTemplate mongo = Servers.mongo(RolesTest.class);
    private final RoleHoldings holdings = new RoleHoldings(new ReadModels(mongo));
    private final AtomicLong nanos = new AtomicLong();
    private final Roles roles = new Roles(mongo, nanos::get);

    @BeforeEach
    void nobodyHoldsAnything() {
        mongo.dropCollection(RoleHolding.class);
    }

    private static Fact heard(String roleId, long sequence) {
        return new Fact(
                "member",
                new LogPosition("member.0", 100 + sequence),
                "evt_" + roleId + sequence,
                "member.role.granted",
                1,
                roleId,
                sequence,
                "com_1",
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                "cor_1",
                false);
    }

    private void afterAWhile() {
        nanos.addAndGet(Roles.REMEMBERED.plus(Duration.ofMillis(1)).toNanos());
    }

    @Test
    void knowsWhoHoldsWhatWhere() {
        holdings.on(OWNER, heard("rol_1", 0));

        assertThat(roles.has("mem_1", "com_1", "author", "owner")).isTrue();
        assertThat(roles.has("mem_1", "com_1", "author")).isFalse();
        assertThat(roles.has("mem_1", "com_2", "owner")).isFalse();
        assertThat(roles.has("mem_2", "com_1", "owner")).isFalse();
        assertThat(roles.of("mem_1", "com_1")).containsExactly("owner");
    }

    @Test
    void knowsOperatorsOfTheInstallationOnly() {
        holdings.on(OPERATOR, heard("rol_2", 0));
        holdings.on(new RoleGranted("rol_3", "com_1", "mem_2", "operator"), heard("rol_3", 0));

        assertThat(roles.operator("mem_1")).isTrue();
        assertThat(roles.operator("mem_2"))
                .as("operator of a community is no operator")
                .isFalse();
        assertThat(roles.has("mem_1", "com_1", "owner", "operator")).isFalse();
    }

    @Test
    void forgetsAWithdrawnRoleWithinSeconds() {
        holdings.on(OWNER, heard("rol_1", 0));
        assertThat(roles.has("mem_1", "com_1", "owner")).isTrue();
        holdings.on(NO_OWNER, heard("rol_1", 1));

        assertThat(roles.has("mem_1", "com_1", "owner"))
                .as("remembered for a moment")
                .isTrue();
        afterAWhile();
        assertThat(roles.has("mem_1", "com_1", "owner")).isFalse();
        assertThat(Roles.REMEMBERED).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void staysTheSameWhenEveryEventArrivesTwice() {
        holdings.on(OWNER, heard("rol_1", 0));
        holdings.on(OWNER, heard("rol_1", 0));
        holdings.on(NO_OWNER, heard("rol_1", 1));
        holdings.on(OWNER, heard("rol_1", 0));
        holdings.on(NO_OWNER, heard("rol_1", 1));

        assertThat(roles.has("mem_1", "com_1", "owner")).isFalse();
    }

    @Test
    void isGrantedAgain() {
        holdings.on(OWNER, heard("rol_1", 0));
        holdings.on(NO_OWNER, heard("rol_1", 1));
        holdings.on(OWNER, heard("rol_1", 2));

        assertThat(roles.has("mem_1", "com_1", "owner")).isTrue();
    }
}
