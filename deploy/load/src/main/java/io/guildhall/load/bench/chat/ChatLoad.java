package io.guildhall.load.bench.chat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The load client, a process of its own: first with a window of messages that not everybody has heard, then at a fixed rate
 * whatever comes. Arguments: dialect, address, origin, channel, a file with a ticket a line, the servers' process ids with
 * commas between. Prints deliveries a second, deliveries a core-second of the servers, p50 and p99 in ms at the fixed rate,
 * and KiB of the first process a connection while nobody speaks.
 */
final class ChatLoad {

    private static final int WINDOW = 4;
    private static final int RATE = 10_000;
    private static final double WARM_SECONDS = Double.parseDouble(System.getProperty("bench.warm", "5"));
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "10"));
    private static final double NANOS = 1e9;

    private final Room room;
    private final int people;
    private final List<Long> servers;

    private ChatLoad(Room room, int people, List<Long> servers) {
        this.room = room;
        this.people = people;
        this.servers = servers;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> tickets = Files.readAllLines(Path.of(args[4]));
        List<Long> servers =
                Arrays.stream(args[5].split(",")).map(Long::valueOf).toList();
        long before = Processes.settledKib(servers.getFirst());
        var room = new Room(Dialect.named(args[0]), URI.create(args[1]), args[2], args[3], tickets);
        double kib = (double) (Processes.settledKib(servers.getFirst()) - before) / tickets.size();
        var load = new ChatLoad(room, tickets.size(), servers);
        load.window(WARM_SECONDS);
        double cpu = Processes.cpuSeconds(servers);
        double rate = load.window(SECONDS);
        double perCore = rate * SECONDS / (Processes.cpuSeconds(servers) - cpu);
        room.latencies().clear();
        load.open(SECONDS);
        System.out.printf(
                Locale.ROOT,
                "%.0f %.0f %.2f %.2f %.1f%n",
                rate,
                perCore,
                room.latencies().percentile(50),
                room.latencies().percentile(99),
                kib);
        room.close();
    }

    /** Deliveries a second. */
    private double window(double seconds) throws IOException {
        long began = System.nanoTime();
        long before = room.deliveries();
        while (System.nanoTime() - began < seconds * NANOS) {
            while (room.open() < WINDOW) {
                room.say(System.nanoTime());
            }
            room.turn(1);
        }
        double rate = (room.deliveries() - before) / ((System.nanoTime() - began) / NANOS);
        drain();
        return rate;
    }

    private void open(double seconds) throws IOException {
        long step = (long) (NANOS * people / RATE);
        long next = System.nanoTime();
        long end = next + (long) (seconds * NANOS);
        while (next < end) {
            if (System.nanoTime() >= next) {
                room.say(next);
                next += step;
            }
            room.turn(1);
        }
        drain();
    }

    private void drain() throws IOException {
        long latest = System.nanoTime() + (long) (20 * NANOS);
        while (room.open() > 0) {
            room.turn(1);
            if (System.nanoTime() > latest) {
                throw new IOException(room.open() + " messages were not heard by everybody");
            }
        }
    }
}
