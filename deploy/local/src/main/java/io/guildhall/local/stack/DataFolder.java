package io.guildhall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all data of one stack. It is ours and whole, or it is refused: a folder that was cut off while
 * it was made, one whose keys are gone, and one that holds something else are never touched.
 */
public record DataFolder(Path path) {

    private static final Set<String> OWN = Set.of(
            "guildhall.json",
            ".guildhall.json.new",
            "master.key",
            ".master.key.new",
            "setup-token",
            ".setup-token.new",
            "token",
            "owner.token",
            "demo.json",
            "history.json",
            "store",
            "broker",
            "lake",
            "logs",
            "run");

    /** Opens the folder, or makes it when there is nothing at its path; the file that declares it ours comes last. */
    public FolderFacts open(int portOfANewFolder) {
        try {
            if (Files.exists(facts())) {
                return whole();
            }
            Set<String> names = Files.isDirectory(path) ? names() : Set.of();
            if (!names.isEmpty()) {
                throw unusable(names);
            }
            return create(portOfANewFolder);
        } catch (IOException | UncheckedIOException e) {
            throw new StackFailure(ExitCode.FOLDER_UNUSABLE, "The data folder " + path + " cannot be used: " + why(e));
        }
    }

    private FolderFacts create(int port) throws IOException {
        PrivateFiles.createFolder(path);
        SecureRandom random = new SecureRandom();
        PrivateFiles.replace(
                masterKey(), Base64.getEncoder().encodeToString(bytes(random, MasterKeyFile.BYTES)) + "\n");
        PrivateFiles.replace(
                setupToken(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 24)) + "\n");
        FolderFacts facts = FolderFacts.fresh(port);
        facts.write(facts());
        return facts;
    }

    private FolderFacts whole() throws IOException {
        FolderFacts facts = FolderFacts.read(facts());
        String missing = missing();
        if (facts == null || missing != null) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE,
                    "The data folder %s is half written: %s. Bring it back, or start anew with --fresh."
                            .formatted(path, missing != null ? missing : "guildhall.json cannot be read"));
        }
        if (facts.format() != FolderFacts.FORMAT) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE,
                    "The data folder %s has format %d; this Guildhall reads format %d."
                            .formatted(path, facts.format(), FolderFacts.FORMAT));
        }
        return facts;
    }

    private @Nullable String missing() throws IOException {
        if (!Files.exists(masterKey())) {
            return "master.key is missing";
        }
        if (!MasterKeyFile.isWhole(Files.readString(masterKey()))) {
            return "master.key does not hold 32 bytes in Base64";
        }
        return Files.exists(setupToken()) ? null : "setup-token is missing";
    }

    private StackFailure unusable(Set<String> names) {
        return OWN.containsAll(names)
                ? new StackFailure(
                        ExitCode.FOLDER_UNUSABLE,
                        "The data folder " + path
                                + " is half written: its making was cut off. Start anew with --fresh.")
                : new StackFailure(
                        ExitCode.FOLDER_UNUSABLE,
                        "The folder %s is not a Guildhall data folder (it holds %s); choose another with --data."
                                .formatted(path, some(names)));
    }

    /** Deletes the folder with all data, and only when everything in it is Guildhall's. */
    public void delete() {
        try {
            if (!Files.isDirectory(path)) {
                return;
            }
            Set<String> names = names();
            if (!OWN.containsAll(names)) {
                names.removeAll(OWN);
                throw new StackFailure(
                        ExitCode.FOLDER_UNUSABLE,
                        "The folder %s holds what is not Guildhall's (%s); it is not deleted."
                                .formatted(path, some(names)));
            }
            PrivateFiles.deleteTree(path);
        } catch (IOException e) {
            throw new StackFailure(
                    ExitCode.FOLDER_UNUSABLE, "The data folder " + path + " cannot be deleted: " + why(e));
        }
    }

    public boolean exists() {
        return Files.isDirectory(path);
    }

    public void keep(FolderFacts facts) {
        facts.write(facts());
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String some(Set<String> names) {
        return names.stream().limit(3).collect(Collectors.joining(", ")) + (names.size() > 3 ? ", …" : "");
    }

    private static String why(Exception e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Path facts() {
        return path.resolve("guildhall.json");
    }

    public Path masterKey() {
        return path.resolve("master.key");
    }

    public Path setupToken() {
        return path.resolve("setup-token");
    }

    /** The operator's personal access token. */
    public Path token() {
        return path.resolve("token");
    }

    /** The demo owner's personal access token. */
    public Path ownerToken() {
        return path.resolve("owner.token");
    }

    public Path demo() {
        return path.resolve("demo.json");
    }

    /** How far the demo's history has come. */
    public Path history() {
        return path.resolve("history.json");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path lock() {
        return path.resolve("run").resolve("lock");
    }

    Path state() {
        return path.resolve("run").resolve("state.json");
    }
}
