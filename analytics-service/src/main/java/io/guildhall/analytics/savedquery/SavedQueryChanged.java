package io.guildhall.analytics.savedquery;

import io.guildhall.platform.problem.Refusal;

/** Somebody else has changed the query since it was looked at. */
public final class SavedQueryChanged extends Refusal {

    public SavedQueryChanged(int version) {
        super(Kind.CONFLICT, version);
    }
}
