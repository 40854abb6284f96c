package io.guildhall.load.bench.chat;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Everybody in one room, and what each has heard of what the first of them says; all on one thread. */
final class Room {

    private static final int MOST_MESSAGES = 200_000;
    private static final int MOST_WAIT_MILLIS = 20;
    private static final String FILL = "x".repeat(50);

    private final Dialect dialect;
    private final String channel;
    private final Selector selector = Selector.open();
    private final Line[] lines;
    private final long run = System.currentTimeMillis();
    private final byte[] mark = ("#" + run + ".").getBytes(StandardCharsets.US_ASCII);
    private final int[] heard = new int[MOST_MESSAGES];
    private final long[] due = new long[MOST_MESSAGES];
    private int ready;
    private int said;
    private int done;
    private long deliveries;
    private final Latencies latencies = new Latencies();

    /** Opens one connection with each ticket; all listen when this returns. */
    Room(Dialect dialect, URI server, String origin, String channel, List<String> tickets) throws IOException {
        this.dialect = dialect;
        this.channel = channel;
        lines = new Line[tickets.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Line.open(server, dialect.path(tickets.get(i)), origin);
            lines[i].channel().register(selector, SelectionKey.OP_READ, lines[i]);
            lines[i].take(this::text);
            turn(0);
        }
        long latest = System.nanoTime() + 60_000_000_000L;
        while (ready < lines.length) {
            turn(MOST_WAIT_MILLIS);
            if (System.nanoTime() > latest) {
                throw new IOException(ready + " of " + lines.length + " connections are ready");
            }
        }
    }

    long deliveries() {
        return deliveries;
    }

    int open() {
        return said - done;
    }

    Latencies latencies() {
        return latencies;
    }

    /** @param intended when it was to be said: what is late here is late there */
    void say(long intended) throws IOException {
        due[said] = intended;
        String local = "local-" + run + "-" + said;
        lines[0].send(dialect.said(channel, local, "#" + run + "." + said + "." + FILL));
        said++;
    }

    /** Reads what has come, waiting for it at most so long. */
    void turn(int millis) throws IOException {
        if (millis == 0) {
            selector.selectNow();
        } else {
            selector.select(millis);
        }
        Set<SelectionKey> keys = selector.selectedKeys();
        for (SelectionKey key : keys) {
            ((Line) key.attachment()).read(this::text);
        }
        keys.clear();
    }

    private void text(Line line, byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        int at = from;
        while (at < end && bytes[at] != '#') {
            at++;
        }
        if (at < end) {
            message(bytes, at, end);
            return;
        }
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        Dialect.Answer answer = dialect.answer(text, channel);
        if (answer.text() != null) {
            line.send(answer.text());
        }
        if (answer.ready()) {
            ready++;
        }
    }

    /** What was said in an earlier run has another mark. */
    private void message(byte[] bytes, int at, int end) {
        int after = at + mark.length;
        if (after >= end || !Arrays.equals(bytes, at, after, mark, 0, mark.length)) {
            return;
        }
        int number = 0;
        for (int i = after; bytes[i] != '.'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        deliveries++;
        latencies.add(System.nanoTime() - due[number]);
        if (++heard[number] == lines.length) {
            done++;
        }
    }

    void close() throws IOException {
        for (Line line : lines) {
            line.channel().close();
        }
        selector.close();
    }
}
