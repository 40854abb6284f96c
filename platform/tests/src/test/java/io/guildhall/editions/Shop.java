package io.guildhall.editions;

import static org.awaitility.Awaitility.await;

import io.guildhall.editions.Till.Sell;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Compared;
import io.guildhall.platform.follow.EditionDesk;
import io.guildhall.platform.follow.ReadModelEditions;
import io.guildhall.platform.follow.ReadModelEditions.Beside;
import io.guildhall.platform.follow.ReadModelEditions.State;
import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestKeys;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One instance of the shop's service. */
record Shop(ConfigurableApplicationContext context) implements AutoCloseable {

    static final String MODEL = "sales";
    static final String TOPIC = "guildhall.shop";

    private static final AtomicInteger COMMANDS = new AtomicInteger();

    /** The first instance: nothing was sold before. */
    static Shop found(Class<?> test) {
        Servers.database(test).drop();
        Servers.removeTopic(TOPIC);
        WhenSoldThenTellEverybody.MAILS.clear();
        WhenSoldThenTellEverybody.PAYMENTS.clear();
        return open(test);
    }

    static Shop open(Class<?> test) {
        return open(test, Servers.kafka());
    }

    static Shop withoutBroker(Class<?> test) {
        return open(test, "127.0.0.1:1");
    }

    private static Shop open(Class<?> test, String broker) {
        return new Shop(new SpringApplicationBuilder(EditionsApplication.class)
                .run(
                        "--spring.application.name=shop-service",
                        "--server.port=0",
                        "--spring.mongodb.uri=" + Servers.mongoUri(test),
                        "--guildhall.kafka.bootstrap-servers=" + broker,
                        "--guildhall.master-key-file=" + TestKeys.masterKeyFile(),
                        "--guildhall.issuer=http://127.0.0.1:1/id"));
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }

    LogPosition sell(String till, int amount) {
        var command = CommandContext.of("cmd_" + COMMANDS.incrementAndGet(), "mem_1");
        return Objects.requireNonNull(context.getBean(Commands.class)
                .sendAs(command, new Sell(till, amount))
                .position());
    }

    boolean knows(LogPosition position, Duration longest) {
        return context.getBean(ReadPositions.class).await(position, longest);
    }

    @Nullable
    Sale sale(String till) {
        return mongo().findById(till, Sale.class);
    }

    @Nullable
    Loaf loaf(String loaf) {
        return mongo().findById(loaf, Loaf.class);
    }

    MongoTemplate mongo() {
        return context.getBean(MongoTemplate.class);
    }

    EditionDesk desk() {
        return context.getBean(EditionDesk.class);
    }

    long head() {
        return context.getBean(EventLogs.class).all().getFirst().reader().head();
    }

    Beside beside() {
        return Objects.requireNonNull(desk().of(MODEL).beside());
    }

    /** Whether the edition beside the live one has seen all that there is. */
    boolean sawAll() {
        Beside now = beside();
        return Objects.equals(now.done(), now.total());
    }

    /** Switches to whatever edition is beside the live one. */
    ReadModelEditions turn() {
        return desk().turn(MODEL, null);
    }

    ReadModelEditions drop() {
        return desk().drop(MODEL, null);
    }

    /** Rebuilds and waits until the new edition has caught up. */
    Beside rebuilt() {
        desk().begin(MODEL, "mem_op");
        soon().until(() -> beside().state() == State.CAUGHT_UP && sawAll());
        return beside();
    }

    Compared compared() {
        return Objects.requireNonNull(
                Objects.requireNonNull(desk().compare(MODEL).beside()).compared());
    }

    @Override
    public void close() {
        context.close();
    }
}
