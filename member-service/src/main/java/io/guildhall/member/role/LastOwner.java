package io.guildhall.member.role;

import io.guildhall.platform.problem.Refusal;

/** A community, and the installation, keeps at least one who can give roles. */
public final class LastOwner extends Refusal {

    private static final long serialVersionUID = 1;

    public LastOwner() {
        super(Kind.CONFLICT);
    }
}
