package io.guildhall.platform.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The editions of one projection: the live one, at most one beside it, and those that are being removed. Numbers are
 * never given twice.
 *
 * @param version grows with each change; 0 where none was ever made
 * @param live the number of the edition that everybody reads
 * @param next the edition beside, while readers wait for it too because it is about to be the live one
 */
record Shelf(
        String projection, long version, int live, @Nullable Next next, int last, List<Kept> kept, List<Gone> gone) {

    /**
     * An edition that follows its events.
     *
     * @param served whether it was live once
     * @param by who asked for it; {@code null} for the first
     * @param comparisonFailed why the last comparison came to nothing
     */
    record Kept(
            int number,
            boolean paused,
            boolean served,
            @Nullable Instant begunAt,
            @Nullable String by,
            @Nullable Compared compared,
            @Nullable String comparisonFailed) {

        private Kept paused(boolean stands) {
            return new Kept(number, stands, served, begunAt, by, compared, comparisonFailed);
        }

        private Kept compared(@Nullable Compared found, @Nullable String failed) {
            return new Kept(number, paused, served, begunAt, by, found, failed);
        }

        private Kept nowServed() {
            return new Kept(number, paused, true, begunAt, by, compared, comparisonFailed);
        }
    }

    /**
     * An edition that is announced as the next live one.
     *
     * @param since the version of the shelf that announced it
     */
    record Next(int number, long since, Instant at) {

        /** Much longer than a switch takes: whoever announced it is gone. */
        private static final Duration STANDS = Duration.ofSeconds(30);

        /** Other instances' clocks may be ahead of the one by which it is made the live one. */
        private static final Duration CLOCKS = Duration.ofSeconds(10);

        private boolean stands(Instant now) {
            return now.isBefore(at.plus(STANDS));
        }
    }

    /** An edition whose followers end, and which is then removed. */
    record Gone(int number, Instant at) {}

    Shelf {
        kept = List.copyOf(kept);
        gone = List.copyOf(gone);
    }

    static Shelf first(String projection) {
        var only = new Kept(Edition.FIRST, false, true, null, null, null, null);
        return new Shelf(projection, 0, Edition.FIRST, null, Edition.FIRST, List.of(only), List.of());
    }

    Edition edition(int number) {
        return Edition.of(projection, number);
    }

    Edition liveEdition() {
        return edition(live);
    }

    Optional<Kept> beside() {
        return kept.stream().filter(each -> each.number() != live).findFirst();
    }

    Optional<Edition> besideEdition() {
        return beside().map(each -> edition(each.number()));
    }

    /** Those that are to follow their events. */
    List<Edition> following() {
        return kept.stream()
                .filter(each -> !each.paused())
                .map(each -> edition(each.number()))
                .toList();
    }

    /** The live edition, and the one that may be live before a request that begins now ends. */
    List<Edition> awaited(Instant now) {
        return next != null && next.stands(now)
                ? List.of(liveEdition(), edition(next.number()))
                : List.of(liveEdition());
    }

    boolean switching(Instant now) {
        return next != null && next.stands(now);
    }

    /** Puts a new edition beside the live one, instead of one that was live before. */
    Shelf begin(String by, Instant at) {
        if (beside().filter(other -> !other.served()).isPresent()) {
            throw new RebuildRunning(projection);
        }
        Shelf cleared = beside().isPresent() ? drop(at) : this;
        int number = last + 1;
        List<Kept> more = new ArrayList<>(cleared.kept);
        more.add(new Kept(number, false, false, at, by, null, null));
        return new Shelf(projection, version + 1, live, null, number, more, cleared.gone);
    }

    /**
     * This shelf, where the edition beside the live one is the one that is meant.
     *
     * @param number {@code null} for whichever it is
     */
    Shelf meaning(@Nullable Integer number) {
        int beside = other().number();
        if (number != null && number != beside) {
            throw new AnotherEdition(projection, number, beside);
        }
        return this;
    }

    /** Makes the edition beside stand still, or go on; what stands still will not be live soon. */
    Shelf pause(boolean paused) {
        return with(live, paused ? null : next, other().number(), each -> each.paused(paused));
    }

    /** Lets readers wait for the edition beside, too, until it is the live one or half a minute has passed. */
    Shelf announce(Instant at) {
        int number = going().number();
        return with(live, new Next(number, version + 1, at), number, UnaryOperator.identity());
    }

    boolean announced(long since) {
        return next != null && next.since() == since;
    }

    /** Takes back what was announced at that version; later announcements stay. */
    Shelf withdraw(long since) {
        return announced(since) ? with(live, null, live, UnaryOperator.identity()) : this;
    }

    /**
     * Makes the announced edition the live one.
     *
     * @throws SwitchOvertaken where it was taken back, or so long ago that readers may not wait for it any more
     */
    Shelf turn(long since, Instant now) {
        if (next == null || !announced(since) || !next.stands(now.plus(Next.CLOCKS))) {
            throw new SwitchOvertaken(projection);
        }
        return with(next.number(), null, next.number(), Kept::nowServed);
    }

    /** Forgets what was found, since it is looked for again. */
    Shelf forget() {
        return with(live, next, going().number(), each -> each.compared(null, null));
    }

    /** Remembers what a comparison came to, found or failed, where both editions are still the same. */
    Shelf compared(int withLive, int number, @Nullable Compared found, @Nullable String failed) {
        return live == withLive
                        && beside().filter(each -> each.number() == number).isPresent()
                ? with(live, next, number, each -> each.compared(found, failed))
                : this;
    }

    Shelf drop(Instant at) {
        int number = other().number();
        List<Gone> more = new ArrayList<>(gone);
        more.add(new Gone(number, at));
        List<Kept> fewer = kept.stream().filter(each -> each.number() != number).toList();
        return new Shelf(projection, version + 1, live, null, last, fewer, more);
    }

    Shelf removed(int number) {
        List<Gone> fewer = gone.stream().filter(each -> each.number() != number).toList();
        return new Shelf(projection, version + 1, live, next, last, kept, fewer);
    }

    private Kept other() {
        return beside().orElseThrow(() -> new NoRebuild(projection));
    }

    /** The edition beside the live one, which must not stand still. */
    Kept going() {
        Kept other = other();
        if (other.paused()) {
            throw new RebuildPaused(projection);
        }
        return other;
    }

    private Shelf with(int nowLive, @Nullable Next nowNext, int number, UnaryOperator<Kept> change) {
        List<Kept> changed = kept.stream()
                .map(each -> each.number() == number ? change.apply(each) : each)
                .toList();
        return new Shelf(projection, version + 1, nowLive, nowNext, last, changed, gone);
    }
}
