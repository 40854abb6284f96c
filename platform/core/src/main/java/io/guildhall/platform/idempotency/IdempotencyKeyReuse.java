package io.guildhall.platform.idempotency;

import io.guildhall.platform.problem.Refusal;

/** The key came before with another body, so it cannot mean the same wish. */
final class IdempotencyKeyReuse extends Refusal {

    IdempotencyKeyReuse() {
        super(Kind.UNPROCESSABLE);
    }
}
