package io.guildhall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path temp;

    @Test
    void makesAFolderWhoseSecretsOnlyItsOwnerReads() throws Exception {
        DataFolder folder = new DataFolder(temp.resolve("new/data"));

        FolderFacts facts = folder.open(9000);

        assertThat(facts.port()).isEqualTo(9000);
        assertThat(facts.seeded()).isFalse();
        assertThat(Base64.getDecoder()
                        .decode(Files.readString(folder.masterKey()).strip()))
                .hasSize(32);
        for (Path secret : List.of(folder.masterKey(), folder.setupToken())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        assertThat(folder.open(1234)).isEqualTo(facts);
    }

    @Test
    void refusesAFolderWhoseMakingWasCutOff() throws Exception {
        DataFolder folder = new DataFolder(temp.resolve("data"));
        folder.open(8080);
        Files.delete(temp.resolve("data/guildhall.json"));
        refuses(() -> folder.open(8080), ExitCode.FOLDER_UNUSABLE, "half written");
    }

    @Test
    void refusesAFolderWithoutItsKey() throws Exception {
        DataFolder folder = new DataFolder(temp.resolve("data"));
        folder.open(8080);
        Files.delete(folder.masterKey());
        refuses(() -> folder.open(8080), ExitCode.FOLDER_UNUSABLE, "master.key is missing");
    }

    @Test
    void refusesAFolderWhoseKeyIsCutOff() throws Exception {
        DataFolder folder = new DataFolder(temp.resolve("data"));
        folder.open(8080);
        String key = Files.readString(folder.masterKey()).strip();
        Files.writeString(folder.masterKey(), "2:" + key + "\n" + key + "\n");
        folder.open(8080);
        Files.writeString(folder.masterKey(), key.substring(0, 20));
        refuses(() -> folder.open(8080), ExitCode.FOLDER_UNUSABLE, "does not hold 32 bytes");
    }

    @Test
    void refusesAFolderWhoseFactsAreTorn() throws Exception {
        DataFolder folder = new DataFolder(temp.resolve("data"));
        folder.open(8080);
        Files.writeString(temp.resolve("data/guildhall.json"), "{\"format\":");
        refuses(() -> folder.open(8080), ExitCode.FOLDER_UNUSABLE, "guildhall.json cannot be read");
    }

    @Test
    void refusesAndNeverDeletesAFolderOfSomethingElse() throws Exception {
        Files.writeString(temp.resolve("thesis.txt"), "three years");
        DataFolder folder = new DataFolder(temp);
        refuses(() -> folder.open(8080), ExitCode.FOLDER_UNUSABLE, "thesis.txt");
        refuses(folder::delete, ExitCode.FOLDER_UNUSABLE, "not deleted");
        assertThat(temp.resolve("thesis.txt")).exists();
    }

    @Test
    void deletesItsOwnFolder() throws Exception {
        DataFolder folder = new DataFolder(temp.resolve("data"));
        folder.open(8080);
        Files.createDirectories(folder.logs());
        Files.createDirectories(folder.path().resolve("lake/first/data"));
        folder.delete();
        assertThat(temp.resolve("data")).doesNotExist();
    }

    @Test
    void namesTheBusyPortAndThePartThatNeedsIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(freeRow() + 1, 1, InetAddress.getLoopbackAddress())) {
            StackSettings settings = settings(taken.getLocalPort() - 1, null);
            refuses(
                    () -> Preflight.requirePorts(settings),
                    ExitCode.PORT_BUSY,
                    "Port " + taken.getLocalPort() + ", needed for member-service, is taken");
        }
    }

    @Test
    void needsNoPortForWhatARealServerDoes() throws Exception {
        try (ServerSocket taken = new ServerSocket(freeRow() + 10, 1, InetAddress.getLoopbackAddress())) {
            Preflight.requirePorts(settings(taken.getLocalPort() - 10, "mongodb://db"));
        }
    }

    @Test
    void refusesADiskThatIsAlmostFull() {
        refuses(
                () -> Preflight.requireDisk(temp.resolve("not/there/yet"), Long.MAX_VALUE),
                ExitCode.DISK_FULL,
                "MB are free");
    }

    @Test
    void findsNoStackWhereNoneRuns() throws Exception {
        DataFolder folder = new DataFolder(temp.resolve("data"));
        folder.open(8080);
        Preflight.requireNotRunning(folder);
        refuses(() -> Running.require(folder), ExitCode.NOT_RUNNING, "No stack runs");
    }

    /** The first of a row of ports for a whole stack, below those that outgoing connections take. */
    private static int freeRow() {
        return IntStream.iterate(20_000, base -> base < 32_000, base -> base + 13)
                .filter(base -> IntStream.range(base, base + 13).allMatch(io.guildhall.local.Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    private StackSettings settings(int port, @org.jspecify.annotations.Nullable String mongodbUri) {
        return new StackSettings(temp, temp.resolve("data"), new Ports(port), mongodbUri, null);
    }

    private static void refuses(ThrowingCallable call, ExitCode code, String words) {
        assertThatExceptionOfType(StackFailure.class).isThrownBy(call).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.line()).contains(words).doesNotContain("\n");
        });
    }
}
