package io.guildhall.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoFullScans.class)
class LeasesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(800);

    private final MongoCollection<Document> stored =
            Servers.database(LeasesTest.class).getCollection("leases");
    private final HandClock clock = new HandClock();
    private final Leases here = new Leases(stored, clock);
    private final Leases there = new Leases(stored, clock);

    @BeforeEach
    void nobodyHoldsAnything() {
        stored.deleteMany(new Document());
    }

    @Test
    void givesANameToOneOwner() {
        Optional<Lease> first = here.claim("publisher", MINUTE);

        assertThat(first).isPresent();
        assertThat(first.orElseThrow().held()).isTrue();
        assertThat(there.claim("publisher", MINUTE)).isEmpty();
        assertThat(here.claim("publisher", MINUTE)).isEmpty();
        assertThat(there.claim("other", MINUTE)).isPresent();
    }

    @Test
    void givesItToAnotherWithAHigherEpochOnceItHasEnded() {
        Lease first = here.claim("publisher", MINUTE).orElseThrow();
        clock.now = clock.now.plus(MINUTE);
        Lease second = there.claim("publisher", MINUTE).orElseThrow();

        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(first.renew()).isFalse();
        assertThat(first.held()).isFalse();
        assertThat(second.renew()).isTrue();
    }

    @Test
    void isSeizedFromAnotherWhoLearnsSoAtItsRenewal() {
        Lease first = here.claim("publisher", MINUTE).orElseThrow();

        Lease seized = there.seize("publisher", MINUTE);

        assertThat(seized.epoch()).isGreaterThan(first.epoch());
        assertThat(first.renew()).isFalse();
        first.close();
        assertThat(here.claim("publisher", MINUTE)).isEmpty();
        assertThat(there.seize("nobody's", MINUTE).renew()).isTrue();
    }

    @Test
    void tellsHowManyNamesEachProcessHoldsNow() {
        assertThat(here.holders()).hasSize(1).containsValue(0);
        assertThat(here.claim("publisher", MINUTE)).isPresent();
        assertThat(there.claim("other", MINUTE.multipliedBy(2))).isPresent();
        stored.insertOne(new Document("_id", "third")
                .append("by", "1@elsewhere")
                .append("until", Date.from(clock.now.plus(MINUTE))));
        assertThat(here.holders()).hasSize(2).containsEntry("1@elsewhere", 1).containsValue(2);

        clock.now = clock.now.plus(MINUTE);
        assertThat(here.holders()).hasSize(1).containsValue(1);
    }

    @Test
    void tellsWhetherAnybodyHoldsAName() {
        assertThat(here.isHeld("publisher")).isFalse();
        Lease lease = there.claim("publisher", MINUTE).orElseThrow();
        assertThat(here.isHeld("publisher")).isTrue();
        lease.close();
        assertThat(here.isHeld("publisher")).isFalse();

        assertThat(there.claim("publisher", MINUTE)).isPresent();
        clock.now = clock.now.plus(MINUTE);
        assertThat(here.isHeld("publisher")).isFalse();
    }

    @Test
    void staysWithWhoRenewsIt() {
        Lease lease = here.claim("publisher", MINUTE).orElseThrow();
        clock.now = clock.now.plus(MINUTE.dividedBy(2));
        assertThat(lease.renew()).isTrue();
        clock.now = clock.now.plus(MINUTE.dividedBy(2));

        assertThat(there.claim("publisher", MINUTE)).isEmpty();
    }

    @Test
    void isFreeAtOnceWhenGivenBack() {
        Lease first = here.claim("publisher", MINUTE).orElseThrow();
        first.close();

        assertThat(first.held()).isFalse();
        assertThat(there.claim("publisher", MINUTE).orElseThrow().epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void isNotTakenFromItsNewOwnerByTheOldOneGivingItBack() {
        Lease first = here.claim("publisher", MINUTE).orElseThrow();
        clock.now = clock.now.plus(MINUTE);
        Lease second = there.claim("publisher", MINUTE).orElseThrow();
        first.close();

        assertThat(second.renew()).isTrue();
        assertThat(here.claim("publisher", MINUTE)).isEmpty();
    }

    @Test
    void endsForItsHolderBeforeAnotherMayClaimIt() {
        Leases real = new Leases(stored, InstantSource.system());
        Instant before = Instant.now();
        Lease lease = real.claim("publisher", SHORT).orElseThrow();

        await().pollInterval(Duration.ofMillis(1)).until(() -> !lease.held());

        assertThat(Instant.now()).isBefore(before.plus(SHORT));
        assertThat(real.claim("publisher", SHORT)).isEmpty();
    }

    @Test
    void isClaimedByExactlyOneOfMany() {
        long owners = IntStream.range(0, 32)
                .parallel()
                .filter(i ->
                        new Leases(stored, clock).claim("publisher", MINUTE).isPresent())
                .count();

        assertThat(owners).isEqualTo(1);
    }

    @Test
    void letsOneInstanceWorkAndAnotherTakeOverWhenItStops() {
        List<String> working = new CopyOnWriteArrayList<>();
        AtomicInteger atOnce = new AtomicInteger();
        Leases real = new Leases(stored, InstantSource.system());

        try (var first = real.keep("work", SHORT, _ -> work("first", working, atOnce))) {
            await().until(first::active);
            try (var second = real.keep("work", SHORT, _ -> work("second", working, atOnce))) {
                await().during(SHORT.multipliedBy(2))
                        .atMost(SHORT.multipliedBy(4))
                        .until(() -> !second.active());
                first.close();
                await().atMost(Duration.ofSeconds(3)).until(second::active);
            }
        }

        assertThat(working).containsExactly("first", "second");
        assertThat(atOnce).hasValue(0);
    }

    @Test
    void takesOverFromAnInstanceThatVanished() {
        Leases real = new Leases(stored, InstantSource.system());
        assertThat(real.claim("work", SHORT)).isPresent();

        try (var standing = real.keep("work", SHORT, _ -> untilStopped())) {
            await().atMost(Duration.ofSeconds(3)).until(standing::active);
        }
    }

    @Test
    void interruptsTheWorkWhenTheLeaseIsLost() {
        Leases real = new Leases(stored, InstantSource.system());
        AtomicInteger lost = new AtomicInteger();

        try (var standing = real.keep("work", SHORT, _ -> {
            try {
                untilStopped();
            } finally {
                lost.incrementAndGet();
            }
        })) {
            await().until(standing::active);
            stored.updateOne(new Document("_id", "work"), new Document("$set", new Document("owner", "another")));
            await().atMost(Duration.ofSeconds(3)).until(() -> lost.get() == 1);
        }
    }

    @Test
    void takesFailedWorkUpAgain() {
        Leases real = new Leases(stored, InstantSource.system());
        AtomicInteger runs = new AtomicInteger();

        try (var standing = real.keep("work", SHORT, _ -> {
            switch (runs.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("the first run fails");
                case 2 -> throw new InternalError("staged");
                default -> untilStopped();
            }
        })) {
            await().atMost(Duration.ofSeconds(5)).until(() -> runs.get() == 3 && standing.active());
        }
    }

    @Test
    void tellsTheWorkThatAnotherHoldsTheLease() {
        Leases real = new Leases(stored, InstantSource.system());
        Lease anothers = real.claim("work", MINUTE).orElseThrow();
        var waits = new CountDownLatch(1);

        try (var standing = real.keep("work", SHORT, new LeasedWork() {
            @Override
            public void run(Lease lease) throws InterruptedException {
                untilStopped();
            }

            @Override
            public void standsBy() {
                waits.countDown();
            }
        })) {
            await().until(() -> waits.getCount() == 0);
            assertThat(standing.active()).isFalse();
            assertThat(anothers.held()).isTrue();
        }
    }

    private static void work(String who, List<String> working, AtomicInteger atOnce) throws InterruptedException {
        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
        working.add(who);
        try {
            untilStopped();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    /** Works until it is told to stop, by an interrupt. */
    private static void untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static final class HandClock implements InstantSource {

        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }
    }
}
