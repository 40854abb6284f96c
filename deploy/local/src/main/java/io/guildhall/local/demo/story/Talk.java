package io.guildhall.local.demo.story;

import io.guildhall.local.demo.story.Deed.Answer;
import io.guildhall.local.demo.story.Deed.CloseSurvey;
import io.guildhall.local.demo.story.Deed.OpenSurvey;
import io.guildhall.local.demo.story.Deed.Room;
import io.guildhall.local.demo.story.Deed.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What is said in one hall by who has access that day, and how its members answer the survey of its owner. */
final class Talk {

    private static final double MOST_TALKATIVE = 0.16;
    private static final double ASKS = 0.15;
    private static final double ADDS = 0.6;
    private static final double ANSWERS_SURVEY = 0.55;
    private static final int SURVEY_DAYS = 10;

    private final List<Life> lives;
    private final String language;
    private final int days;
    private final RandomGenerator random;
    private final List<Deed> deeds = new ArrayList<>();
    private final Deck<String> talk;
    private final Deck<String> addenda;
    private final Deck<Words.Exchange> questions;

    Talk(List<Life> lives, Words words, int days, RandomGenerator random) {
        this.lives = lives;
        this.language = words.language();
        this.days = days;
        this.random = random;
        this.talk = new Deck<>(words.talk(), random);
        this.addenda = new Deck<>(words.addenda(), random);
        this.questions = new Deck<>(words.questions(), random);
    }

    List<Deed> of(int hall) {
        double[] talkative = lives.stream()
                .mapToDouble(_ -> random.nextDouble() * random.nextDouble() * MOST_TALKATIVE)
                .toArray();
        for (int day = 0; day < days; day++) {
            for (int at = 0; at < talkative.length; at++) {
                if (lives.get(at).isThereOn(day) && random.nextDouble() < talkative[at]) {
                    speak(lives.get(at).person().number(), day);
                }
            }
        }
        survey(hall);
        return deeds;
    }

    private void speak(int who, int day) {
        int step = Story.step(day, random);
        if (random.nextDouble() < ASKS) {
            Words.Exchange exchange = questions.deal();
            deeds.add(new Say(step, who, Room.QUESTIONS, exchange.question()));
            List<Integer> helpers = there(day + 1).filter(other -> other != who).toList();
            if (!helpers.isEmpty()) {
                deeds.add(new Say(
                        Story.step(day + 1, random), Words.pick(helpers, random), Room.QUESTIONS, exchange.answer()));
            }
        } else {
            deeds.add(new Say(step, who, Room.LOUNGE, remark()));
        }
    }

    private Stream<Integer> there(int day) {
        return lives.stream()
                .filter(life -> life.isThereOn(day))
                .map(life -> life.person().number());
    }

    private String remark() {
        String said = talk.deal();
        if (random.nextDouble() >= ADDS) {
            return said;
        }
        return said + (language.equals("zh-CN") ? "" : " ") + addenda.deal();
    }

    private void survey(int hall) {
        int opens = days * 3 / 5;
        int closes = Math.min(opens + SURVEY_DAYS, days - 1);
        deeds.add(new OpenSurvey(2 * opens, hall));
        for (Life life : lives) {
            int day = opens + 1 + random.nextInt(Math.max(1, closes - opens - 1));
            if (day < closes && life.isThereOn(day) && random.nextDouble() < ANSWERS_SURVEY) {
                deeds.add(new Answer(Story.step(day, random), life.person().number(), Studies.stars(random)));
            }
        }
        deeds.add(new CloseSurvey(2 * closes + 1, hall));
    }
}
