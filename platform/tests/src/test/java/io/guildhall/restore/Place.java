package io.guildhall.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestKeys;
import io.guildhall.platform.verify.Verification;
import io.guildhall.restore.Bell.Ring;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One instance of the tower's or the village's service. */
record Place(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Marks the village's database. */
    private static final class Village {}

    private static final AtomicInteger COMMANDS = new AtomicInteger();

    static Place tower(Class<?> test) {
        return open("tower-service", test);
    }

    static Place village() {
        return open("village-service", Village.class);
    }

    private static Place open(String name, Class<?> database) {
        return new Place(new SpringApplicationBuilder(RestoreApplication.class)
                .run(
                        "--spring.application.name=" + name,
                        "--server.port=0",
                        "--spring.mongodb.uri=" + Servers.mongoUri(database),
                        "--guildhall.kafka.bootstrap-servers=" + Servers.kafka(),
                        "--guildhall.master-key-file=" + TestKeys.masterKeyFile(),
                        "--guildhall.issuer=http://127.0.0.1:1/id"));
    }

    /** A producer may need 20 seconds until it gives up on a partition of a topic that was made anew. */
    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90));
    }

    Answer ring(String bell, int strokes) {
        return ring("cmd_" + COMMANDS.incrementAndGet(), bell, strokes);
    }

    Answer ring(String commandId, String bell, int strokes) {
        return context.getBean(Commands.class)
                .sendAs(CommandContext.of(commandId, "mem_1"), new Ring(bell, "Ada of " + bell, strokes));
    }

    int echo(String bell) {
        Echo echo = context.getBean(MongoTemplate.class).findById(bell, Echo.class);
        return echo == null ? 0 : echo.strokes();
    }

    Publisher publisher() {
        return context.getBean(Publishers.class).all().getFirst();
    }

    long head() {
        return context.getBean(EventLogs.class).all().getFirst().reader().head();
    }

    void awaitPublished() {
        soon().until(() -> publisher().lag() == 0 && publisher().trouble().isEmpty());
    }

    void awaitTrouble(String text) {
        soon().untilAsserted(() -> assertThat(publisher().trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains(text)));
    }

    void requireEqual() {
        assertThat(context.getBean(Verification.class).run().checks())
                .allSatisfy(check ->
                        assertThat(check.getFindings()).as(check.getName()).isEmpty());
    }

    @Override
    public void close() {
        context.close();
    }
}
