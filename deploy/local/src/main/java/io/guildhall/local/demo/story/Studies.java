package io.guildhall.local.demo.story;

import io.guildhall.local.demo.story.Deed.Rate;
import io.guildhall.local.demo.story.Deed.Study;
import java.util.List;
import java.util.random.RandomGenerator;

/** How one person goes through the courses of a hall: one after the other, some to the end. */
final class Studies {

    private static final double TAKES_UP = 0.75;
    private static final double GIVES_UP = 0.09;
    private static final double RATES = 0.6;
    private static final double[] STARS = {0.02, 0.05, 0.17, 0.53}; // one to four stars and less, all else five

    private final int who;
    private final Hall hall;
    private final Words words;
    private final RandomGenerator random;
    private final int[] read;
    private final boolean[] closed;

    Studies(int who, Hall hall, Words words, RandomGenerator random) {
        this.who = who;
        this.hall = hall;
        this.words = words;
        this.random = random;
        this.read = new int[hall.lessons().size()];
        this.closed = new boolean[hall.lessons().size()];
    }

    int anyCourse() {
        return random.nextInt(hall.lessons().size());
    }

    /** Goes on where an earlier stay left off. */
    void go(Stay stay, List<Deed> deeds) {
        Stay left = stay;
        for (int course = 0; course < read.length; course++) {
            if (!closed[course] && (read[course] > 0 || random.nextDouble() < TAKES_UP)) {
                left = new Stay(take(course, left, deeds) + 1, stay.to());
            }
        }
    }

    /** Returns the last day on which something was done. */
    int take(int course, Stay stay, List<Deed> deeds) {
        int day = stay.from() - 1;
        while (!closed[course] && read[course] < hall.lessons().get(course)) {
            int next = day + 1 + random.nextInt(5);
            if (next > stay.to()) {
                return day;
            }
            day = next;
            deeds.add(new Study(Story.step(day, random), who, course, read[course]));
            read[course]++;
            closed[course] = random.nextDouble() < GIVES_UP;
        }
        if (read[course] == hall.lessons().get(course)) {
            closed[course] = true;
            rate(course, day + 1, stay, deeds);
        }
        return day;
    }

    private void rate(int course, int day, Stay stay, List<Deed> deeds) {
        if (day <= stay.to() && random.nextDouble() < RATES) {
            deeds.add(new Rate(
                    Story.step(day, random), who, course, stars(random), Words.pick(words.comments(), random)));
        }
    }

    static int stars(RandomGenerator random) {
        double dice = random.nextDouble();
        int stars = 1;
        while (stars <= STARS.length && dice >= STARS[stars - 1]) {
            stars++;
        }
        return stars;
    }
}
