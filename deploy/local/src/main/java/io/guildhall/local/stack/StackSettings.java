package io.guildhall.local.stack;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a stack finds its jars, keeps its data and listens, and which real servers it uses instead of the embedded ones.
 */
public record StackSettings(
        Path root,
        Path data,
        Ports ports,
        @Nullable String mongodbUri,
        @Nullable String kafkaBootstrap) {

    public static StackSettings of(Path root, Path data, int port, Map<String, String> environment) {
        return new StackSettings(
                root.toAbsolutePath().normalize(),
                data.toAbsolutePath().normalize(),
                new Ports(port),
                given(environment.get("MONGODB_URI")),
                given(environment.get("KAFKA_BOOTSTRAP")));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public String origin() {
        return "http://127.0.0.1:" + ports.gateway();
    }
}
