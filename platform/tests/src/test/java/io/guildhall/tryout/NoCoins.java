package io.guildhall.tryout;

import io.guildhall.platform.problem.Refusal;

class NoCoins extends Refusal {

    NoCoins() {
        super(Kind.UNPROCESSABLE);
    }
}
