package io.guildhall.local.demo.history;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Refused;
import io.guildhall.local.demo.Making;
import io.guildhall.local.demo.story.Deed;
import io.guildhall.local.demo.story.Deed.Join;
import io.guildhall.local.demo.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Tells a history from where it stands to its end: stop by stop, the deeds of each by a few callers. */
public final class Telling {

    private static final int CALLERS = 5;

    private final History history;
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    public Telling(History history) {
        this.history = history;
    }

    /**
     * How far it is.
     *
     * @param stops how many there are
     */
    public record Far(int stop, int stops, int deeds, int allDeeds, Instant time) {}

    /** A deed of a story, by its number in it. */
    private record Numbered(int number, Deed deed) {}

    /**
     * @param anyone shares its connections with all members
     * @return the halls in which it happened
     */
    public List<Venue> tell(
            GuildhallClient anyone,
            GuildhallClient operator,
            GuildhallClient owner,
            String ownerToken,
            Making making,
            Consumer<Far> progress) {
        try (Crew crew = new Crew(CALLERS)) {
            String key = making.demo().key();
            var house = new House(operator, history, key, crew);
            house.requireItsTime();
            List<Venue> venues = new Builder(owner, making).build();
            house.settle();
            var teller = new Teller(new Wire(anyone), history, venues, ownerToken, key);
            Stops stops = Stops.of(history.story(), history.firstMorning(), Instant.now());
            Map<Integer, List<Numbered>> byStep = byStep(history.story());
            int count = 0;
            for (int stop : stops.all()) {
                count++;
                List<Numbered> deeds = byStep.getOrDefault(stop, List.of());
                if (stop <= history.stop()) {
                    done.addAndGet(deeds.size());
                    continue;
                }
                house.moveTo(stops.time(stop), stop);
                if (stops.due().contains(stop)) {
                    house.settleWhatIsDue();
                }
                crew.all(byPerson(deeds).stream()
                        .<Runnable>map(each -> () -> each.forEach(deed -> tell(teller, deed)))
                        .toList());
                house.settle();
                history.stopped(stop);
                progress.accept(new Far(
                        count,
                        stops.all().size(),
                        done.get(),
                        history.story().deeds().size(),
                        stops.time(stop)));
            }
            house.moveToNow();
            house.settleWhatIsDue();
            house.awaitLake();
            return venues;
        }
    }

    private void tell(Teller teller, Numbered each) {
        try {
            teller.tell(each.deed(), each.number());
        } catch (Refused answer) {
            if (each.deed() instanceof Join) {
                throw answer; // nothing that this person does later could be done
            }
            refused.add(each.deed() + ": " + answer.getMessage());
        }
        done.incrementAndGet();
    }

    /** What was not done since it was refused; nothing, if the story knows the rules. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private static Map<Integer, List<Numbered>> byStep(Story story) {
        Map<Integer, List<Numbered>> steps = new LinkedHashMap<>();
        int number = 0;
        for (Deed deed : story.deeds()) {
            steps.computeIfAbsent(deed.step(), _ -> new ArrayList<>()).add(new Numbered(number, deed));
            number++;
        }
        return steps;
    }

    /** Each does one thing after the other. */
    private static Collection<List<Numbered>> byPerson(List<Numbered> deeds) {
        Map<Integer, List<Numbered>> people = new LinkedHashMap<>();
        deeds.forEach(deed -> people.computeIfAbsent(deed.deed().who(), _ -> new ArrayList<>())
                .add(deed));
        return people.values();
    }
}
