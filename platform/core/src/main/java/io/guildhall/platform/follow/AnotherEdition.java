package io.guildhall.platform.follow;

import io.guildhall.platform.problem.Refusal;

/** A switch or drop of an edition that is not the one beside the live one. */
public final class AnotherEdition extends Refusal {

    AnotherEdition(String projection, int meant, int beside) {
        super(Kind.CONFLICT, projection, Integer.toString(meant), Integer.toString(beside));
    }
}
