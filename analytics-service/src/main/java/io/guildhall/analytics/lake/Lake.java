package io.guildhall.analytics.lake;

import io.guildhall.platform.id.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The generations of the lake, of which one is the live one; the file {@code CURRENT} names it. */
@Component
public class Lake {

    private static final String FIRST = "first";

    private final Path root;
    private final Map<String, Generation> generations = new ConcurrentHashMap<>();

    public Lake(@Value("${guildhall.lake:lake}") Path root) {
        this.root = root.toAbsolutePath();
    }

    /** The one that answers; ask anew for every question. */
    public Generation current() {
        try {
            return generation(Files.readString(current(root)).strip());
        } catch (NoSuchFileException _) {
            return generation(FIRST);
        } catch (IOException e) {
            throw new UncheckedIOException("The lake in " + root + " cannot be read", e);
        }
    }

    /**
     * Until when things are known: services may see another time than this one, so what was recorded is known though it
     * lies ahead of {@code now}.
     */
    public Instant known(Instant now) {
        Instant newest = current().state().newest();
        return newest.isAfter(now) ? newest : now;
    }

    public Generation generation(String name) {
        return generations.computeIfAbsent(name, known -> new Generation(root.resolve(known)));
    }

    /** Makes another generation the live one; the one before it stays until the next switch, for who still reads. */
    public void switchTo(Generation next) {
        String before = current().name();
        if (before.equals(next.name())) {
            return;
        }
        try {
            Durable.createFolder(root);
            Path written = root.resolve(Ids.next("tmp"));
            Files.writeString(written, next.name());
            Durable.sync(written);
            Files.move(written, current(root), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durable.sync(root);
            keepOnly(List.of(before, next.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("The lake cannot be switched to " + next.name(), e);
        }
    }

    private void keepOnly(List<String> names) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String name = folder.getFileName().toString();
                if (!names.contains(name)) {
                    generations.remove(name);
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    private static Path current(Path root) {
        return root.resolve("CURRENT");
    }
}
