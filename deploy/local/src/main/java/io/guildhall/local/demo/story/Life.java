package io.guildhall.local.demo.story;

import io.guildhall.local.demo.story.Deed.BuyCourse;
import io.guildhall.local.demo.story.Deed.Cancel;
import io.guildhall.local.demo.story.Deed.FailToPay;
import io.guildhall.local.demo.story.Deed.Join;
import io.guildhall.local.demo.story.Deed.LoseCard;
import io.guildhall.local.demo.story.Deed.Plan;
import io.guildhall.local.demo.story.Deed.Subscribe;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What one person does, from joining to the end of the story. */
final class Life {

    private static final double LOOKS_ONLY = 0.16;
    private static final double BUYS_A_COURSE = 0.14;
    private static final double PAYS_BY_THE_YEAR = 0.18;
    private static final double FAILS_TO_PAY_FIRST = 0.10;
    private static final double LEAVES_WITH_A_MONTH = 0.13;
    private static final double LEAVES_WITH_A_YEAR = 0.30;
    private static final double LEAVES_BY_CANCELING = 0.70;
    private static final double COMES_BACK = 0.35;
    private static final int MOST_STAYS = 3;

    /** Nobody leaves in the first and last days of a term, so that it is sure with which one he leaves. */
    private static final int SETTLED_DAYS = 3;

    private static final int DAYS_TO_DECIDE = 18;

    private final Person person;
    private final int lastDay;
    private final RandomGenerator random;
    private final Studies studies;
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();

    Life(Person person, Hall hall, Words words, int days, RandomGenerator random) {
        this.person = person;
        this.lastDay = days - 1;
        this.random = random;
        this.studies = new Studies(person.number(), hall, words, random);
    }

    void live(int joinDay) {
        deeds.add(new Join(step(joinDay), person.number()));
        int next = joinDay + 1 + random.nextInt(4);
        double kind = random.nextDouble();
        if (kind < LOOKS_ONLY || next > lastDay) {
            return;
        }
        if (kind < LOOKS_ONLY + BUYS_A_COURSE) {
            int course = studies.anyCourse();
            deeds.add(new BuyCourse(step(next), person.number(), course));
            studies.take(course, Stay.until(next, lastDay), deeds);
            return;
        }
        if (random.nextDouble() < FAILS_TO_PAY_FIRST && next < lastDay) {
            deeds.add(new FailToPay(step(next), person.number(), Plan.MONTH));
            next += 1 + random.nextInt(5);
        }
        subscribe(next);
    }

    private void subscribe(int start) {
        if (start > lastDay) {
            return;
        }
        Plan plan = random.nextDouble() < PAYS_BY_THE_YEAR ? Plan.YEAR : Plan.MONTH;
        deeds.add(new Subscribe(step(start), person.number(), plan));
        int terms = terms(plan);
        int leaves = start + (terms - 1) * Stay.longest(plan) + SETTLED_DAYS + random.nextInt(DAYS_TO_DECIDE);
        boolean leavesInTime = leaves <= lastDay;
        if (leavesInTime) {
            deeds.add(
                    random.nextDouble() < LEAVES_BY_CANCELING
                            ? new Cancel(step(leaves), person.number())
                            : new LoseCard(step(leaves), person.number()));
        }
        Stay stay = leavesInTime ? Stay.of(start, plan, terms, lastDay) : Stay.until(start, lastDay);
        stays.add(stay);
        studies.go(stay, deeds);
        int returns = Stay.over(start, plan, terms) + random.nextInt(30);
        if (leavesInTime && stays.size() < MOST_STAYS && random.nextDouble() < COMES_BACK) {
            subscribe(returns);
        }
    }

    private int terms(Plan plan) {
        double leaves = plan == Plan.MONTH ? LEAVES_WITH_A_MONTH : LEAVES_WITH_A_YEAR;
        int terms = 1;
        while (random.nextDouble() >= leaves && terms * Stay.shortest(plan) <= lastDay) {
            terms++;
        }
        return terms;
    }

    private int step(int day) {
        return Story.step(day, random);
    }

    List<Deed> deeds() {
        return deeds;
    }

    boolean isThereOn(int day) {
        return stays.stream().anyMatch(stay -> stay.has(day));
    }

    Person person() {
        return person;
    }
}
