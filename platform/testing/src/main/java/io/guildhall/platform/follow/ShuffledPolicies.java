package io.guildhall.platform.follow;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.testing.Draw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Brings the newest of a service's own logs to its policies in the order of the log, or in a drawn one that keeps the
 * order within each stream and nothing else; projections hear it in the order of the log, late as they may be. What is
 * told anew by the commands of policies joins in. The service runs with {@code guildhall.autostart=false}, so that
 * nobody else tells it.
 *
 * <p>A drawn order brings some events again with those behind them, as after a crash. Each stream has a rank by lot in
 * each policy, and nine turns of ten are of the highest that waits: so one may sleep until all others have had their effect.
 */
public final class ShuffledPolicies {

    private static final int AGAIN = 8;
    private static final int BY_RANK = 90;
    private static final int BATCH = 200;

    private final LogName log;
    private final LogReader reader;
    private final List<Component> components;
    private final Map<String, Turn> turns = new LinkedHashMap<>();
    private long heard;

    /** From here on: what the log holds already is told to nobody. */
    public ShuffledPolicies(ApplicationContext service) {
        EventLog own = service.getBean(EventLogs.class).all().getLast();
        log = own.name();
        reader = own.reader();
        Components all = service.getBean(Components.class);
        components = all.onOwnLog();
        MongoTemplate mongo = service.getBean(MongoTemplate.class);
        all.projections().forEach(each -> ReadModelIndexes.create(mongo, each, Edition.of(each.name(), Edition.FIRST)));
        heard = reader.head();
    }

    /** One stream of one policy, or all that a projection hears. */
    private static final class Turn {

        private final Component component;
        private final List<Envelope> events = new ArrayList<>();
        private int next;
        private int rank = -1;

        Turn(Component component) {
            this.component = component;
        }

        boolean waits() {
            return next < events.size();
        }

        long oldest() {
            return events.get(next).fact().position().number();
        }

        int rank(Draw draw) {
            if (rank < 0) {
                rank = draw.number(0, 1_000_000);
            }
            return rank;
        }

        void take() {
            component.handlers().handle(events.get(next));
            next++;
        }

        void fallBack(int steps) {
            next = Math.max(0, next - steps);
        }
    }

    /** Lets the oldest event that waits be handled; false when none does. */
    public boolean inOrder() {
        Optional<Turn> turn = waiting().min(Comparator.comparingLong(Turn::oldest));
        turn.ifPresent(Turn::take);
        return turn.isPresent();
    }

    /** Lets the next event of a drawn stream be handled by a drawn policy; false when none waits. */
    public boolean drawn(Draw draw) {
        List<Turn> waiting = waiting().toList();
        if (waiting.isEmpty()) {
            return false;
        }
        waiting.forEach(turn -> turn.rank(draw));
        Turn turn = draw.percent(BY_RANK)
                ? waiting.stream()
                        .max(Comparator.comparingInt(each -> each.rank(draw)))
                        .orElseThrow()
                : draw.oneOf(waiting);
        turn.take();
        if (draw.percent(AGAIN)) {
            turn.fallBack(draw.number(1, 3));
        }
        return true;
    }

    private Stream<Turn> waiting() {
        for (List<Commit> news = reader.after(heard, BATCH); !news.isEmpty(); news = reader.after(heard, BATCH)) {
            news.forEach(this::hear);
            heard = news.getLast().last();
        }
        return turns.values().stream().filter(Turn::waits);
    }

    private void hear(Commit commit) {
        long position = commit.position();
        for (StoredEvent event : commit.events()) {
            Envelope envelope = Envelopes.of(log, commit, event, position++);
            for (Component component : components) {
                if (component.handlers().hears(event.name())) {
                    String stream = component.isProjection() ? "" : "/" + commit.streamId();
                    turns.computeIfAbsent(component.name() + stream, _ -> new Turn(component))
                            .events
                            .add(envelope);
                }
            }
        }
    }
}
