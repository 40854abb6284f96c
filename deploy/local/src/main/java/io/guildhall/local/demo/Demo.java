package io.guildhall.local.demo;

import io.guildhall.local.stack.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demo consists of and how far its making came, kept in the data folder after each step so that a making which
 * was cut off goes on where it stood.
 *
 * @param key begins every idempotency key of this demo
 * @param made ids by the name of the step that made them
 */
public record Demo(String key, Login operator, Login owner, Login member, Map<String, String> made) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Optional<Demo> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Demo.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Demo readOrBegin(Path file) {
        return read(file).orElseGet(() -> {
            SecureRandom random = new SecureRandom();
            Demo begun = new Demo(
                    UUID.randomUUID().toString(),
                    Login.of("operator", "Olga Operator", random),
                    Login.of("owner", "Otto Owner", random),
                    Login.of("member", "Mei Member", random),
                    Map.of());
            begun.write(file);
            return begun;
        });
    }

    Demo with(String step, String id, Path file) {
        Map<String, String> all = new LinkedHashMap<>(made);
        all.put(step, id);
        Demo next = new Demo(key, operator, owner, member, all);
        next.write(file);
        return next;
    }

    private void write(Path file) {
        PrivateFiles.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    public Optional<String> communityId() {
        return Optional.ofNullable(made.get("community"));
    }

    public Optional<String> courseId() {
        return Optional.ofNullable(made.get("course"));
    }
}
