package io.guildhall.tryout;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.LogSetBack;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestKeys;
import io.guildhall.platform.verify.Check;
import io.guildhall.platform.verify.Verification;
import io.guildhall.tryout.JarCommand.DropCoins;
import io.guildhall.tryout.JarCommand.PlaceJar;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** A service whose database came from an old backup: its topic knows more than its log. */
class LogSetBackTest {

    private static final String JAR = "jar_back";

    @Test
    void publishesAndAppendsNothingThatConsumersWouldTakeForWhatTheyKnow() {
        try (var before = start(1)) {
            send(before, "place", new PlaceJar(JAR, "Ada"));
            send(before, "drop", new DropCoins(JAR, 3));
            awaitPublished(before);
        }
        setBack();

        try (var after = start(1)) {
            Publisher publisher = publisher(after);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(publisher.trouble())
                            .hasValueSatisfying(trouble -> assertThat(trouble).contains("was set back")));
            assertThat(after.getBean("eventsHealthIndicator", HealthIndicator.class)
                            .health())
                    .extracting(Health::getStatus)
                    .isEqualTo(Status.OUT_OF_SERVICE);

            assertThatThrownBy(() -> send(after, "drop-another", new DropCoins(JAR, 4)))
                    .isInstanceOf(LogSetBack.class);
            assertThatThrownBy(() -> send(after, "unknown", new DropCoins("jar_that_may_be_missing", 4)))
                    .as("nothing is decided on what may be missing")
                    .isInstanceOf(LogSetBack.class);

            assertThat(after.getBean(Verification.class).run().checks())
                    .filteredOn(check -> check.getCount() > 0)
                    .extracting(Check::getName)
                    .contains("log-is-not-topic", "behind");
            assertThat(publisher.trouble()).isPresent();
        }
        goesOnAsTheNextGeneration();
    }

    private static void goesOnAsTheNextGeneration() {
        try (var anew = start(2)) {
            awaitPublished(anew);
            assertThat(send(anew, "drop-once-more", new DropCoins(JAR, 1)).position())
                    .isEqualTo(LogPosition.parse("setback.0.2/2"));
            awaitPublished(anew);

            assertThat(anew.getBean(Verification.class).run().checks())
                    .allSatisfy(check ->
                            assertThat(check.getFindings()).as(check.getName()).isEmpty());
        }
        try (var old = start(1)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(publisher(old).trouble())
                            .hasValueSatisfying(trouble -> assertThat(trouble).contains("setback.0.2")));
        }
    }

    private static ConfigurableApplicationContext start(int generation) {
        return new SpringApplicationBuilder(TryoutApplication.class)
                .run(
                        "--spring.application.name=setback-service",
                        "--guildhall.log.generation=" + generation,
                        "--server.port=0",
                        "--spring.mongodb.uri=" + Servers.mongoUri(LogSetBackTest.class),
                        "--guildhall.kafka.bootstrap-servers=" + Servers.kafka(),
                        "--guildhall.master-key-file=" + TestKeys.masterKeyFile(),
                        "--guildhall.issuer=http://127.0.0.1:1/id");
    }

    private static Answer send(ConfigurableApplicationContext context, String id, Object command) {
        return context.getBean(Commands.class).sendAs(CommandContext.of(id, "mem_1"), command);
    }

    private static Publisher publisher(ConfigurableApplicationContext context) {
        return context.getBean(Publishers.class).all().getFirst();
    }

    private static void awaitPublished(ConfigurableApplicationContext context) {
        await().atMost(Duration.ofSeconds(30)).until(() -> publisher(context).lag() == 0);
    }

    /** As a backup has it that was made before the newest commit. */
    private static void setBack() {
        var log = Servers.database(LogSetBackTest.class).getCollection("log_0");
        Document newest = log.find().sort(new Document("_id", -1)).first();
        log.deleteOne(new Document("_id", requireNonNull(newest).get("_id")));
        Servers.database(LogSetBackTest.class).getCollection("publications").deleteMany(new Document());
    }
}
