package io.guildhall.platform;

import org.springframework.context.SmartLifecycle;

/** Something that asks the store before anything else of a service starts; making beans asks no server. */
public final class OnStart implements SmartLifecycle {

    private final Runnable task;
    private boolean running;

    public OnStart(Runnable task) {
        this.task = task;
    }

    @Override
    public void start() {
        task.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return -2_000;
    }
}
