package io.guildhall.community.live;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final long SOON = 5_000;

    private final RemoteEndpoint.Basic remote = mock();
    private final Session session = mock();

    @BeforeEach
    void thereIsAWayOut() {
        when(session.getBasicRemote()).thenReturn(remote);
    }

    @Test
    void whatWaitsTogetherLeavesTogether() throws Exception {
        Wire wire = wire(Duration.ofMinutes(1));
        wire.send("one");
        wire.send("two");
        wire.start();

        verify(remote, timeout(SOON)).flushBatch();
        var written = inOrder(remote);
        written.verify(remote).setBatchingAllowed(true);
        written.verify(remote).sendText("one");
        written.verify(remote).sendText("two");
        written.verify(remote).flushBatch();
    }

    @Test
    void asksWhoIsThereWhenAHeartbeatIsDue() throws Exception {
        Wire wire = wire(Duration.ZERO);
        wire.start();
        wire.beat();

        verify(remote, timeout(SOON)).sendPing(any(ByteBuffer.class));
    }

    @Test
    void asksNobodyBeforeAHeartbeatIsDue() throws Exception {
        Wire wire = wire(Duration.ofMinutes(1));
        wire.start();
        wire.beat();
        wire.send("one");

        verify(remote, timeout(SOON)).sendText("one");
        verify(remote, never()).sendPing(any(ByteBuffer.class));
    }

    @Test
    void tellsWhyItCloses() throws Exception {
        Wire wire = wire(Duration.ofMinutes(1));
        wire.start();
        wire.close(Closing.SLOW);

        verify(session, timeout(SOON))
                .close(argThat(reason -> reason.getCloseCode().getCode() == 4408));
    }

    private Wire wire(Duration heartbeat) {
        return new Wire(session, 4, heartbeat);
    }
}
