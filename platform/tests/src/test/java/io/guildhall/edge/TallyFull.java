package io.guildhall.edge;

import io.guildhall.platform.problem.Refusal;

final class TallyFull extends Refusal {

    TallyFull(int most) {
        super(Kind.CONFLICT, most);
    }
}
