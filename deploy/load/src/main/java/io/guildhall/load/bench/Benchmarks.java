package io.guildhall.load.bench;

import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.follow.EditionDesk;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.follow.Followers;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.publish.Publishers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Runs the benchmarks and prints a table. Arguments: {@code append}, {@code publish}, {@code replay}, {@code growth},
 * {@code rebuild}, {@code age}, or none for all; {@code --events=N} is the length of the grown log.
 */
public final class Benchmarks {

    private static final int APPENDS_PER_CALLER = 500;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = new ArrayList<>();
        long events = 1_000_000;
        for (String argument : arguments) {
            if (argument.startsWith("--events=")) {
                events = Long.parseLong(argument.substring("--events=".length()));
            } else {
                wanted.add(argument);
            }
        }
        if (wanted.isEmpty()) {
            wanted = List.of("append", "publish", "replay", "growth", "rebuild", "age");
        }
        List<Ratio> ratios = new ArrayList<>();
        try (var servers = new Servers();
                var context = start(servers)) {
            for (String name : wanted) {
                System.err.println(name);
                ratios.addAll(run(name, context, servers, events));
            }
        }
        System.out.println("| what | measured | yardstick | ratio | aim | unit |");
        System.out.println("|---|---|---|---|---|---|");
        ratios.forEach(System.out::println);
        System.exit(0);
    }

    private static List<Ratio> run(String name, ConfigurableApplicationContext context, Servers servers, long events)
            throws Exception {
        return switch (name) {
            case "append" ->
                new AppendBench(
                                context.getBean(Commands.class),
                                context.getBean(MongoDatabaseFactory.class).getMongoDatabase())
                        .run(APPENDS_PER_CALLER);
            case "publish" -> List.of(new PublishBench(context.getBean(Publishers.class), servers.kafka()).run());
            case "replay" ->
                new ReplayBench(
                                reader(context),
                                context.getBean(EventRegistry.class),
                                context.getBean(EventCodec.class),
                                context.getBean(Followers.class),
                                context.getBean(FollowerStatuses.class))
                        .run();
            case "growth" -> List.of(new GrowthBench(context.getBean(Commands.class), reader(context)).run(events));
            case "rebuild" -> rebuild(context);
            case "age" -> new AgeBench(() -> start(servers)).run();
            default -> throw new IllegalArgumentException("No benchmark is called " + name);
        };
    }

    /** Behind {@code growth}, in whose log there is something to rebuild. */
    private static List<Ratio> rebuild(ConfigurableApplicationContext context) throws InterruptedException {
        TallyViewProjection.MAY_BEGIN.countDown();
        Followers followers = context.getBean(Followers.class);
        if (!followers.isRunning()) {
            followers.start();
        }
        long head = reader(context).head();
        FollowerStatuses statuses = context.getBean(FollowerStatuses.class);
        while (statuses.onOwnLog().stream().anyMatch(follower -> follower.position() < head)) {
            Thread.sleep(200);
        }
        return new RebuildBench(context.getBean(Commands.class), context.getBean(EditionDesk.class), reader(context))
                .run();
    }

    private static LogReader reader(ConfigurableApplicationContext context) {
        return context.getBean(EventLogs.class).all().getFirst().reader();
    }

    private static ConfigurableApplicationContext start(Servers servers) {
        return new SpringApplicationBuilder(BenchApplication.class)
                .run(
                        "--spring.application.name=bench-service",
                        "--spring.profiles.active=local",
                        "--server.address=127.0.0.1",
                        "--server.port=" + Servers.freePort(24_000),
                        "--logging.level.root=WARN",
                        "--spring.mongodb.uri=" + servers.mongodb(),
                        "--guildhall.kafka.bootstrap-servers=" + servers.kafka(),
                        "--guildhall.master-key-file=" + servers.masterKey(),
                        "--guildhall.autostart=false");
    }
}
