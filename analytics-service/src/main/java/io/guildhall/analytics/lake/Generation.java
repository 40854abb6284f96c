package io.guildhall.analytics.lake;

import io.guildhall.platform.id.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One lake in a folder of its own: {@code data}, {@code manifests} and what is being written in {@code tmp}. */
public final class Generation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_TRIES = 5;

    private final Path folder;
    private volatile LakeState known = LakeState.EMPTY;

    Generation(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public Path file(LakeFile file) {
        return folder.resolve(file.path());
    }

    Path folder() {
        return folder;
    }

    Path temporary() {
        return folder.resolve("tmp").resolve(Ids.next("tmp"));
    }

    /** What the manifests say now. */
    public LakeState state() {
        for (int attempt = 1; ; attempt++) {
            try {
                LakeState state = read();
                known = state;
                return state;
            } catch (IOException e) { // a whole manifest may have replaced what was to be read
                if (attempt == MOST_TRIES) {
                    throw new UncheckedIOException("The manifests of " + folder + " cannot be read", e);
                }
            }
        }
    }

    private LakeState read() throws IOException {
        LakeState last = known;
        List<Long> numbers = numbers().stream()
                .filter(number -> number > last.number())
                .sorted()
                .toList();
        List<Manifest> manifests = new ArrayList<>();
        for (long number : numbers.reversed()) {
            Manifest manifest = JSON.readValue(Files.readAllBytes(manifest(number)), Manifest.class);
            manifests.addFirst(manifest);
            if (manifest.whole()) {
                break;
            }
        }
        LakeState state = last;
        for (Manifest manifest : manifests) {
            if (!manifest.whole() && manifest.number() != state.number() + 1) {
                throw new IOException("Manifest " + manifest.number() + " stands behind " + state.number());
            }
            state = state.with(manifest);
        }
        return state;
    }

    /** @return false when another writer was first: what is not in a manifest is to be read again */
    boolean publish(Manifest manifest) throws IOException {
        Path written = temporary();
        Durable.createFolder(Durable.folderOf(written));
        Files.write(written, JSON.writeValueAsBytes(manifest));
        Durable.sync(written);
        Path target = manifest(manifest.number());
        Durable.createFolder(Durable.folderOf(target));
        try {
            Files.createLink(target, written);
        } catch (FileAlreadyExistsException _) {
            return false;
        } finally {
            Files.delete(written);
        }
        Durable.sync(Durable.folderOf(target));
        return true;
    }

    Path manifest(long number) {
        return folder.resolve("manifests").resolve("%012d.json".formatted(number));
    }

    List<Long> numbers() throws IOException {
        if (!Files.isDirectory(folder.resolve("manifests"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("manifests"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .map(Long::valueOf)
                    .toList();
        }
    }
}
