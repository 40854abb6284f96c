package io.guildhall.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How the supervisor sees that a part which it just started is ready to serve. */
public sealed interface Readiness {

    /** @param since where in the part's log this run began, in bytes */
    boolean reached(Path log, long since);

    /** The part says so by a line of its output that begins with a word. */
    record Line(String word) implements Readiness {
        @Override
        public boolean reached(Path log, long since) {
            return written(log, since).lines().anyMatch(line -> line.startsWith(word));
        }

        private static String written(Path log, long since) {
            try (SeekableByteChannel channel = Files.newByteChannel(log)) {
                ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size() - since, 1 << 20));
                channel.position(since);
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                    continue;
                }
                return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "";
            }
        }
    }

    /** The part answers an address with 200. */
    record Answer(URI address) implements Readiness {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();

        @Override
        public boolean reached(Path log, long since) {
            try {
                HttpRequest request = HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(2))
                        .build();
                return CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
