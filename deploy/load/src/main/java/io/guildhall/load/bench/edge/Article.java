package io.guildhall.load.bench.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** The article's program in Flask's own server, and the same with four workers of gunicorn on the same database. */
final class Article implements AutoCloseable {

    /** Debian's own, for which its packages are. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final int MOST_TRIES = 100;
    private static final int WORKERS = 4;

    private final Process own;
    private final Process gunicorn;
    private final int port;

    Article(Path program, int port) throws IOException, InterruptedException {
        this.port = port;
        Path database = Files.createTempDirectory("article").resolve("article.db");
        own = start(program, database, PYTHON, program.getFileName().toString(), database.toString(), port(0));
        await(0);
        gunicorn = start(program, database, "gunicorn", "-w" + WORKERS, "-b127.0.0.1:" + port(1), "app:app");
        await(1);
    }

    private String port(int which) {
        return Integer.toString(port + which);
    }

    String address(int which) {
        return "http://127.0.0.1:" + port(which);
    }

    private static Process start(Path program, Path database, String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(program.resolveSibling(".").toFile());
        builder.environment().put("DATABASE", database.toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Path log = database.resolveSibling(Path.of(command[0]).getFileName() + ".log");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void await(int which) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address(which) + "/courses"))
                    .build();
            for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
                try {
                    if (http.send(request, BodyHandlers.ofString(UTF_8)).statusCode() == 200) {
                        return;
                    }
                } catch (ConnectException _) {
                    // not yet
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("the article's program does not answer at " + address(which));
    }

    @Override
    public void close() {
        own.destroy();
        gunicorn.destroy();
    }
}
