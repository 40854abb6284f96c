package io.guildhall.community.live;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of one connection: frames wait in a bounded queue, and a thread of its own writes them, together those
 * that wait together. Who reads too slowly fills only his own queue, and is closed.
 */
final class Wire {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final String WAKE = "";

    private final Session session;
    private final Duration heartbeat;
    private final BlockingQueue<String> queue;
    private volatile @Nullable Closing closing;
    private volatile boolean gone;
    private volatile boolean pingDue;
    private volatile long pingAt;

    Wire(Session session, int capacity, Duration heartbeat) {
        this.session = session;
        this.heartbeat = heartbeat;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.pingAt = System.nanoTime() + heartbeat.toNanos();
    }

    void start() {
        Thread.ofVirtual().name("chat-wire").start(this::run);
    }

    boolean isOpen() {
        return closing == null && !gone;
    }

    /** Never waits: a full queue ends the connection. */
    void send(String frame) {
        if (isOpen() && !queue.offer(frame)) {
            close(Closing.SLOW);
        }
    }

    /** Waits while the queue is more than half full, so that reading from the log is as fast as its reader. */
    void awaitRoom() throws InterruptedException {
        while (isOpen() && queue.remainingCapacity() < queue.size()) {
            Thread.sleep(Duration.ofMillis(5));
        }
    }

    /** What still waits is not sent. */
    void close(Closing reason) {
        if (isOpen()) {
            closing = reason;
            wake();
        }
    }

    /**
     * Asks whether somebody is still there, when that is due; also while there is much to tell: who only listens shows by
     * his answer that he is there.
     */
    void beat() {
        long now = System.nanoTime();
        if (now - pingAt >= 0) {
            pingAt = now + heartbeat.toNanos();
            pingDue = true;
            queue.offer(WAKE); // a full queue is being written, and its writer looks too
        }
    }

    /** The connection has ended, whoever ended it. */
    void gone() {
        gone = true;
        wake();
    }

    private void wake() {
        queue.clear();
        queue.offer(WAKE);
    }

    private void run() {
        try {
            RemoteEndpoint.Basic remote = session.getBasicRemote();
            remote.setBatchingAllowed(true);
            while (isOpen()) {
                write(remote, queue.take());
                if (pingDue) {
                    pingDue = false;
                    remote.sendPing(ByteBuffer.allocate(0));
                }
                remote.flushBatch();
            }
            Closing reason = closing;
            if (reason != null && !gone) {
                session.close(reason.reason());
            }
        } catch (IOException | IllegalStateException lost) {
            LOG.debug("A connection was lost: {}", lost.toString());
            closeQuietly();
        } catch (InterruptedException _) {
            closeQuietly();
        }
    }

    /** Writes a frame and all that wait behind it. */
    private void write(RemoteEndpoint.Basic remote, String first) throws IOException {
        for (String frame = first; frame != null && isOpen(); frame = queue.poll()) {
            if (!frame.equals(WAKE)) {
                remote.sendText(frame);
            }
        }
    }

    private void closeQuietly() {
        gone = true;
        try {
            session.close();
        } catch (IOException | IllegalStateException lost) {
            LOG.debug("A connection was lost: {}", lost.toString());
        }
    }
}
