package io.guildhall.load;

/**
 * An instance that is started again when it has ended, whether it was killed or gave up because a server was away, as an
 * orchestrator does; whoever waits for it does that.
 */
record Reviving(Instance instance) implements Victim {

    @Override
    public String name() {
        return instance.name();
    }

    @Override
    public boolean ready() {
        instance.reviveIfEnded();
        return instance.ready();
    }

    @Override
    public void kill() {
        instance.kill();
    }
}
