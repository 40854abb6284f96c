package io.guildhall.local.stack;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the AOT caches that are missing, one after the other, behind a stack that is ready. */
final class Trainer implements AutoCloseable {

    private final Supervisor supervisor;
    private final List<Training> trainings;
    private final Thread thread = new Thread(this::run, "trainer");

    Trainer(Supervisor supervisor, List<Training> trainings) {
        this.supervisor = supervisor;
        this.trainings = trainings;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (Training training : trainings) {
                if (training.needed()) {
                    untilReady();
                    training.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilReady() throws InterruptedException {
        while (!supervisor.current().ready()) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
