package io.guildhall.member.membership;

import io.guildhall.platform.id.Ids;

/** The id of the one membership of a person in a community. */
public final class MembershipId {

    private MembershipId() {}

    public static String of(String communityId, String memberId) {
        return "mbs_" + Ids.derivedUuid(communityId, memberId).toString().replace("-", "");
    }
}
