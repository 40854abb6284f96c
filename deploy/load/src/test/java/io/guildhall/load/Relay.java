package io.guildhall.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries bytes between clients and a server, and does it as badly as it is told to. Where the server, as a Kafka broker
 * does, tells its clients at which port of this machine it is to be found, they are told the relay's.
 */
final class Relay implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int CHUNK = 64 << 10;

    /** How bytes travel. */
    enum Way {
        OPEN,
        /** Each chunk takes 200 ms. */
        SLOW,
        /** Connections stay open, and nothing arrives any more: neither bytes nor that one side has gone. */
        HOLE,
        /** What the client sends arrives, and no answer comes back. */
        DEAF,
        /** Connections break with a reset, and none can be opened. */
        CUT
    }

    private final ServerSocket server;
    private final int target;
    private final byte[] targetAddress;
    private final byte[] ownAddress;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Way way = Way.OPEN;

    /** @param port of this machine, at which it is to be found, and {@code target} that of the server */
    Relay(int port, int target) {
        try {
            this.server = new ServerSocket(port, 50, InetAddress.getByName(HOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.target = target;
        this.targetAddress = address(target);
        this.ownAddress = address(port());
        Thread.ofVirtual().name("relay-" + target).start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on, for connections that are open too. */
    void be(Way other) {
        lock.lock();
        try {
            way = other;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (other == Way.CUT) {
            open.forEach(Relay::reset);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (way == Way.CUT) {
                    reset(client);
                } else {
                    carry(client);
                }
            } catch (IOException closed) {
                // by us, or the server is not there: the client sees that
            }
        }
    }

    private void carry(Socket client) throws IOException {
        var there = new Socket();
        open.add(client);
        open.add(there);
        try {
            there.connect(new InetSocketAddress(HOST, target));
        } catch (IOException refused) {
            end(client, there);
            throw refused;
        }
        if (way == Way.CUT) {
            end(client, there);
            return;
        }
        Thread.ofVirtual().start(() -> pump(client, there, false));
        Thread.ofVirtual().start(() -> pump(there, client, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int many = in.read(chunk); many >= 0; many = in.read(chunk)) {
                awaitPassage(answers);
                if (answers) {
                    replaceAddress(chunk, many);
                }
                out.write(chunk, 0, many);
            }
            awaitPassage(answers);
        } catch (IOException gone) {
            // one side went; the other is told by the end of its connection
        } finally {
            end(from, to);
        }
    }

    /** Whoever is told second of a cut must see a reset too, not an orderly end. */
    private void end(Socket one, Socket other) {
        for (Socket socket : List.of(one, other)) {
            open.remove(socket);
            if (way == Way.CUT) {
                reset(socket);
            } else {
                close(socket);
            }
        }
    }

    private void awaitPassage(boolean answers) {
        lock.lock();
        try {
            while (way == Way.HOLE || way == Way.DEAF && answers) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        if (way == Way.SLOW) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void replaceAddress(byte[] chunk, int many) {
        for (int at = 0; at + targetAddress.length <= many; at++) {
            if (Arrays.equals(chunk, at, at + targetAddress.length, targetAddress, 0, targetAddress.length)) {
                System.arraycopy(ownAddress, 0, chunk, at, ownAddress.length);
            }
        }
    }

    /** As Kafka's protocol writes host and port. */
    private static byte[] address(int port) {
        byte[] host = HOST.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(host.length + Integer.BYTES)
                .put(host)
                .putInt(port)
                .array();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // that is what was wanted
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    @Override
    public void close() {
        be(Way.CUT);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
