package io.guildhall.local.demo.history;

import io.guildhall.local.demo.Login;
import io.guildhall.local.demo.history.HistoryState.Move;
import io.guildhall.local.demo.story.Person;
import io.guildhall.local.demo.story.Story;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The history of one data folder while it is told. */
public final class History {

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    /** Until then the stack is up and the halls are founded. */
    private static final Duration SET_UP = Duration.ofMinutes(15);

    private final Path file;
    private final Story story;
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();
    private final Map<Integer, String> checkouts = new ConcurrentHashMap<>();
    private HistoryState state;

    private History(Path file, HistoryState state) {
        this.file = file;
        this.state = state;
        this.story = story(state.size());
        tokens.putAll(state.tokens());
        checkouts.putAll(state.checkouts());
    }

    /** One that ends in the days before {@code now}. */
    public static History begin(Path file, HistorySize size, Instant now) {
        int days = Story.days(size.months());
        Instant firstMorning = now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(days)
                .atTime(MORNING)
                .toInstant(ZoneOffset.UTC);
        long offset = Duration.between(now, firstMorning.minus(SET_UP)).toSeconds();
        String password = Login.password(new SecureRandom());
        var begun = new HistoryState(size, firstMorning, password, offset, null, -1, false, Map.of(), Map.of());
        begun.write(file);
        return new History(file, begun);
    }

    /** What is told by a history of that size and seed. */
    public static Story story(HistorySize size) {
        return Story.of(size.seed(), size.members(), size.months(), Halls.forStory());
    }

    public static History goOn(Path file, HistoryState state) {
        return new History(file, state);
    }

    public HistorySize size() {
        return state.size();
    }

    public Story story() {
        return story;
    }

    public Instant firstMorning() {
        return state.firstMorning();
    }

    public Duration offset() {
        return Duration.ofSeconds(state.offsetSeconds());
    }

    public boolean finished() {
        return state.finished();
    }

    public Login login(Person person) {
        return new Login(
                "member-%03d@guildhall.example".formatted(person.number() + 1), person.name(), state.password());
    }

    int stop() {
        return state.stop();
    }

    @Nullable
    String token(int who) {
        return tokens.get(who);
    }

    void token(int who, String token) {
        tokens.put(who, token);
    }

    String checkout(int who) {
        return checkouts.getOrDefault(who, "");
    }

    void checkout(int who, String address) {
        checkouts.put(who, address);
    }

    @Nullable
    Move move() {
        return state.move();
    }

    void moving(Move move) {
        keep(state.stop(), state.offsetSeconds(), move);
    }

    void moved(Move move) {
        keep(state.stop(), state.offsetSeconds() + move.seconds(), null);
    }

    void stopped(int stop) {
        keep(stop, state.offsetSeconds(), state.move());
    }

    private void keep(int stop, long offsetSeconds, @Nullable Move move) {
        state = new HistoryState(
                state.size(),
                state.firstMorning(),
                state.password(),
                offsetSeconds,
                move,
                stop,
                false,
                Map.copyOf(tokens),
                Map.copyOf(checkouts));
        state.write(file);
    }

    /** Forgets what only the telling needed. */
    public void finish() {
        state = new HistoryState(
                state.size(),
                state.firstMorning(),
                state.password(),
                state.offsetSeconds(),
                null,
                state.stop(),
                true,
                Map.of(),
                Map.of());
        state.write(file);
    }
}
