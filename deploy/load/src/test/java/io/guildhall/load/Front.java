package io.guildhall.load;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Unreachable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address of all instances of a service, as orchestrators give it: a new connection goes to one that says it is
 * ready, to each in turn, and stays there. It knows nothing of requests, and tries nothing twice.
 */
final class Front implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration LOOKED_AFTER = Duration.ofMillis(250);

    private final ServerSocket server;
    private final Map<Integer, Backend> backends = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** An instance, and what goes to it. */
    private static final class Backend {

        private final int port;
        private final GuildhallClient client;
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger carried = new AtomicInteger();
        private volatile boolean listed = true;
        private volatile boolean ready;

        private Backend(int port) {
            this.port = port;
            this.client = new GuildhallClient(URI.create("http://" + HOST + ":" + port));
        }

        private boolean look() {
            try {
                ready = client.get("/readyz").status() == 200;
            } catch (Unreachable _) {
                ready = false;
            }
            return ready;
        }
    }

    /** @param port of this machine, at which it is to be found */
    Front(int port) {
        try {
            this.server = new ServerSocket(port, 50, InetAddress.getByName(HOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("front-" + port).start(this::accept);
    }

    String address() {
        return "http://" + HOST + ":" + server.getLocalPort();
    }

    /** Gives connections to an instance too, whenever it says that it is ready. */
    void add(int port) {
        var backend = new Backend(port);
        backends.put(port, backend);
        Thread.ofVirtual().name("look-after-" + port).start(() -> {
            while (backend.listed && !server.isClosed()) {
                backend.look();
                Requests.rest(LOOKED_AFTER);
            }
        });
    }

    /** Gives an instance no connection any more, whatever it says; those that are open stay. */
    void leaveOut(int port) {
        of(port).listed = false;
    }

    /** How many connections to an instance are open. */
    int open(int port) {
        return of(port).open.get();
    }

    /** How many connections an instance was given. */
    int carried(int port) {
        return of(port).carried.get();
    }

    private Backend of(int port) {
        Backend known = backends.get(port);
        if (known == null) {
            throw new IllegalArgumentException("No instance at " + port);
        }
        return known;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                carry(server.accept());
            } catch (IOException closed) {
                // by us
            }
        }
    }

    private void carry(Socket client) {
        List<Backend> ready = ready();
        if (ready.isEmpty()) {
            close(client);
            return;
        }
        Backend chosen = ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()));
        chosen.carried.incrementAndGet();
        chosen.open.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            carry(client, chosen.port);
            chosen.open.decrementAndGet();
        });
    }

    private List<Backend> ready() {
        List<Backend> listed =
                backends.values().stream().filter(backend -> backend.listed).toList();
        List<Backend> ready = listed.stream().filter(backend -> backend.ready).toList();
        return ready.isEmpty() ? listed.stream().filter(Backend::look).toList() : ready;
    }

    /** Until one side ends it. */
    private static void carry(Socket client, int port) {
        var there = new Socket();
        try (client;
                there) {
            there.connect(new InetSocketAddress(HOST, port));
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(there, client));
            pass(client, there);
        } catch (IOException refused) {
            // the client sees that
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // one side went; the other is told by the end of its connection
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Closeable what) {
        try {
            what.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    @Override
    public void close() {
        close(server);
    }
}
