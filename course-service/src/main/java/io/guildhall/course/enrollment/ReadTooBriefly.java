package io.guildhall.course.enrollment;

import io.guildhall.platform.problem.Refusal;

/** A lesson was not shown long enough to count as read. */
public final class ReadTooBriefly extends Refusal {

    /** @param enough after how many seconds it counts */
    public ReadTooBriefly(int enough) {
        super(Kind.UNPROCESSABLE, enough);
    }
}
