package io.guildhall.member.role;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;

/** The facts about roles, as stored and published for ever; community {@code *} is the whole installation. */
public sealed interface RoleEvent extends InCommunity {

    String roleId();

    String memberId();

    String role();

    @EventName("member.role.granted")
    record RoleGranted(String roleId, String communityId, String memberId, String role, String reason)
            implements RoleEvent {}

    @EventName("member.role.withdrawn")
    record RoleWithdrawn(String roleId, String communityId, String memberId, String role, String reason)
            implements RoleEvent {}
}
