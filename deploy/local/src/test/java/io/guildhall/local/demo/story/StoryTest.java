package io.guildhall.local.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.demo.story.Deed.Answer;
import io.guildhall.local.demo.story.Deed.BuyCourse;
import io.guildhall.local.demo.story.Deed.Cancel;
import io.guildhall.local.demo.story.Deed.CloseSurvey;
import io.guildhall.local.demo.story.Deed.Join;
import io.guildhall.local.demo.story.Deed.LoseCard;
import io.guildhall.local.demo.story.Deed.OpenSurvey;
import io.guildhall.local.demo.story.Deed.Rate;
import io.guildhall.local.demo.story.Deed.Say;
import io.guildhall.local.demo.story.Deed.Study;
import io.guildhall.local.demo.story.Deed.Subscribe;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoryTest {

    private static final List<Hall> HALLS = List.of(new Hall("en", List.of(6, 5)), new Hall("zh-CN", List.of(5)));

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Story.of(7, 40, 6, HALLS)).isEqualTo(Story.of(7, 40, 6, HALLS));
        assertThat(Story.of(8, 40, 6, HALLS)).isNotEqualTo(Story.of(7, 40, 6, HALLS));
    }

    @Test
    void holdsOfEverythingThatTheChartsShow() {
        Story story = Story.of(7, 300, 6, HALLS);
        assertThat(story.people()).hasSize(300);
        assertThat(story.deeds())
                .hasAtLeastOneElementOfType(Cancel.class)
                .hasAtLeastOneElementOfType(LoseCard.class)
                .hasAtLeastOneElementOfType(BuyCourse.class)
                .hasAtLeastOneElementOfType(Rate.class)
                .hasAtLeastOneElementOfType(Answer.class)
                .hasAtLeastOneElementOfType(Deed.FailToPay.class);
        assertThat(of(Subscribe.class, story).count())
                .isGreaterThan(
                        of(Subscribe.class, story).map(Deed::who).distinct().count())
                .isGreaterThan(150);
    }

    static LongStream seeds() {
        return new SplittableRandom().longs(50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyDoesWhatHeCouldNot(long seed) {
        Story story = Story.of(seed, 30, 1 + (int) Long.remainderUnsigned(seed, 12), HALLS);
        assertThat(story.deeds())
                .isSortedAccordingTo(Comparator.comparingInt(Deed::step))
                .allMatch(deed -> deed.step() >= 0 && deed.step() < story.steps());
        story.people().forEach(person -> assertLife(person, story));
        assertThat(of(OpenSurvey.class, story)).hasSameSizeAs(HALLS);
        int opened = of(OpenSurvey.class, story).mapToInt(Deed::step).max().orElseThrow();
        int closed = of(CloseSurvey.class, story).mapToInt(Deed::step).min().orElseThrow();
        assertThat(of(Answer.class, story)).allMatch(answer -> answer.step() > opened && answer.step() < closed);
    }

    private static void assertLife(Person person, Story story) {
        List<Deed> life = story.deeds().stream()
                .filter(deed -> deed.who() == person.number())
                .toList();
        assertThat(life.getFirst()).isInstanceOf(Join.class);
        assertThat(life).filteredOn(Join.class::isInstance).hasSize(1);
        int subscribed = -1;
        int bought = -1;
        int[] lessons = new int[2];
        boolean leaving = true;
        for (Deed deed : life) {
            switch (deed) {
                case Subscribe it -> {
                    assertThat(leaving)
                            .as("subscribes while a plan runs: %s", it)
                            .isTrue();
                    subscribed = it.step();
                    leaving = false;
                }
                case Cancel it -> {
                    assertThat(leaving).as("leaves twice: %s", it).isFalse();
                    leaving = true;
                }
                case LoseCard it -> {
                    assertThat(leaving).as("leaves twice: %s", it).isFalse();
                    leaving = true;
                }
                case BuyCourse it -> bought = it.step();
                case Study it -> {
                    assertThat(it.lesson()).as("in order: %s", it).isEqualTo(lessons[it.course()]++);
                    assertThat(subscribed >= 0 || bought >= 0)
                            .as("has access: %s", it)
                            .isTrue();
                }
                case Rate it ->
                    assertThat(lessons[it.course()])
                            .as("has completed it: %s", it)
                            .isEqualTo(HALLS.get(person.hall()).lessons().get(it.course()));
                case Say it -> assertThat(subscribed).as("may talk: %s", it).isBetween(0, it.step() - 1);
                case Answer it ->
                    assertThat(subscribed).as("may answer: %s", it).isBetween(0, it.step() - 1);
                default -> assertThat(deed.step()).isNotNegative();
            }
        }
    }

    private static <T extends Deed> Stream<T> of(Class<T> kind, Story story) {
        return story.deeds().stream().filter(kind::isInstance).map(kind::cast);
    }
}
