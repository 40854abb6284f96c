package io.guildhall.community.live;

import io.github.bucket4j.Bucket;
import io.guildhall.platform.problem.Refusal;
import jakarta.websocket.MessageHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way in of one connection: puts the parts of a message together, counts, and passes on. It is called by one thread
 * at a time.
 */
final class Intake implements MessageHandler.Partial<String> {

    /** In characters of UTF-16; so at most 48 KB of UTF-8, which every gateway lets pass. */
    static final int LARGEST = 16 * 1024;

    private final Connection connection;
    private final Dialogue dialogue;
    private final Refusals refusals;
    private final Bucket pace;
    private final int patience;
    private final StringBuilder parts = new StringBuilder(0);
    private int refused;

    Intake(Connection connection, Dialogue dialogue, Refusals refusals, LiveProperties properties) {
        this.connection = connection;
        this.dialogue = dialogue;
        this.refusals = refusals;
        this.pace = bucket(properties.frames(), properties.framesPer());
        this.patience = properties.patience();
    }

    @Override
    public void onMessage(String part, boolean last) {
        if (!connection.wire().isOpen()) {
            return;
        }
        if (parts.length() + part.length() > LARGEST) {
            connection.wire().close(Closing.SIZE);
            return;
        }
        if (last && parts.isEmpty()) {
            take(part);
            return;
        }
        parts.append(part);
        if (last) {
            String whole = parts.toString();
            parts.setLength(0);
            parts.trimToSize();
            take(whole);
        }
    }

    private void take(String text) {
        if (!pace.tryConsume(1)) {
            connection.wire().close(Closing.RATE);
            return;
        }
        ClientFrame frame = null;
        try {
            frame = Frames.read(text);
            dialogue.take(connection, frame);
            refused = 0;
        } catch (RuntimeException failure) {
            refuse(failure, frame);
        }
    }

    private void refuse(RuntimeException failure, @Nullable ClientFrame frame) {
        connection.send(refusals.of(failure, frame, connection.locale()));
        refused++;
        if (refused >= patience) {
            boolean tooFast = failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.TOO_MANY_REQUESTS;
            connection.wire().close(tooFast ? Closing.RATE : Closing.ACCESS);
        }
    }

    private static Bucket bucket(long frames, Duration per) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(frames).refillGreedy(frames, per))
                .build();
    }
}
