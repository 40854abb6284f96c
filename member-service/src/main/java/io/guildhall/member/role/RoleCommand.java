package io.guildhall.member.role;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller may ask of the {@link CommunityRoles} of one community. */
public sealed interface RoleCommand {

    String rolesId();

    /** The roles of a community are one aggregate, since the last owner's rule needs to see them all. */
    static String rolesIdOf(String communityId) {
        return Ids.derived("rls", communityId.getBytes(StandardCharsets.UTF_8));
    }

    /** One member's one role in one community. */
    static String roleIdOf(String communityId, String memberId, Role role) {
        return Ids.derived("rol", (communityId + "/" + memberId + "/" + role.text()).getBytes(StandardCharsets.UTF_8));
    }

    /** Gives a role; asking again is harmless. */
    record GrantRole(
            @TargetAggregateIdentifier String rolesId, String communityId, String memberId, Role role, String reason)
            implements RoleCommand {

        public static GrantRole of(String communityId, String memberId, Role role, String reason) {
            return new GrantRole(rolesIdOf(communityId), communityId, memberId, role, reason);
        }
    }

    /** Takes a role away; asking again is harmless. Rejected with {@link LastOwner}. */
    record WithdrawRole(
            @TargetAggregateIdentifier String rolesId, String communityId, String memberId, Role role, String reason)
            implements RoleCommand {

        public static WithdrawRole of(String communityId, String memberId, Role role, String reason) {
            return new WithdrawRole(rolesIdOf(communityId), communityId, memberId, role, reason);
        }
    }
}
