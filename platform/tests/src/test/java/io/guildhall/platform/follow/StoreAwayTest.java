package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClients;
import io.guildhall.local.Ports;
import io.guildhall.local.store.EmbeddedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;

/** A store that is away for a while. */
class StoreAwayTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void whoStartsWaitsForIt(@TempDir Path folder) throws Exception {
        int port = Ports.free();
        try (var client = MongoClients.create(settings("mongodb://127.0.0.1:" + port))) {
            CompletableFuture<Void> started =
                    CompletableFuture.runAsync(() -> StoreAtStart.await(client.getDatabase("guildhall_any"), LONG));
            assertThat(started).failsWithin(Duration.ofMillis(500)); // it has not given up, and does not go on

            try (var _ = EmbeddedStore.start(folder, port)) {
                assertThat(started).succeedsWithin(LONG);
            }
        }
    }

    @Test
    void whoStartsWaitsForSoLongOnly() {
        try (var client = MongoClients.create(settings("mongodb://127.0.0.1:" + Ports.free()))) {
            assertThatThrownBy(() -> StoreAtStart.await(client.getDatabase("guildhall_any"), Duration.ZERO))
                    .isInstanceOf(MongoTimeoutException.class);
        }
    }

    @Test
    void whoAsksIsToldSoonUnlessTheUriSaysHowLong() {
        assertThat(patience("mongodb://127.0.0.1:1")).isEqualTo(DatabaseConfiguration.SOON.toMillis());
        assertThat(patience("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=7000"))
                .isEqualTo(7_000);
    }

    private static long patience(String uri) {
        return settings(uri).getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS);
    }

    private static MongoClientSettings settings(String uri) {
        var named = new ConnectionString(uri);
        MongoConnectionDetails details = () -> named;
        var settings = MongoClientSettings.builder().applyConnectionString(named);
        new DatabaseConfiguration().storePatience(details).customize(settings);
        return settings.build();
    }
}
