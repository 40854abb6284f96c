package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.load.bench.House;
import io.guildhall.local.demo.history.History;
import io.guildhall.local.demo.history.HistorySize;
import io.guildhall.local.demo.story.Deed;
import io.guildhall.local.demo.story.Deed.Cancel;
import io.guildhall.local.demo.story.Deed.LoseCard;
import io.guildhall.local.demo.story.Deed.Plan;
import io.guildhall.local.demo.story.Deed.Subscribe;
import io.guildhall.local.demo.story.Person;
import io.guildhall.local.demo.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the command tells as a history is what analytics counts: nothing was refused, skipped or done twice. The first of
 * all tests, before the stack that the others share stands beside its own.
 */
@Tag("long")
@Order(1)
class DemoHistoryTest {

    private static final HistorySize SIZE = new HistorySize(8, 2, 3);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final Story story = History.story(SIZE);

    @Test
    void endsNowWithTheNumbersOfItsStory() {
        try (LocalStack stack = LocalStack.with("demo", SIZE.toString().split(" "))) {
            Instant now = Instant.now();
            for (String service : House.SERVICES) {
                String time = stack.operator()
                        .get("/api/ops/" + service + "/status")
                        .expect(200)
                        .text("time");
                assertThat(Duration.between(now, Instant.parse(time)).abs())
                        .as(service)
                        .isLessThan(Duration.ofSeconds(10));
            }
            assertNumbers(stack, "community", 0, now);
            assertNumbers(stack, "zh-community", 1, now);
            assertThat(stack.run("verify")).contains("Clean");
        }
    }

    private void assertNumbers(LocalStack stack, String community, int hall, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = today.minusDays(story.days());
        List<Subscribe> begun = deeds(hall)
                .filter(Subscribe.class::isInstance)
                .map(Subscribe.class::cast)
                .toList();
        long ended = begun.stream().filter(each -> isOver(each, first, now)).count();
        assertThat(begun).as("members of the hall").isNotEmpty();
        assertThat(new MetricClient(stack.owner(), stack.made(community))
                        .over(first, today.plusDays(1))
                        .values("n1", "n2", "n-total"))
                .as(community)
                .containsExactly(
                        Integer.toString(begun.size()), Long.toString(ended), Long.toString(begun.size() - ended));
    }

    /** Whether the holder left, and the term in which he did so has ended. */
    private boolean isOver(Subscribe begun, LocalDate first, Instant now) {
        return story.deeds().stream()
                .filter(deed -> deed.who() == begun.who() && deed.step() > begun.step())
                .filter(deed -> deed instanceof Cancel || deed instanceof LoseCard)
                .min(Comparator.comparingInt(Deed::step))
                .map(leaves -> end(begun, time(first, leaves.step()), first))
                .filter(now::isAfter)
                .isPresent();
    }

    private static Instant end(Subscribe begun, Instant leaves, LocalDate first) {
        var start = time(first, begun.step()).atZone(ZoneOffset.UTC);
        int term = 1;
        var end = start.plusMonths(begun.plan() == Plan.MONTH ? 1 : 12);
        while (end.toInstant().isBefore(leaves)) {
            term++;
            end = start.plusMonths(begun.plan() == Plan.MONTH ? term : 12 * term);
        }
        return end.toInstant();
    }

    private static Instant time(LocalDate first, int step) {
        return first.atTime(8, 30).toInstant(ZoneOffset.UTC).plus(HALF_A_DAY.multipliedBy(step));
    }

    private Stream<Deed> deeds(int hall) {
        List<Integer> there = story.people().stream()
                .filter(person -> person.hall() == hall)
                .map(Person::number)
                .toList();
        return story.deeds().stream().filter(deed -> there.contains(deed.who()));
    }
}
