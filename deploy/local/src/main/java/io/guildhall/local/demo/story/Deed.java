package io.guildhall.local.demo.story;

import java.util.Comparator;

/** What somebody does at a step, of which a day has two; one deed is one wish at the gateway, or a few. */
public sealed interface Deed {

    /** In whose name the owner of a hall acts. */
    int OWNER = -1;

    Comparator<Deed> BY_STEP = Comparator.comparingInt(Deed::step);

    /** From 0, the morning of the first day. */
    int step();

    /** The number of the person, or {@link #OWNER}. */
    int who();

    /** How long a plan runs until it is paid again. */
    enum Plan {
        MONTH,
        YEAR
    }

    /** The channels of a hall. */
    enum Room {
        LOUNGE,
        QUESTIONS
    }

    record Join(int step, int who) implements Deed {}

    /** Orders and pays. */
    record Subscribe(int step, int who, Plan plan) implements Deed {}

    /** Orders, and the payment is declined. */
    record FailToPay(int step, int who, Plan plan) implements Deed {}

    /** @param course counted from 0 in the person's hall */
    record BuyCourse(int step, int who, int course) implements Deed {}

    /** Reads a lesson and completes it. */
    record Study(int step, int who, int course, int lesson) implements Deed {}

    record Rate(int step, int who, int course, int stars, String comment) implements Deed {}

    record Say(int step, int who, Room room, String text) implements Deed {}

    /** From now on nothing can be charged by the means of the last payment. */
    record LoseCard(int step, int who) implements Deed {}

    record Cancel(int step, int who) implements Deed {}

    /** Answers the survey of the hall. */
    record Answer(int step, int who, int score) implements Deed {}

    record OpenSurvey(int step, int hall) implements Deed {

        @Override
        public int who() {
            return OWNER;
        }
    }

    record CloseSurvey(int step, int hall) implements Deed {

        @Override
        public int who() {
            return OWNER;
        }
    }
}
