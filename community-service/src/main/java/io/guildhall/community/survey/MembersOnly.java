package io.guildhall.community.survey;

import io.guildhall.platform.problem.Refusal;

/** Only who holds a grant or a role in the community is asked. */
public final class MembersOnly extends Refusal {

    public MembersOnly() {
        super(Kind.FORBIDDEN);
    }
}
