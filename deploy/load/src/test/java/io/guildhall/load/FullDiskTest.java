package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guildhall.load.Requests.Caller;
import io.guildhall.platform.testing.checker.Findings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk on which store, broker, lake and logs lie is full for a while; needs the right to mount one in memory. */
@Tag("long")
@Tag("faults")
class FullDiskTest {

    private static final int MEGABYTES = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void whatWasToldIsThereAndWorkGoesOnOnceThereIsSpace() throws IOException, InterruptedException {
        Path disk = Files.createTempDirectory("guildhall-disk");
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "guildhall", disk.toString()));
        try (var stack = LocalStack.in(disk);
                var requests = new Requests()) {
            var check = new HouseCheck(stack);
            var owner = Caller.of(stack.owner());
            var callers = new Callers();
            try (callers) {
                var load = new FoundingLoad(stack, requests, callers, List.of(stack::owner));
                await().atMost(PATIENCE).until(() -> load.founded() > 20);
                Path filler = disk.resolve("filler");
                fill(filler);
                await().atMost(PATIENCE).until(() -> isRefused(requests, owner));
                Files.delete(filler);
                int enough = load.founded() + 40;
                await().atMost(PATIENCE).until(() -> load.founded() >= enough);
            }
            assertThat(callers.surprises()).isEmpty();
            Findings findings = check.of(requests);
            assertThat(findings.clean()).as(findings.toString()).isTrue();
        } finally {
            ran("umount", "-l", disk.toString());
        }
    }

    private static boolean isRefused(Requests requests, Caller owner) {
        return requests.once(owner, "/api/communities", Map.of("name", "On a full disk"))
                .filter(reply -> reply.status() == 503)
                .isPresent();
    }

    /** Until not a byte is left. */
    private static void fill(Path filler) throws IOException {
        FileStore disk = Files.getFileStore(filler.getParent());
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (disk.getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException full) {
            System.out.println("full: " + full.getMessage());
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
