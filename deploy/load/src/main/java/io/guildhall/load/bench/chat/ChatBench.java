package io.guildhall.load.bench.chat;

import io.guildhall.load.bench.House;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One room of a thousand: community-service, directly and through the gateway, beside socket.io and ws. Arguments: the data
 * folder and the port of a running house, the folder of the yardsticks, and how many people and rounds.
 */
final class ChatBench {

    private static final int FIGURES = 5;

    private final House house;
    private final int people;
    private final int rounds;
    private final String community;
    private final String channel;

    private ChatBench(House house, int people, int rounds) {
        this.house = house;
        this.people = people;
        this.rounds = rounds;
        this.community = house.made("community");
        this.channel = house.owner()
                .post("/api/communities/" + community + "/channels", Map.of("name", "A thousand"))
                .expect(201)
                .text("channelId");
    }

    public static void main(String[] args) throws Exception {
        var house = new House(Path.of(args[0]), Integer.parseInt(args[1]));
        Path node = Path.of(args[2]);
        try (var socketIo = new Yardstick(node, "socket.io", Integer.parseInt(args[1]) + 20);
                var ws = new Yardstick(node, "ws", Integer.parseInt(args[1]) + 21)) {
            new ChatBench(house, Integer.parseInt(args[3]), Integer.parseInt(args[4]))
                    .run(List.of(socketIo.target(), ws.target()));
        }
        System.exit(0);
    }

    private void run(List<Target> yardsticks) throws IOException, InterruptedException {
        List<Long> direct =
                new ArrayList<>(List.of(house.pid("community-service"), house.pid("store"), house.pid("broker")));
        List<Long> through = new ArrayList<>(direct);
        through.add(house.pid("gateway"));
        List<Target> targets = new ArrayList<>(List.of(
                new Target("Guildhall", Dialect.GUILDHALL, house.address("community-service"), direct),
                new Target("Guildhall through its gateway", Dialect.GUILDHALL, house.origin(), through)));
        targets.addAll(yardsticks);
        List<double[][]> figures = new ArrayList<>();
        targets.forEach(_ -> figures.add(new double[rounds][]));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                figures.get(i)[round] = load(targets.get(i));
            }
        }
        System.out.println("| server | deliveries/s | a core-second of the servers | p50 at 10,000/s, ms | p99, ms"
                + " | KiB a connection |");
        System.out.println("|---|---|---|---|---|---|");
        for (int i = 0; i < targets.size(); i++) {
            double[][] rows = figures.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %.1f | %.1f | %.0f |%n",
                    targets.get(i).name(),
                    median(rows, 0),
                    median(rows, 1),
                    median(rows, 2),
                    median(rows, 3),
                    rows[0][4]);
        }
    }

    private double[] load(Target target) throws IOException, InterruptedException {
        Path tickets = Files.createTempFile("tickets", ".txt");
        Files.write(tickets, target.dialect() == Dialect.GUILDHALL ? tickets() : Collections.nCopies(people, "none"));
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dbench.seconds=" + System.getProperty("bench.seconds", "10"),
                        "-Dbench.warm=" + System.getProperty("bench.warm", "5"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChatLoad.class.getName(),
                        target.dialect().name(),
                        target.address(),
                        house.origin(),
                        channel,
                        tickets.toString(),
                        target.servers().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(load.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (load.waitFor() != 0 || line == null) {
            throw new IOException("no figures of " + target.name());
        }
        System.err.println(target.name() + ": " + line);
        Files.delete(tickets);
        double[] figures =
                Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        if (figures.length != FIGURES) {
            throw new IOException(line);
        }
        return figures;
    }

    private List<String> tickets() {
        List<String> tickets = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            tickets.add(house.owner()
                    .post("/api/communities/" + community + "/channels/tickets", null)
                    .expect(201)
                    .text("ticket"));
        }
        return tickets;
    }

    private static double median(double[][] rows, int figure) {
        double[] values =
                Arrays.stream(rows).mapToDouble(row -> row[figure]).sorted().toArray();
        return values[values.length / 2];
    }
}
