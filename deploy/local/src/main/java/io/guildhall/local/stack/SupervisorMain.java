package io.guildhall.local.stack;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/** The supervisor's process: holds the data folder's lock, and ends all parts in order when it is told to end. */
public final class SupervisorMain {

    private SupervisorMain() {}

    /** @param arguments the repository's root, the data folder, the gateway's port */
    public static void main(String... arguments) throws Exception {
        StackSettings settings = StackSettings.of(
                Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), System.getenv());
        DataFolder folder = new DataFolder(settings.data());
        try (FileChannel lockFile =
                FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!Running.become(folder, lockFile)) {
                System.exit(ExitCode.ALREADY_RUNNING.number());
            }
            Orphans.end(folder);
            Parts parts = new Parts(settings);
            Modules modules = new Modules(settings.root());
            Supervisor supervisor =
                    new Supervisor(settings.origin(), parts.all(modules), folder.state(), folder::log, Backoff.USUAL);
            Trainer trainer = new Trainer(supervisor, parts.trainings(modules));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                trainer.close();
                                supervisor.close();
                            },
                            "end"));
            supervisor.start();
            trainer.start();
            new CountDownLatch(1).await();
        }
    }
}
