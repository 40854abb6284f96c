package io.guildhall.platform.testing.architecture.untold;

import io.guildhall.platform.problem.Refusal;

class NoWords extends Refusal {

    NoWords() {
        super(Kind.UNPROCESSABLE);
    }
}
