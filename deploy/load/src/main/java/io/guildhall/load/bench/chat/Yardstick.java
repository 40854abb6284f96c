package io.guildhall.load.bench.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One of the chat servers beside ours, on Node. */
final class Yardstick implements AutoCloseable {

    private final String kind;
    private final int port;
    private final Process process;

    /** @param folder where its sources and their installed packages are */
    Yardstick(Path folder, String kind, int port) throws IOException {
        this.kind = kind;
        this.port = port;
        process = new ProcessBuilder("node", "--expose-gc", "server.mjs", kind, Integer.toString(port))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"READY".equals(lines.readLine())) {
            throw new IOException(kind + " did not start");
        }
    }

    Target target() {
        return new Target(kind + " on Node", Dialect.named(kind), "http://127.0.0.1:" + port, List.of(process.pid()));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
