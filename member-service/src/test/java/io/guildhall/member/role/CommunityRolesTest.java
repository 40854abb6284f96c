package io.guildhall.member.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.role.RoleCommand.GrantRole;
import io.guildhall.member.role.RoleCommand.WithdrawRole;
import io.guildhall.member.role.RoleEvent.RoleGranted;
import io.guildhall.member.role.RoleEvent.RoleWithdrawn;
import io.guildhall.platform.testing.AggregateFixtures;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CommunityRolesTest {

    private static final String HALL = "com_hall";
    private static final RoleGranted ADA_OWNS = granted(HALL, "mem_ada", Role.OWNER);
    private static final RoleGranted BOB_OWNS = granted(HALL, "mem_bob", Role.OWNER);

    private final FixtureConfiguration<CommunityRoles> roles = new AggregateTestFixture<>(CommunityRoles.class);

    @Test
    void grantsARole() {
        roles.givenNoPriorActivity()
                .when(GrantRole.of(HALL, "mem_ada", Role.OWNER, "founded"))
                .expectEvents(ADA_OWNS);
    }

    @Test
    void grantsARoleOnce() {
        roles.given(ADA_OWNS)
                .when(GrantRole.of(HALL, "mem_ada", Role.OWNER, "again"))
                .expectNoEvents();
    }

    @Test
    void letsOneMemberHoldSeveralRoles() {
        roles.given(ADA_OWNS)
                .when(GrantRole.of(HALL, "mem_ada", Role.AUTHOR, "founded"))
                .expectEvents(granted(HALL, "mem_ada", Role.AUTHOR));
    }

    @Test
    void withdrawsARole() {
        roles.given(ADA_OWNS, BOB_OWNS)
                .when(WithdrawRole.of(HALL, "mem_ada", Role.OWNER, "left"))
                .expectEvents(withdrawn("mem_ada", Role.OWNER));
    }

    @Test
    void keepsTheLastOwner() {
        roles.given(ADA_OWNS, BOB_OWNS, withdrawn("mem_bob", Role.OWNER))
                .when(WithdrawRole.of(HALL, "mem_ada", Role.OWNER, "left"))
                .expectException(LastOwner.class)
                .expectNoEvents();
    }

    @Test
    void keepsTheLastOperator() {
        roles.given(granted(Role.INSTALLATION, "mem_ada", Role.OPERATOR))
                .when(WithdrawRole.of(Role.INSTALLATION, "mem_ada", Role.OPERATOR, "left"))
                .expectException(LastOwner.class);
    }

    @Test
    void letsTheLastAuthorGo() {
        roles.given(ADA_OWNS, granted(HALL, "mem_bob", Role.AUTHOR))
                .when(WithdrawRole.of(HALL, "mem_bob", Role.AUTHOR, "left"))
                .expectEvents(withdrawn("mem_bob", Role.AUTHOR));
    }

    @Test
    void ignoresTheWithdrawalOfARoleThatIsNotHeld() {
        roles.given(ADA_OWNS)
                .when(WithdrawRole.of(HALL, "mem_bob", Role.OWNER, "left"))
                .expectNoEvents();
    }

    @Test
    void knowsOnlyTheRolesThatACommunityGives() {
        assertThat(Role.ofCommunity("author")).contains(Role.AUTHOR);
        assertThat(Role.ofCommunity("operator")).isEmpty();
    }

    private static RoleGranted granted(String communityId, String memberId, Role role) {
        return new RoleGranted(
                RoleCommand.roleIdOf(communityId, memberId, role), communityId, memberId, role.text(), "founded");
    }

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(CommunityRoles.class, ADA_OWNS, BOB_OWNS);
    }

    private static RoleWithdrawn withdrawn(String memberId, Role role) {
        return new RoleWithdrawn(RoleCommand.roleIdOf(HALL, memberId, role), HALL, memberId, role.text(), "left");
    }
}
