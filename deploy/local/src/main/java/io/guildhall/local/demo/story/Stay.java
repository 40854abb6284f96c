package io.guildhall.local.demo.story;

import io.guildhall.local.demo.story.Deed.Plan;

/**
 * Days on which a person surely has access by a plan. Months are counted as 30 days where the stay must have begun or
 * still last, and as 31 where it must be over.
 *
 * @param from the day behind the payment
 * @param to the last of the days
 */
record Stay(int from, int to) {

    private static final int SURELY = 3;

    /** Of somebody who does not leave before the story ends. */
    static Stay until(int start, int lastDay) {
        return new Stay(start + 1, lastDay);
    }

    /** Of somebody who leaves with the end of a term. */
    static Stay of(int start, Plan plan, int terms, int lastDay) {
        return new Stay(start + 1, Math.min(start + terms * shortest(plan) - SURELY, lastDay));
    }

    /** The first day on which the terms are surely over. */
    static int over(int start, Plan plan, int terms) {
        return start + terms * longest(plan) + 2;
    }

    static int shortest(Plan plan) {
        return plan == Plan.MONTH ? 30 : 365;
    }

    static int longest(Plan plan) {
        return shortest(plan) + 1;
    }

    boolean has(int day) {
        return from <= day && day <= to;
    }
}
