package io.guildhall.community.live;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of one connection: frames wait in a bounded queue, and a thread of its own writes them. Who reads too slowly
 * fills only his own queue, and is closed.
 */
final class Wire {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final String WAKE = "";

    private final Session session;
    private final Duration heartbeat;
    private final BlockingQueue<String> queue;
    private volatile @Nullable Closing closing;
    private volatile boolean gone;

    Wire(Session session, int capacity, Duration heartbeat) {
        this.session = session;
        this.heartbeat = heartbeat;
        this.queue = new ArrayBlockingQueue<>(capacity);
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

    /**
     * Waits while the queue is more than half full, so that reading from the log is as fast as its reader.
     *
     * @return whether the connection is still open
     */
    boolean sendPatiently(String frame) throws InterruptedException {
        while (isOpen() && queue.remainingCapacity() < queue.size()) {
            Thread.sleep(Duration.ofMillis(5));
        }
        send(frame);
        return isOpen();
    }

    /** What still waits is not sent. */
    void close(Closing reason) {
        if (isOpen()) {
            closing = reason;
            wake();
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
            long pingAt = System.nanoTime() + heartbeat.toNanos();
            while (isOpen()) {
                String frame = queue.poll(Math.max(0, pingAt - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (!isOpen()) {
                    break;
                }
                if (frame != null) {
                    session.getBasicRemote().sendText(frame);
                }
                // Also while there is much to tell: who only listens shows by his answer that he is there.
                if (System.nanoTime() - pingAt >= 0) {
                    session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
                    pingAt = System.nanoTime() + heartbeat.toNanos();
                }
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

    private void closeQuietly() {
        gone = true;
        try {
            session.close();
        } catch (IOException | IllegalStateException lost) {
            LOG.debug("A connection was lost: {}", lost.toString());
        }
    }
}
