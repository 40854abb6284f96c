package io.guildhall.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.follow.DeadLetter;
import io.guildhall.platform.follow.Followers;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.testing.SpoiledRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever a topic holds, who hears it goes on with what lies behind within five seconds; an operator finds what could not
 * be handled, with the reason, and decides about it.
 */
class PoisonTest extends TableTest {

    private static final int KINDS = 40;
    private static final int LONGEST_REASON = 1_200;
    private static final String BEHIND = "waits behind an earlier event of its stream";
    private static final Kitchen KITCHEN = new Kitchen();

    private static int streams;
    private static Duration worst = Duration.ZERO;
    private static String slowest = "";

    @Autowired
    Followers followers;

    private final String stream = "dsh_" + streams++;

    static Stream<Poison> kinds() {
        Stream<Poison> records = SpoiledRecord.KINDS.stream().map(Poison::record);
        return Stream.concat(records, Stream.of(Data.ALL, Failures.ALL).flatMap(List::stream));
    }

    @AfterAll
    static void tellTheWorst() {
        KITCHEN.close();
        System.out.printf(
                "%d kinds of poison; the longest wait behind one: %d ms, %s%n",
                kinds().count(), worst.toMillis(), slowest);
    }

    @Test
    void areManyAndEachAnother() {
        assertThat(kinds().map(Poison::name)).hasSizeGreaterThanOrEqualTo(KINDS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void stopsNobodyAndWaitsWithItsReasonUntilSomebodyDecides(Poison poison) {
        Given given = give(poison);
        String next = KITCHEN.serve(stream);

        goesOnBehind(poison.name());
        List<DeadLetter> letters = awaitLetters(poison.event() ? 2 : 1);
        DeadLetter letter = letters.getFirst();
        assertThat(letter.id()).isEqualTo(given.letter());
        assertThat(letter.reason()).contains(poison.reason()).hasSizeLessThan(LONGEST_REASON);
        assertThat(letters.subList(1, letters.size()))
                .extracting(DeadLetter::reason)
                .containsOnly(poison.event() ? new String[] {BEHIND} : new String[] {});
        assertThat(Dishes.EATEN).doesNotContain(given.event());

        if (poison.failure() == null) {
            assertThat(desk.drop(letter, OPERATOR, "spoiled")).isEmpty();
            soon().until(() -> Dishes.EATEN.contains(next));
            assertThat(Dishes.EATEN).doesNotContain(given.event());
        } else {
            Dishes.FAILING.clear();
            assertThat(desk.retry(letter, OPERATOR)).isEmpty();
            assertThat(Dishes.EATEN).endsWith(given.event(), next);
        }
    }

    @Test
    void waitsAloneWithItsStreamAndIsHandledInOrderOnceTheCauseIsGone() {
        Dishes.FAILING.put(stream, () -> new IllegalStateException("burnt"));
        List<String> served =
                IntStream.range(0, 5).mapToObj(_ -> KITCHEN.serve(stream)).toList();
        goesOnBehind("a stream that always fails");
        assertThat(awaitLetters(served.size()))
                .extracting(DeadLetter::reason)
                .containsExactly("IllegalStateException: burnt", BEHIND, BEHIND, BEHIND, BEHIND);

        Dishes.FAILING.put(stream, () -> new IllegalStateException("still burnt"));
        assertThat(desk.retry(awaitLetters(5).getFirst(), OPERATOR)).hasSize(5);
        assertThat(awaitLetters(5).getFirst().reason()).contains("still burnt");

        Dishes.FAILING.clear();
        assertThat(desk.retry(awaitLetters(5).getLast(), OPERATOR)).isEmpty();
        String later = KITCHEN.serve(stream);
        soon().until(() -> Dishes.EATEN.contains(later));
        assertThat(Dishes.EATEN).filteredOn(id -> served.contains(id)).containsExactlyElementsOf(served);
    }

    @Test
    void isNotWhatNobodyHearsOrWhatWasHeardBefore() {
        KITCHEN.serve(stream, record -> {
            record.headers().remove("ce_type");
            record.headers().add("ce_type", "kitchen.dish.washed".getBytes(StandardCharsets.UTF_8));
            return record;
        });
        List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();
        String id = KITCHEN.serve(stream, record -> {
            sent.add(record);
            return record;
        });
        KITCHEN.write(sent.getFirst());

        goesOnBehind("what came twice");
        assertThat(Dishes.EATEN).containsOnlyOnce(id);
    }

    @Test
    void isHeldAndToldOfWhereAnEventBeforeItIsMissing() {
        KITCHEN.serve(stream);
        ProducerRecord<String, byte[]> ahead = KITCHEN.next(stream);
        long place = KITCHEN.head() + 7;
        ahead.headers().remove("ce_guildhallposition").remove("ce_guildhallprevious");
        ahead.headers().add("ce_guildhallposition", Long.toString(place + 1).getBytes(StandardCharsets.UTF_8));
        ahead.headers().add("ce_guildhallprevious", Long.toString(place).getBytes(StandardCharsets.UTF_8));

        KITCHEN.write(ahead);

        soon().untilAsserted(() -> assertThat(followers.troubles())
                .containsEntry(
                        "dishes@%s-%d".formatted(Kitchen.TOPIC, EventRecords.partition(stream)),
                        "an event between %d and kitchen.0/%d is missing".formatted(KITCHEN.head(), place + 1)));
        goesOnBehind("what is ahead");
    }

    /** @param letter under which it is to wait */
    private record Given(String letter, String event) {}

    private Given give(Poison poison) {
        if (poison.failure() != null) {
            Dishes.FAILING.put(stream, poison.failure());
        }
        if (poison.event()) {
            String event = KITCHEN.serve(stream, poison.what());
            return new Given(Dishes.NAME + "/kitchen.0/" + KITCHEN.head(), event);
        }
        ProducerRecord<String, byte[]> next = KITCHEN.next(stream);
        String event = Kitchen.idOf(next);
        RecordMetadata there = KITCHEN.write(poison.what().apply(next));
        return new Given("%s-%d@%d".formatted(there.topic(), there.partition(), there.offset()), event);
    }

    /** A good event of another stream in the same partition is handled in time, counted from now. */
    private void goesOnBehind(String poison) {
        long began = System.nanoTime();
        String good = KITCHEN.serve(Kitchen.behind(stream));
        soon().until(() -> Dishes.EATEN.contains(good));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(worst) > 0) {
            worst = took;
            slowest = poison;
        }
        assertThat(took).as("the wait behind " + poison).isLessThan(LONGEST);
    }

    private List<DeadLetter> awaitLetters(int count) {
        soon().untilAsserted(() -> assertThat(desk.waiting(MANY)).hasSize(count));
        return desk.waiting(MANY);
    }
}
