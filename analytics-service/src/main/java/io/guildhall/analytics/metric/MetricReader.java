package io.guildhall.analytics.metric;

import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.lake.Generation;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.LakeState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the live lake; each question has an engine of its own over the files that the manifests name now. */
@Component
public class MetricReader {

    private static final int AT_ONCE = 4;
    private static final int MOST_TRIES = 3;
    private static final String MEMORY = "512MB";

    private final Lake lake;
    private final Semaphore places = new Semaphore(AT_ONCE);

    MetricReader(Lake lake) {
        this.lake = lake;
    }

    /** What is asked of one state of the lake. */
    public interface Question<T> {
        T ask(Connection duck, LakeState state) throws SQLException;
    }

    /** What is asked of one state of the whole lake; {@code events} stands behind FROM. */
    public interface WholeQuestion<T> {
        T ask(Connection duck, LakeState state, String events) throws SQLException;
    }

    /** The number; {@code currency} chooses where there are several. */
    public MetricAnswer answer(Metric metric, String community, Window window, @Nullable String currency) {
        return ask(community, window, needed(metric), (duck, state) -> {
            List<MetricNumber> found = MetricRows.read(duck, metric).stream()
                    .filter(number -> currency == null || !metric.isMoney() || currency.equals(number.currency()))
                    .toList();
            MetricNumber number = switch (found.size()) {
                case 0 -> metric.isMoney() ? MetricNumber.none(currency) : MetricNumber.UNDEFINED;
                case 1 -> found.getFirst();
                default -> MetricNumber.UNDEFINED;
            };
            long events = number.events() == null ? count(duck, metric, currency) : number.events();
            return MetricAnswer.of(metric, number, window, state.newest(), events);
        });
    }

    private static String needed(Metric metric) {
        return metric.countsEvents() ? metric.sql() : metric.sql() + metric.explainSql();
    }

    /**
     * The events behind the number in the order of their logs, from behind one of them on.
     *
     * @param currency as in {@link #answer}
     */
    public List<ExplainedEvent> explain(
            Metric metric,
            String community,
            Window window,
            @Nullable String currency,
            ExplainedEvent.Place after,
            int limit) {
        String sql = """
            SELECT event_id, name, log, position, stream_id, epoch_us(valid_at), epoch_us(recorded_at) FROM events
            WHERE event_id IN (%1$s) AND (log > %2$s OR (log = %2$s AND position > %3$d))
            ORDER BY log, position LIMIT %4$d\
            """.formatted(explained(metric, currency), Duck.text(after.log()), after.position(), limit);
        return ask(community, window, sql, (duck, _) -> {
            List<ExplainedEvent> events = new ArrayList<>();
            try (Statement statement = duck.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    events.add(ExplainedEvent.of(rows));
                }
            }
            return events;
        });
    }

    /**
     * Asks anything of the views over one community.
     *
     * @param sql what is going to be asked: only what it names is there
     */
    public <T> T ask(String community, Window window, String sql, Question<T> question) {
        return askWhole((duck, state, events) -> {
            for (String statement : Prelude.tables(events, community, window, sql)) {
                Duck.run(duck, statement);
            }
            return question.ask(duck, state);
        });
    }

    /** Asks anything of the events of all communities. */
    public <T> T askWhole(WholeQuestion<T> question) {
        places.acquireUninterruptibly();
        try {
            for (int attempt = 1; ; attempt++) {
                Generation generation = lake.current();
                LakeState state = generation.state();
                try (Connection duck = Duck.open(MEMORY)) {
                    return question.ask(duck, state, Duck.table(generation, state));
                } catch (SQLException e) {
                    // A file that was merged away meanwhile is found under the next state.
                    if (attempt == MOST_TRIES || !String.valueOf(e.getMessage()).contains("IO Error")) {
                        throw new IllegalStateException("The lake did not answer", e);
                    }
                }
            }
        } finally {
            places.release();
        }
    }

    /** The ids of the events behind a number; those of money say in which currency they are. */
    private static String explained(Metric metric, @Nullable String currency) {
        String chosen = metric.isMoney() && currency != null ? " WHERE currency = " + Duck.text(currency) : "";
        return "SELECT event_id FROM (" + metric.explainSql() + "\n) x" + chosen;
    }

    private static long count(Connection duck, Metric metric, @Nullable String currency) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM (" + explained(metric, currency) + ") e")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
