package io.guildhall.local.demo.story;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A whole history: the same for the same seed, members, months and halls, on whatever day it is told.
 *
 * @param deeds in the order of their steps
 */
public record Story(int days, List<Person> people, List<Deed> deeds) {

    private static final int STEPS_A_DAY = 2;
    private static final int DAYS_A_YEAR = 365;
    private static final int MONTHS_A_YEAR = 12;
    private static final int LAST_DAYS_WITHOUT_NEWCOMERS = 3;

    public static Story of(long seed, int members, int months, List<Hall> halls) {
        var random = new SplittableRandom(seed);
        int days = days(months);
        List<Words> words =
                halls.stream().map(hall -> Words.in(hall.language())).toList();
        List<Life> lives = new ArrayList<>();
        for (int number = 0; number < members; number++) {
            lives.add(life(number, days, halls, words, random.split()));
        }
        List<Deed> deeds = new ArrayList<>();
        lives.forEach(life -> deeds.addAll(life.deeds()));
        for (int hall = 0; hall < halls.size(); hall++) {
            int number = hall;
            List<Life> there = lives.stream()
                    .filter(life -> life.person().hall() == number)
                    .toList();
            deeds.addAll(new Talk(there, words.get(hall), days, random.split()).of(hall));
        }
        deeds.sort(Deed.BY_STEP);
        return new Story(days, lives.stream().map(Life::person).toList(), List.copyOf(deeds));
    }

    private static Life life(int number, int days, List<Hall> halls, List<Words> words, RandomGenerator random) {
        int hall = number % halls.size();
        var person = new Person(
                number, words.get(hall).name(random), hall, halls.get(hall).language());
        var life = new Life(person, halls.get(hall), words.get(hall), days, random);
        life.live(1 + growing(days - 1 - LAST_DAYS_WITHOUT_NEWCOMERS, random));
        return life;
    }

    /** A day below the bound; later days are likelier, as in a community that grows. */
    private static int growing(int bound, RandomGenerator random) {
        double share = random.nextDouble();
        return (int) (bound * (share + Math.sqrt(share)) / 2);
    }

    /** The morning or the evening of a day. */
    static int step(int day, RandomGenerator random) {
        return STEPS_A_DAY * day + random.nextInt(STEPS_A_DAY);
    }

    /** How many days so many months are, whichever they are. */
    public static int days(int months) {
        return months * DAYS_A_YEAR / MONTHS_A_YEAR;
    }

    public int steps() {
        return days * STEPS_A_DAY;
    }
}
