package io.guildhall.local.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The living supervisor of a data folder, known by the lock that it holds and the process id that it wrote there. */
public record Running(DataFolder folder, long pid) {

    private static final int LOCK_TRIES = 20;

    /** Empty when nobody holds the folder's lock. */
    public static Optional<Running> find(DataFolder folder) {
        if (!Files.exists(folder.lock())) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                return Optional.empty();
            }
            return Optional.of(new Running(
                    folder, Long.parseLong(Files.readString(folder.lock()).strip())));
        } catch (IOException | NumberFormatException e) {
            throw new StackFailure(ExitCode.FOLDER_UNUSABLE, folder.lock() + " cannot be read: " + e.getMessage());
        }
    }

    public static Running require(DataFolder folder) {
        return find(folder)
                .orElseThrow(() -> new StackFailure(
                        ExitCode.NOT_RUNNING, "No stack runs on " + folder.path() + "; ./guildhall up starts one."));
    }

    /** Its last account; empty in the moment before its first. */
    public Optional<StackState> state() {
        return StackState.read(folder.state()).filter(state -> state.pid() == pid);
    }

    /** Makes this process the folder's supervisor; false when another is. A passing look at the lock is waited out. */
    static boolean become(DataFolder folder, FileChannel lockFile) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < LOCK_TRIES; attempt++) {
            if (lockFile.tryLock() != null) {
                lockFile.truncate(0);
                lockFile.write(ByteBuffer.wrap(
                        String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    /** Ends all parts and the supervisor, in order. */
    public void stop(Duration longest) {
        ProcessHandle supervisor = ProcessHandle.of(pid).orElseThrow();
        supervisor.destroy();
        try {
            supervisor.onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(ExitCode.FAILED, "The supervisor (pid " + pid + ") has not ended in time.");
        }
    }

    /** Ends what a killed supervisor left running; returns how many parts that were. */
    public static int endOrphans(DataFolder folder) {
        return find(folder).isPresent() ? 0 : Orphans.end(folder);
    }
}
